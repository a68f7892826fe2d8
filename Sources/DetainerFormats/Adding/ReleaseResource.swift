import DetainerModel

/// The entry of an imported release in `datapackage.json`.
struct ReleaseResource {
  var name: String
  var paths: [String]
  /// The size and digest of the file, where there is one alone.
  var file: (bytes: Int, hash: String)?
  var isPacked: Bool
  var releases: [ImportedFile]
  var title: String
  var description: String
  var columns: [DetainerField]
  var added: [DetainerField]
  /// Whether every state is known by its two-letter code.
  var hasStateCodes: Bool
  /// Whether it names periods that are longer than a week, by words that are no dates.
  var namesLongerPeriods: Bool

  /// The entry, its members in the order in which packages have them.
  var value: JSONValue {
    .table(
      name: name, paths: paths, title: title, description: description,
      more: [
        "compression": isPacked ? "gz" : nil, "bytes": file.map { .integer($0.bytes) },
        "hash": file.map { .string($0.hash) },
        "sources": .array(releases.map { .object(["title": .string($0.name)]) }),
        "ddor:release": .array(releases.map(\.value)),
        "ddor:added": added.isEmpty ? nil : .texts(added.map(\.rawValue)),
      ], fields: columns.map(field))
  }

  private func field(_ field: DetainerField) -> JSONValue {
    let text = added.contains(field) ? field.addedDescription : field.packageDescription
    let constraints: JSONValue? =
      switch field {
      case .state: hasStateCodes ? .object(["pattern": "[A-Z]{2}"]) : nil
      case .countyFIPS: .object(["pattern": "[0-9]{5}"])
      case .count: .object(["required": .bool(true), "minimum": .integer(0)])
      default: nil
      }
    return .object([
      "name": .string(field.rawValue),
      "type": .string(
        field == .week && namesLongerPeriods ? "string" : field.packageType),
      "description": text.isEmpty ? nil : .string(text), "constraints": constraints,
    ])
  }
}

extension JSONValue {
  /// The entry of a table of comma-separated text, with more members before its schema.
  static func table(
    name: String, paths: [String], title: String, description: String,
    more: KeyValuePairs<String, JSONValue?>, fields: [JSONValue]
  ) -> JSONValue {
    let head = object([
      "name": .string(name), "path": self.paths(paths), "profile": "tabular-data-resource",
      "title": .string(title), "description": .string(description), "format": "csv",
      "mediatype": "text/csv", "encoding": "utf-8",
    ])
    let schema = object(["fields": .array(fields), "missingValues": .texts([""])])
    return .object([head, object(more), object(["schema": schema])].flatMap(\.members))
  }

  /// The path of a resource, or several of them.
  static func paths(_ paths: [String]) -> JSONValue {
    paths.count == 1 ? .string(paths[0]) : .texts(paths)
  }

  private var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

extension ImportedFile {
  /// The note of a file in `ddor:release`.
  var value: JSONValue {
    .object([
      "name": .string(name), "bytes": .integer(bytes), "hash": .string(hash),
      "rows": .integer(rows), "path": path.map { .string($0) },
    ])
  }
}

extension DetainerField {
  fileprivate var packageType: String {
    switch self {
    case .week: "date"
    case .duplicate: "boolean"
    default: kind.packageType
    }
  }

  /// What a column of an imported release holds.
  fileprivate var packageDescription: String {
    switch self {
    case .outcome: "What became of the detainer; empty where its file has no lift reasons."
    case .issued: "Date on which the detainer was issued."
    case .lifted: "Date on which the detainer ended."
    case .liftReason: "Why the detainer ended; empty where the release gives none."
    case .facility: "Facility as the release names it."
    case .facilityCode: "Code of the facility."
    case .city: "City as the release names it."
    case .state: "State, by its two-letter code."
    case .county: "County that the release names, in the form of the Census Bureau where it is one."
    case .countyFIPS: "FIPS code of the county."
    case .aor:
      "Area of Responsibility, by its code; that of the county where the release names none."
    case .type: "Form of the detainer, as the release names it."
    case .criminality: "Criminality, as the release gives it."
    case .threat: "Threat level, as the release gives it."
    case .crime: "Charge of the most serious conviction, as the release gives it."
    case .crimeCode: "Code of that charge; it may begin with 0."
    case .basis: "Charge or conviction; empty where not stated."
    case .citizenship: "Country of citizenship."
    case .birthCountry: "Country of birth."
    case .gender: "Gender, as the release gives it."
    case .birthYear: "Year of birth."
    case .program: "Final program, as the release names it."
    case .apprehensionMethod: "Method of apprehension, as the release names it."
    case .apprehended: "Date of apprehension."
    case .person: "Identifier of the person, which holds within this release only."
    case .duplicate: "Whether the release marks the row as a likely duplicate."
    case .week: "First day of the week, a Saturday, or the name of a longer period."
    case .count: "Detainers that this line stands for."
    case .sourceURL: "Where it was read."
    case .confidence: "How sure the reading of the source is."
    case .note: "What to know about this row."
    }
  }

  /// What a column holds that is not in the release.
  fileprivate var addedDescription: String {
    switch self {
    case .county:
      "County that the reference tables give for facility, city and state; not in the release. "
        + "ddor finds it again when it reads the file."
    case .countyFIPS: "FIPS code of that county; not in the release."
    case .aor: "Area of Responsibility of the county, by its code; not in the release."
    default: packageDescription
    }
  }
}
