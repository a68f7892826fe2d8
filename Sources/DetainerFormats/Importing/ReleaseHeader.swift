import DetainerModel

/// The columns of a file of records, found by its header row.
struct ReleaseHeader {
  /// The place of each canonical column that the file has.
  private(set) var columns: [DetainerField: Int]
  /// The names in the file's own words, in order.
  let names: [String]
  /// How many cells the header has.
  var count: Int { names.count }

  /// Reads a row as a header; nil when it has no column that dates a record.
  init?(names: [String]) {
    guard names.count > 1, !names[1].isEmpty else { return nil }
    var columns: [DetainerField: Int] = [:]
    for (index, name) in names.enumerated() {
      // Of columns with one name the first counts.
      if let field = Self.aliases[Self.normalised(name)], columns[field] == nil {
        columns[field] = index
      }
    }
    guard columns[.issued] != nil || columns[.week] != nil || columns[.lifted] != nil,
      columns.count > 1
    else { return nil }
    self.columns = columns
    self.names = names
  }

  /// Takes columns for unknown ones.
  mutating func leaveOut(_ fields: Set<DetainerField>) {
    columns = columns.filter { !fields.contains($0.key) }
  }

  /// Lower case, with `_` for each run of spaces, points, hyphens and underscores.
  static func normalised(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || ".-_".contains($0) }.joined(separator: "_")
  }

  /// What the releases call the canonical columns; every canonical name is an alias of itself.
  private static let aliases: [String: DetainerField] = {
    let names: [DetainerField: [String]] = [
      .issued: ["Detainer Prepare Date", "Detainer Prepared Date", "Prepare Date", "date"],
      .lifted: ["Detainer Lift Date"],
      .liftReason: ["Detainer Lift Reason"],
      .facility: [
        "Detention Facility", "Detainer Facility", "Detainer Detention Facility", "det_facility",
      ],
      .facilityCode: [
        "Detention Facility Code", "Detainer Facility Code", "Detainer Detention Facility Code",
      ],
      .city: ["Facility City"],
      .state: ["Facility State"],
      .county: ["county_name"],
      .aor: ["Facility AOR", "Detainer AOR", "Area Of Responsibility"],
      .type: ["Detainer Type"],
      .criminality: ["Detainer Prepared Criminality", "Detainer Criminality"],
      .threat: [
        "Detainer Prep Threat Level", "Detainer Prepared Threat Level", "Detainer Threat Level",
      ],
      .crime: [
        "MSC Charge", "Most Serious Conviction (MSC) Charge", "most_serious_conviction_charge",
        "most_serious_conviction_msc_charge", "Detainer Most Serious Conviction Charge",
      ],
      .crimeCode: ["MSC Charge Code", "Detainer Most Serious Conviction Charge Code"],
      .citizenship: ["Citizenship Country"],
      .person: [
        "Unique Identifier", "Anonymized Identifier", "Anonymized Unique Identifier",
        "Alien Number Unique Identifier", "unique_id",
      ],
      .duplicate: ["duplicate_likely", "duplicate_drop_row"],
    ]
    var aliases: [String: DetainerField] = [:]
    for field in DetainerField.allCases {
      aliases[field.rawValue] = field
      for name in names[field] ?? [] { aliases[normalised(name)] = field }
    }
    return aliases
  }()
}
