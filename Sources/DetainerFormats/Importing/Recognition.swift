import DetainerModel

/// What a table is by the names of its columns and the first rows below them: records or a tally
/// of detainers, or something else that may lie in the same folder (rule 12 of the data).
enum Recognition: Equatable {
  /// Detainers.
  case detainers
  /// Detainers as the program has listed them itself; the names of their sources, and whether some look
  /// like rows of a published report, which nothing in the file says.
  case listing(sources: Set<String>, mayBePublished: Bool)
  /// Another data set: what it looks like and what to do, as it stands behind the name of the file.
  case other(String)

  /// Looks at a header and some rows below it.
  /// - Parameter isPublished: whether a published report of the data directory has the file's rows.
  init(_ header: ReleaseHeader, rows: [[String]], isPublished: Bool) {
    let columns = KeyedColumns(header.names, rows: rows)
    if let answer = columns.ownAnswer ?? columns.counts {
      self = .other(answer)
    } else if !columns.isOfDetainers(header, isPublished: isPublished) {
      self = .other(columns.likeness)
    } else if ReleaseHeader.isListing(header.names) {
      self = .listing(
        sources: Set(columns.values(of: "source")), mayBePublished: columns.mayBePublished)
    } else {
      self = .detainers
    }
  }

  /// What a table looks like in which no header of detainers is found; nil for one that looks like
  /// nothing in particular.
  static func likeness(of names: [String]) -> String? {
    let columns = KeyedColumns(names, rows: [])
    if columns.has("liftreason") || columns.has("detainerliftreason") { return nil }
    return columns.ownAnswer ?? columns.subject.map { _ in columns.likeness }
  }
}

/// The columns of a table by the keys of their names (`ReleaseHeader.key`).
private struct KeyedColumns {
  private let places: [String: Int]
  private let names: [String]
  private let rows: [[String]]

  init(_ names: [String], rows: [[String]]) {
    self.names = names
    self.rows = rows
    places = Dictionary(
      zip(names.map(ReleaseHeader.key), names.indices), uniquingKeysWith: { first, _ in first })
  }

  func has(_ keys: String...) -> Bool { keys.allSatisfy { places[$0] != nil } }

  /// The values of a column that are not blank.
  func values(of key: String) -> [String] {
    guard let place = places[key] else { return [] }
    return rows.compactMap { row in
      let value = place < row.count ? CellRules.value(of: row[place]) : ""
      return value.isEmpty ? nil : value
    }
  }

  /// Whether some rows are declines of a week without dates of their own or a count, as published
  /// reports list them.
  var mayBePublished: Bool {
    rows.contains { row in
      func says(_ key: String) -> String {
        guard let place = places[key], place < row.count else { return "" }
        return CellRules.value(of: row[place])
      }
      return says("outcome") == "declined" && !says("week").isEmpty
        && ["issued", "lifted", "liftreason", "count"].allSatisfy { says($0).isEmpty }
    }
  }

  /// Whether a column has values, all of them whole numbers.
  private func counts(_ key: String) -> Bool {
    let values = values(of: key)
    return !values.isEmpty && values.allSatisfy { CellRules.number($0) != nil }
  }

  private func hasDates(_ key: String) -> Bool {
    values(of: key).contains { value in
      if case .day = DateReader.read(value), CellRules.number(value) == nil { true } else { false }
    }
  }

  /// What the program prints itself and does not read again.
  var ownAnswer: String? {
    let again = "it is not data; open what it was made of"
    if has("issued", "resolved", "declined"), !hasDates("issued") {
      return "is an answer of ddor list or ddor count: \(again)"
    }
    if has("before", "after", "alike") || has("before", "after", "matched") {
      return "is an answer of ddor diff: \(again)"
    }
    if has("before", "after", "status") || has("before", "after", "change") {
      return "is an answer of ddor compare: \(again)"
    }
    if has("severity", "code", "file", "message") {
      return "is an answer of ddor validate: \(again)"
    }
    return nil
  }

  /// A table of counts by place, as newsrooms and agencies publish it.
  var counts: String? {
    guard ["issued", "declined", "resolved"].contains(where: counts) else { return nil }
    return
      "is a table of counts by place, not of records: write its numbers as rows of figures.csv"
  }

  /// Whether the columns are those of detainers.
  func isOfDetainers(_ header: ReleaseHeader, isPublished: Bool) -> Bool {
    if header.columns[.liftReason] != nil || has("detainertype") { return true }
    let types = values(of: "type")
    if types.contains(where: { $0.hasPrefix("I247") || $0.hasPrefix("I-247") }) { return true }
    let isNamed = Self.ofDetainers.contains { has($0) }
    if isNamed { return !ReleaseHeader.isForeign(names, apartFrom: []) }
    // The columns of a data directory and nothing else: rows of a published report, or a tally.
    return has("week") && (isPublished || has("count"))
      && names.allSatisfy { ReleaseHeader.canonicalField($0) != nil }
  }

  private static let ofDetainers = [
    "detainerfacility", "detainerdetentionfacility", "detfacility", "detainerpreparedate",
    "detainerprepareddate", "preparedate", "preparedatetime", "detainerliftdate", "issued",
    "lifted",
  ]

  var likeness: String {
    let subject = subject ?? "another data set"
    return
      "looks like \(subject): nothing in it says that it is of detainers (no lift reason, no detainer type), and nothing of it is counted"
  }

  /// What the columns are of, as far as their names say it.
  var subject: String? {
    for (subject, words) in Self.subjects {
      let isIt = places.keys.contains { key in words.contains { key.contains($0) } }
      if isIt { return subject }
    }
    let isOfCounts = places.keys.contains {
      $0.hasSuffix("count") || ["year", "fiscalyear", "total"].contains($0)
    }
    return isOfCounts ? "a table of counts" : nil
  }

  /// The words in names of columns by which data sets are told, the surest first.
  private static let subjects: [(String, [String])] = [
    ("incidents", ["incident", "deaths", "shooting"]),
    ("removals", ["removal", "departeddate", "deportation"]),
    ("detentions", ["bookin", "bookout", "stayid", "detentionstay", "inmate"]),
    ("agreements", ["agreement", "moa", "signeddate", "supporttype"]),
    ("encounters", ["encounter"]),
    ("arrests", ["arrest", "apprehension"]),
  ]
}

extension ReleaseHeader {
  /// Whether columns tell of more than detainers, as where a file joins them to arrests.
  static func isForeign(_ names: [String], apartFrom own: Set<String> = own) -> Bool {
    let keys = Set(names.map(key))
    if keys.contains(where: { key in
      foreign.contains { has(key.utf8, $0.utf8) } && !own.contains(key)
    }) {
      return true
    }
    // Programs that join tables tell apart columns of one name so.
    let stems = names.filter { $0.hasSuffix("_x") || $0.hasSuffix(".x") }.map { $0.dropLast() }
    return stems.contains { names.contains($0 + "y") }
  }

  /// Whether a key has a word in it; asked for every file, of which there may be very many.
  private static func has(_ key: String.UTF8View, _ word: String.UTF8View) -> Bool {
    var rest = key[...]
    while rest.count >= word.count {
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static let foreign = [
    "bookin", "bookout", "departed", "removal", "arrest", "agreement", "encounter", "incident",
    "apprehensionstate", "apprehensioncounty",
  ]
  /// Columns of releases of detainers that have such a word in their names.
  static let own: Set<String> = [
    "departeddate", "otherremovalreason", "otherremovalreasonyesno", "arresttimecasecategory",
    "arresttimecasecategorycode", "arresttimecurrentprogram", "arrestwarrantserveddate",
  ]
}
