import DetainerModel
import Text
import Testing

@testable import DetainerFormats

/// Holds the table against the planted records, row by row and in sums.
func expect(
  _ table: DetainerTable, holds records: [PlantedRecord], _ layout: SchemaLayout,
  _ file: ReleaseWriter.File, _ variant: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(table.rowCount == records.count, "\(variant)", sourceLocation: sourceLocation)
  guard table.rowCount == records.count else { return }
  let rows = Array(0..<table.rowCount)
  func compare(_ what: String, _ read: (Int) -> String, _ planted: (PlantedRecord) -> String) {
    let wrong = rows.filter { read($0) != planted(records[$0]) }
    #expect(
      wrong.isEmpty,
      "\(variant) \(what): \(wrong.prefix(3).map { "line \(table.line($0)) has “\(read($0))”, planted “\(planted(records[$0]))”" })",
      sourceLocation: sourceLocation)
    let sums = Dictionary(rows.map { (read($0), 1) }, uniquingKeysWith: +)
    #expect(
      sums == Dictionary(records.map { (planted($0), 1) }, uniquingKeysWith: +),
      "\(variant) counts by \(what)", sourceLocation: sourceLocation)
  }
  let has = Set(layout.columns.compactMap { layout.cells[$0] == nil ? nil : ReleaseHeader.key($0) })
  func hasAny(_ keys: String...) -> Bool {
    keys.contains { key in has.contains { $0.hasSuffix(key) } }
  }

  #expect(rows.map(table.line) == file.recordLines, "\(variant)", sourceLocation: sourceLocation)
  compare("week of issue", { Period(.week, containing: table.issued($0)).name }, { $0.date.week })
  // A release with lift dates counts what has ended in the week in which it ended.
  let ends = layout.cells["Detainer_Lift_Date"] == nil ? nil : "2015-05-16"
  compare(
    "week", { table.report($0).period.name },
    { $0.reason.outcome == "pending" ? $0.date.week : ends ?? $0.date.week })
  compare("outcome", { table.outcome($0)?.name ?? "" }, { $0.reason.outcome })
  compare(
    "type", { DetainerTable.typeCode(table.text(.type, $0)) },
    { String($0.type.prefix(5)).filter { $0 != " " } })
  compare("facility", { table.site($0).facility }, { singleSpaced($0.place.facility) })
  switch layout.places {
  case .facilityWithoutState:
    // One facility of the planted ones is the only one of its name in the area that is given.
    compare(
      "state", { table.jurisdiction($0).state }, { $0.place.code == "MN" ? "MN" : "" })
    compare(
      "county", { table.jurisdiction($0).fips }, { $0.place.code == "MN" ? $0.place.fips : "" })
    compare("aor", { table.site($0).aor }, { _ in "SPM" })
  case .facility, .county:
    compare("city", { table.site($0).city }, { singleSpaced($0.place.city) })
    compare("state", { table.jurisdiction($0).state }, { $0.place.code })
    compare("county", { table.jurisdiction($0).fips }, { $0.place.fips })
    let unlocated = rows.count { table.jurisdiction($0).isUnlocated }
    #expect(
      unlocated == records.count { $0.place.fips.isEmpty }, sourceLocation: sourceLocation)
  }
  compare(
    "citizenship", { table.text(.citizenship, $0) },
    { hasAny("citizenshipcountry", "citizenship") ? $0.citizenship : "" })
  compare("crime", { table.text(.crime, $0) }, { hasAny("charge", "crime") ? $0.crime : "" })
  compare(
    "threat", { table.text(.threat, $0) }, { hasAny("threatlevel", "threat") ? $0.threat : "" })
  compare("gender", { table.text(.gender, $0) }, { hasAny("gender") ? $0.gender : "" })
  compare(
    "birth year", { "\(table.birthYear($0) ?? 0)" },
    { hasAny("birthyear") ? "\($0.birthYear)" : "0" })
  compare(
    "person", { table.text(.person, $0) },
    { hasAny("identifier", "uniqueid", "person") ? $0.person : "" })
  // Of likely ones the first of each person and day stays.
  let marksAll =
    has.contains("duplicatelikely") && !has.contains("duplicatedroprow")
    && layout.schema != .ddpHistorical
  var seen: Set<[String]> = []
  let duplicates = zip(rows, records).map { row, record in
    guard hasAny("duplicatelikely", "duplicatedroprow", "duplicate"), record.isDuplicate else {
      return false
    }
    guard marksAll else { return true }
    return !record.person.isEmpty
      && !seen.insert([record.person, table.issued(row).iso]).inserted
  }
  #expect(
    rows.map(table.isDuplicate) == duplicates, "\(variant)", sourceLocation: sourceLocation)
}

/// Holds the findings against what was planted: every bad cell and every row that is no record,
/// with its line, and nothing else.
func expect(
  _ diagnostics: [Diagnostic], matches records: [PlantedRecord], _ layout: SchemaLayout,
  _ file: ReleaseWriter.File,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  func lines(_ code: FindingCode) -> [Int] {
    diagnostics.filter { $0.code == code }.compactMap(\.row)
  }
  func planted(_ isWanted: (PlantedRecord) -> Bool) -> [Int] {
    zip(records, file.recordLines).filter { isWanted($0.0) }.map(\.1)
  }
  let bad = planted(\.date.isBad)
  // What has ended has its week by the lift date where there is one.
  let hasLiftDates = layout.cells["Detainer_Lift_Date"] != nil
  let undated = planted {
    $0.date.week.isEmpty && !(hasLiftDates && $0.reason.outcome != "pending")
  }
  #expect(bad.count > 20 && bad.count < FindingLog.kept, "so that all of them are listed")
  #expect(lines(.unreadableDate) == bad, sourceLocation: sourceLocation)
  #expect(lines(.undatedRow) == undated, sourceLocation: sourceLocation)
  #expect(lines(.repeatedHeader) == file.repeatedHeaders, sourceLocation: sourceLocation)
  #expect(lines(.notARecord) == file.asides, sourceLocation: sourceLocation)
  #expect(lines(.blankRow) == file.blanks, sourceLocation: sourceLocation)
  let known: [FindingCode] = [
    .unreadableDate, .undatedRow, .repeatedHeader, .notARecord, .blankRow, .withheldReason,
  ]
  let others = diagnostics.filter { !known.contains($0.code) }
  #expect(others.isEmpty, "\(others.map(\.description))", sourceLocation: sourceLocation)
  let columns = Set(diagnostics.filter { $0.code == .unreadableDate }.map(\.column))
  #expect(columns.allSatisfy { $0 != nil } && diagnostics.allSatisfy { $0.file.hasSuffix(".csv") })
}
