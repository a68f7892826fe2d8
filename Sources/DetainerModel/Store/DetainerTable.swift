/// A place of detention as a file states it, with the county that was found for it.
public struct Site: Hashable, Sendable {
  /// The facility's name.
  public var facility: String
  /// The facility's city.
  public var city: String
  /// The number of its jurisdiction in the table.
  public var jurisdiction: Int
  /// The code of its area of responsibility.
  public var aor: String
  /// How its county was found.
  public var placement: Placement

  /// Describes a place of detention.
  public init(facility: String, city: String, jurisdiction: Int, aor: String, placement: Placement)
  {
    self.facility = facility
    self.city = city
    self.jurisdiction = jurisdiction
    self.aor = aor
    self.placement = placement
  }
}

/// A dictionary-coded column of text.
package struct TextColumn: Sendable {
  /// The distinct texts.
  package var dictionary = TextDictionary()
  /// The number of each row's text.
  package var codes = Codes()

  /// A column without rows.
  package init() {}

  /// The text in a row.
  package subscript(row: Int) -> String { dictionary[codes[row]] }
}

/// Detainer records in columns: one row for each line of the files read.
public struct DetainerTable: Sendable {
  /// How many rows there are.
  public internal(set) var rowCount = 0
  /// The files, by the numbers in `source`.
  public internal(set) var sources: [Source] = []
  /// What the files say in columns without a canonical name, by the numbers in `source`.
  package var originals: [(any OriginalRecords)?] = []
  /// The reports, by the numbers in `report`.
  public internal(set) var reports: [Report] = []
  /// The jurisdictions, by the numbers in sites; number 0 is ``Jurisdiction/none``.
  public internal(set) var jurisdictions: [Jurisdiction] = [.none]
  /// The places of detention, by the numbers in `site`.
  public internal(set) var sites: [Site] = []

  var source = Codes()
  /// The report each row belongs to: of the week of issue, or of the end where a release counts by
  /// lift date.
  var report = Codes()
  /// The report in which each row counts as issued; nil where it is the one that it belongs to.
  var issueReport: Codes?
  var site = Codes()
  /// The outcome of each row by its code; a row of Section II is declined whatever its lift reason
  /// says.
  var outcome = Column<UInt8>()
  /// The day by which a record counts in a month or year: its issue date, its lift date where a
  /// release counts by it, or the Friday of its week.
  var date = Column<UInt16>()
  /// The day by which a record counts as issued in a month or year; nil where it is the same.
  var issueDate: Column<UInt16>?
  var issued = Column<UInt16>()
  var lifted = Column<UInt16>()
  var birthYear = Column<UInt16>()
  var lines = Column<UInt32>()
  /// How many detainers a row stands for; empty when every row is one detainer.
  var counts = Column<UInt32>()
  var texts = Array(repeating: TextColumn(), count: DetainerField.texts.count)
  /// 1 for each row that its release marks as a likely duplicate; empty when none is.
  var duplicates = Column<UInt8>()

  /// Those who look at the rows together.
  package var workers = Workers.one

  /// A table without rows.
  public init() {}

  /// The names of the sources, each once, in the order of the files.
  public var sourceNames: [String] {
    var seen: Set<String> = []
    return sources.map(\.name).filter { seen.insert($0).inserted }
  }

  /// How many detainers a row stands for.
  public func count(_ row: Int) -> Int { counts.isEmpty ? 1 : Int(counts[row]) }
  /// The outcome of a row; nil where its release does not say, as one without lift reasons.
  public func outcome(_ row: Int) -> Outcome? { Outcome(rawValue: outcome[row]) }
  /// Whether a row says that its detainer has ended.
  public func isResolved(_ row: Int) -> Bool { Outcome.isResolved(code: outcome[row]) }
  /// The report a row belongs to.
  public func report(_ row: Int) -> Report { reports[report[row]] }
  /// The file a row came from.
  public func source(_ row: Int) -> Source { sources[source[row]] }
  /// The line of its file where a row begins, from 1.
  public func line(_ row: Int) -> Int { Int(lines[row]) }
  /// The place of detention of a row.
  public func site(_ row: Int) -> Site { sites[site[row]] }
  /// The jurisdiction of a row.
  public func jurisdiction(_ row: Int) -> Jurisdiction { jurisdictions[site(row).jurisdiction] }
  /// The issue date of a row.
  public func issued(_ row: Int) -> Day { Day(packed: issued[row]) }
  /// The date on which the detainer of a row ended.
  public func lifted(_ row: Int) -> Day { Day(packed: lifted[row]) }
  /// The day by which a row counts in a month or year.
  public func date(_ row: Int) -> Day { Day(packed: date[row]) }
  /// The year of birth in a row, if it is known.
  public func birthYear(_ row: Int) -> Int? { birthYear[row] == 0 ? nil : Int(birthYear[row]) }
  /// Whether the release marks a row as a likely duplicate.
  public func isDuplicate(_ row: Int) -> Bool { !duplicates.isEmpty && duplicates[row] != 0 }
  /// How many rows their releases mark as likely duplicates.
  public var duplicateCount: Int { duplicates.count { $0 != 0 } }
  /// Whether a release among the files counts what has ended by lift date.
  public var countsByLiftDate: Bool { issueReport != nil }
  /// Whether a file gives identifiers of persons.
  package var hasPersons: Bool { originals.contains { $0?.hasPersons == true } }
  /// The names of the tallies, whose lines count whole by the Friday of their week.
  var tallies: Set<String> { Set(sources.lazy.filter(\.isTally).map(\.name)) }
  /// Whether a row stands for several detainers that are alike in all that is listed.
  public func isTally(_ row: Int) -> Bool { source(row).isTally }

  /// The text of a field in a row; empty for fields that are not text.
  public func text(_ field: DetainerField, _ row: Int) -> String {
    if field == .person { return originals[source[row]]?.person(line: line(row)) ?? "" }
    return field.textIndex.map { texts[$0][row] } ?? ""
  }

  package func column(_ field: DetainerField) -> TextColumn {
    field.textIndex.map { texts[$0] } ?? TextColumn()
  }

  /// The distinct texts of a field that is a text, without the empty one.
  package func texts(of field: DetainerField) -> [String] {
    column(field).dictionary.texts.filter { !$0.isEmpty }
  }

  /// The report in which each row counts for an event.
  func report(of event: Event) -> Codes { event == .issue ? issueReport ?? report : report }

  /// The day on which each row counts for an event in a month or year.
  func date(of event: Event) -> Column<UInt16> { event == .issue ? issueDate ?? date : date }
}

/// What a record is dated by: rows belong where they ended, and are counted as issued where they
/// were issued. The two are the same unless a release counts by lift date (rule 2 of the data).
enum Event { case issue, end }

extension DetainerTable {
  /// The code of a detainer type: the text before ` - `, as `I247A`.
  public static func typeCode(_ type: String) -> String {
    var type = type
    return type.withUTF8 { bytes in
      String(decoding: bytes[..<codeLength(UnsafeRawBufferPointer(bytes))], as: UTF8.self)
    }
  }

  /// How many bytes of a type are its code.
  static func codeLength(_ type: UnsafeRawBufferPointer) -> Int {
    // A plain scan: the range search of the standard library needs Foundation.
    type.indices.dropLast(2).first { index in
      type[index] == 32 && type[index + 1] == 45 && type[index + 2] == 32
    } ?? type.count
  }
}
