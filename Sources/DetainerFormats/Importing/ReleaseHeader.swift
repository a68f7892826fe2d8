import DetainerModel
import Synchronization

/// The columns of a file of records, found by its header row.
struct ReleaseHeader: Equatable {
  /// The places of the columns of each field, the preferred one first: files that put several
  /// releases together fill one for some rows and another for the rest.
  let columns: [DetainerField: [Int]]
  /// Columns with the code of a lift reason, which are also the last of the lift reasons.
  let codesOfLiftReasons: Set<Int>
  /// Columns that count only if certain others are blank throughout the file.
  let spares: [Int: [Int]]
  /// The names in the file's own words, in order.
  let names: [String]
  /// Whether the file joins detainers to something else, so that rows may have none.
  let isJoined: Bool
  /// The release that has these names; nil for none that is known.
  let schema: ReleaseSchema?
  /// The columns that only detainers fill.
  var evidence: [Int] {
    columns.flatMap { field, places in
      switch field {
      case .issued: places.filter { !isBareDate($0) }
      case .lifted, .week, .liftReason, .type, .criminality, .threat, .count: places
      // A detention has a facility too.
      default: places.filter { Self.key(names[$0]).hasPrefix("detainer") }
      }
    }.sorted()
  }

  /// How many cells the header has.
  var count: Int { names.count }

  /// Whether duplicates are marked together with the row that they repeat; where several releases
  /// are put together only the later ones are (reading rule 5).
  var marksAllOfAGroup: Bool {
    guard schema != .ddpHistorical, let column = columns[.duplicate]?.first else { return false }
    return Self.key(names[column]) == Self.likelyDuplicate
  }

  /// Whether nothing but a header of records says this; a small table above the records may also
  /// have a date and one thing more.
  var isSure: Bool {
    columns.count > 2 || columns[.issued]?.contains { !isBareDate($0) } ?? false
  }

  /// Reads a row as a header; nil when it has no column that dates a record, or nothing else.
  init?(names: [String]) {
    if let header = Self.recent.withLock({ $0[names] }) {
      self = header
      return
    }
    var places: [String: [Int]] = [:]
    for (index, name) in names.enumerated() {
      let key = Self.key(name)
      if Self.known.contains(key) { places[key, default: []].append(index) }
    }
    // So it is of every row but a header.
    if places.isEmpty { return nil }
    var columns: [DetainerField: [Int]] = [:]
    var spares: [Int: [Int]] = [:]
    for (field, keys) in Self.aliases {
      for key in keys {
        for (repetition, index) in (places[key] ?? []).enumerated() {
          let earlier = columns[field] ?? []
          // Of columns with one name the first counts. A second mark of duplicates means another
          // thing, and a bare date may be any.
          if field == .duplicate || key == Self.bareDate {
            if !earlier.isEmpty { spares[index] = earlier }
          } else if repetition > 0 {
            spares[index] = Array(earlier.suffix(repetition))
          }
          columns[field, default: []].append(index)
        }
      }
    }
    // Only a tally names months and years; records have a date, and more may stand beside it.
    if columns[.count] != nil, columns[.issued] == nil, columns[.lifted] == nil {
      columns[.week, default: []] += PeriodReader.longer.flatMap { places[$0.rawValue] ?? [] }
    }
    columns = columns.filter { !$0.value.isEmpty }
    // In the files of others such a name means something else.
    let isOwn = Self.isListing(names) || names.allSatisfy { Self.canonicalField($0) != nil }
    if !isOwn { columns[.outcome] = nil }
    guard columns.count > 1,
      columns[.issued] != nil || columns[.week] != nil || columns[.lifted] != nil
    else { return nil }
    self.columns = columns
    self.spares = spares
    self.names = names
    isJoined = Self.isForeign(names)
    codesOfLiftReasons = Set(Self.codesOfLiftReasons.flatMap { places[$0] ?? [] })
    schema = ReleaseSchema(keys: Set(names.map(Self.key)))
    keep()
  }

  /// The headers read last, by their names: of very many files in a directory most have the same.
  private static let recent = Mutex<[[String]: ReleaseHeader]>([:])

  private func keep() {
    guard names.reduce(0, { $0 + $1.utf8.count }) < 16_384 else { return }
    Self.recent.withLock { recent in
      if recent.count >= 16 { recent = [:] }
      recent[names] = self
    }
  }

  /// Whether the rows are those of a tally, of which the first are given: some have a count, or they
  /// name months and years, as only tallies do.
  func isOfTally(_ rows: [[String]]) -> Bool {
    guard let column = columns[.count]?.first else { return false }
    let hasLonger = columns[.week]?.contains { period(of: $0) != .week } == true
    return hasLonger || rows.contains { column < $0.count && CellRules.number($0[column]) != nil }
  }

  /// The columns in which all rows of a small table have a word for all places.
  func wholes(in rows: [[String]]) -> Set<Int> {
    guard columns[.count] != nil, !rows.isEmpty, rows.count < HeaderSearch.mostFirstRows else {
      return []
    }
    let places = [DetainerField.state, .county, .facility].flatMap { columns[$0] ?? [] }
    return Set(
      places.filter { column in
        rows.allSatisfy { column < $0.count && StrayRow.isTotalOfPlaces($0[column]) }
      })
  }

  /// Whether the columns are those of detainers as the program lists them itself.
  static func isListing(_ names: [String]) -> Bool {
    Set(["week", "source", "file", "row"]).isSubset(of: names.map(key))
  }

  /// The same header without columns that do not count.
  init(_ header: ReleaseHeader, without left: Set<Int>) {
    columns = header.columns.mapValues { $0.filter { !left.contains($0) } }.filter {
      !$0.value.isEmpty
    }
    spares = [:]
    names = header.names
    isJoined = header.isJoined
    schema = header.schema
    codesOfLiftReasons = header.codesOfLiftReasons
  }

  /// The same header with one more column in front, as R writes row numbers without a name.
  var behindRowNumbers: ReleaseHeader? { ReleaseHeader(names: [""] + names) }

  /// What a column says of a period; nil where it is of none.
  func period(of index: Int) -> PeriodReader.Kind? {
    columns[.week]?.contains(index) == true
      ? PeriodReader.Kind(rawValue: Self.key(names[index])) ?? .week : nil
  }

  private func isBareDate(_ index: Int) -> Bool { Self.key(names[index]) == Self.bareDate }

  /// What tells one name from another: its letters and digits in lower case, without the number
  /// that R gives to columns of one name (`Gender...13`).
  static func key(_ name: String) -> String {
    if let key = plainKey(name) { return key }
    var name = name[...]
    let digits = name.reversed().prefix { $0.isNumber }.count
    if digits > 0, name.dropLast(digits).hasSuffix("...") { name = name.dropLast(digits) }
    return String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The key of a name in ASCII, as nearly all are; nil where it ends with a number behind points.
  private static func plainKey(_ name: String) -> String? {
    var key: [UInt8] = []
    var endsWithDigit = false
    var hasPoint = false
    for byte in name.utf8 {
      endsWithDigit = false
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): key.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        key.append(byte)
        endsWithDigit = true
      case ..<0x80: hasPoint = hasPoint || byte == UInt8(ascii: ".")
      default: return nil
      }
    }
    return endsWithDigit && hasPoint ? nil : String(decoding: key, as: UTF8.self)
  }

  /// The field whose canonical name this is, however it is written.
  static func canonicalField(_ name: String) -> DetainerField? { canonical[key(name)] }

  private static let canonical = Dictionary(
    uniqueKeysWithValues: DetainerField.allCases.map { (key($0.rawValue), $0) })
  private static let bareDate = "date"
  private static let likelyDuplicate = "duplicatelikely"
  private static let codesOfLiftReasons = ["detainerliftreasoncode", "liftreasoncode"]
  private static let known = Set(
    aliases.flatMap { $0.keys } + PeriodReader.longer.map(\.rawValue))

  /// What the releases call the canonical columns, preferred first (`key`); every canonical name
  /// is an alias of itself.
  private static let aliases: [(field: DetainerField, keys: [String])] = {
    let names: [DetainerField: [String]] = [
      .issued: [
        "Detainer Prepare Date", "Detainer Prepared Date", "Prepare Date", "Prepare Date Time",
      ],
      .lifted: ["Detainer Lift Date"],
      .liftReason: ["Detainer Lift Reason"],
      .facility: [
        "Detainer Facility", "Detainer Detention Facility", "Detention Facility", "det_facility",
      ],
      .facilityCode: [
        "Detainer Facility Code", "Detainer Detention Facility Code", "Detention Facility Code",
      ],
      .city: ["Detainer Facility City", "Detainer City", "Facility City"],
      .state: ["Detainer Facility State", "Detainer State", "Facility State", "state_name"],
      .county: ["county_name"],
      .aor: ["Detainer AOR", "Facility AOR", "Area Of Responsibility"],
      .type: ["Detainer Type"],
      .criminality: ["Detainer Prepared Criminality", "Detainer Criminality"],
      .threat: [
        "Detainer Prep Threat Level", "Detainer Prepared Threat Level", "Detainer Threat Level",
      ],
      .crime: [
        "MSC Charge", "Most Serious Conviction (MSC) Charge", "Most Serious Conviction Charge",
        "Detainer Most Serious Conviction Charge",
      ],
      .crimeCode: [
        "MSC Charge Code", "Most Serious Conviction Charge Code",
        "Detainer Most Serious Conviction Charge Code",
      ],
      .citizenship: ["Citizenship Country"],
      .program: ["TOD Final Program", "Final Program"],
      .apprehended: ["Apprehension Date"],
      .person: [
        "Unique Identifier", "Anonymized Identifier", "Anonymized Unique Identifier",
        "Alien Number Unique Identifier", "unique_id",
      ],
      .duplicate: ["duplicate_drop_row", "duplicate_likely"],
    ]
    return DetainerField.allCases.map { field in
      var keys = ((names[field] ?? []) + [field.rawValue]).map(key)
      if field == .issued { keys.append(bareDate) }
      if field == .liftReason { keys += codesOfLiftReasons }
      return (field, keys)
    }
  }()
}
