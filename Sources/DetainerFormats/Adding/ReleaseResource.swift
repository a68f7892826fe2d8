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

  /// The entry, its members in the order in which packages have them.
  var value: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(name)),
      .init("path", paths.count == 1 ? .string(paths[0]) : .array(paths.map { .string($0) })),
      .init("profile", .string("tabular-data-resource")), .init("title", .string(title)),
      .init("description", .string(description)), .init("format", .string("csv")),
      .init("mediatype", .string("text/csv")), .init("encoding", .string("utf-8")),
    ]
    if isPacked { members.append(.init("compression", .string("gz"))) }
    if let file {
      members.append(.init("bytes", .integer(file.bytes)))
      members.append(.init("hash", .string(file.hash)))
    }
    members.append(
      .init("sources", .array(releases.map { .object([.init("title", .string($0.name))]) })))
    members.append(.init("ddor:release", .array(releases.map(\.value))))
    if !added.isEmpty {
      members.append(.init("ddor:added", .array(added.map { .string($0.rawValue) })))
    }
    members.append(
      .init(
        "schema",
        .object([
          .init("fields", .array(columns.map(field))),
          .init("missingValues", .array([.string("")])),
        ])))
    return .object(members)
  }

  private func field(_ field: DetainerField) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(field.rawValue)), .init("type", .string(field.packageType)),
    ]
    let text = added.contains(field) ? field.addedDescription : field.packageDescription
    if !text.isEmpty { members.append(.init("description", .string(text))) }
    switch field {
    case .state where hasStateCodes: members.append(Self.pattern("[A-Z]{2}"))
    case .countyFIPS: members.append(Self.pattern("[0-9]{5}"))
    case .count:
      members.append(
        .init(
          "constraints", .object([.init("required", .bool(true)), .init("minimum", .integer(0))])))
    default: break
    }
    return .object(members)
  }

  private static func pattern(_ pattern: String) -> JSONValue.Member {
    .init("constraints", .object([.init("pattern", .string(pattern))]))
  }
}

extension ImportedFile {
  /// The note of a file in `ddor:release`.
  var value: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(name)), .init("bytes", .integer(bytes)), .init("hash", .string(hash)),
      .init("rows", .integer(rows)),
    ]
    if let path { members.append(.init("path", .string(path))) }
    return .object(members)
  }
}

extension DetainerField {
  fileprivate var packageType: String {
    switch self {
    case .issued, .lifted, .week: "date"
    case .birthYear, .count: "integer"
    case .duplicate: "boolean"
    default: "string"
    }
  }

  /// What a column of an imported release holds.
  fileprivate var packageDescription: String {
    switch self {
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
    case .person: "Identifier of the person, which holds within this release only."
    case .duplicate: "Whether the release marks the row as a likely duplicate."
    case .week: "First day of the week, a Saturday."
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
