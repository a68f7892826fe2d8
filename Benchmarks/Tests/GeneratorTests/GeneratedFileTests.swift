import Foundation
import Testing

@testable import Generator

/// The lines of a generated file, and their fields, told apart by the reader of reference tables.
private func lines(of file: GeneratedFile) throws -> [[String]] {
  String(decoding: try bytes(of: file), as: UTF8.self).split(separator: "\n")
    .map(ReferenceTable.fields)
}

private func bytes(of file: GeneratedFile) throws -> Data {
  let path = NSTemporaryDirectory() + "generated-\(UUID().uuidString).csv"
  defer { try? FileManager.default.removeItem(atPath: path) }
  try file.write(to: path)
  #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
  return try Data(contentsOf: URL(fileURLWithPath: path))
}

private func share(_ rows: [[String]], _ isCounted: ([String]) -> Bool) -> Double {
  Double(rows.count(where: isCounted)) / Double(rows.count)
}

@Suite struct GeneratedFileTests {
  @Test(arguments: GeneratedFile.Schema.allCases)
  func sameSeedSameBytes(schema: GeneratedFile.Schema) throws {
    var file = GeneratedFile()
    file.schema = schema
    file.rows = 3_000
    let first = try bytes(of: file)
    #expect(try bytes(of: file) == first)
    file.seed = 2
    #expect(try bytes(of: file) != first)
  }

  @Test func recordsHaveTheirColumnsInEveryRow() throws {
    var file = GeneratedFile()
    file.rows = 20_000
    let lines = try lines(of: file)
    #expect(
      lines[0].joined(separator: ",")
        == "issued,lifted,lift_reason,facility,facility_code,city,state,aor,type,criminality,threat,"
        + "crime,citizenship,gender,birth_year,person")
    #expect(lines.count == 20_001)
    #expect(lines.allSatisfy { $0.count == 16 })
  }

  @Test func theColumnOfLiftDatesCanBeLeftOut() throws {
    var file = GeneratedFile()
    file.rows = 500
    file.hasLiftDates = false
    let without = try lines(of: file)
    file.hasLiftDates = true
    let with = try lines(of: file)
    #expect(without == with.map { Array($0[0..<1] + $0[2...]) })
  }

  @Test func ddpHasItsColumnsInEveryRow() throws {
    var file = GeneratedFile()
    file.schema = .ddp
    file.rows = 5_000
    let lines = try lines(of: file)
    #expect(lines.count == 5_001)
    #expect(lines.allSatisfy { $0.count == 65 })
    #expect(lines[0].prefix(4) == ["", "detainer_prepare_date", "facility_state", "facility_aor"])
    #expect(lines[0].suffix(3) == ["file_original", "sheet_original", "row_original"])
    #expect(Set(lines[0]).count == 65)
    #expect(lines.dropFirst().map { $0[0] } == (1...5_000).map(String.init))
    #expect(lines.dropFirst().map { $0[64] } == (8...5_007).map(String.init))
  }

  @Test func countyNamesThePlacesOfThreeThousandFacilities() throws {
    var file = GeneratedFile()
    file.schema = .county
    file.rows = 100_000
    let lines = try lines(of: file)
    #expect(
      lines[0].joined(separator: ",")
        == "issued,lifted,lift_reason,facility,facility_code,city,state,county,aor,type,criminality,"
        + "crime,citizenship,gender,birth_year,person")
    let rows = Array(lines.dropFirst())
    #expect(rows.allSatisfy { $0.count == 16 })
    let placed = rows.filter { !$0[5].isEmpty && !$0[6].isEmpty }
    #expect(abs(share(placed) { !$0[7].isEmpty } - 0.9) < 0.01)
    #expect(abs(share(placed) { !$0[8].isEmpty } - 0.8) < 0.02)
    // Those of the reference tables state their county in full, the invented ones do so in short.
    let table = Set(
      zip(ReferenceTable.facilities["facility"], ReferenceTable.facilities["city"])
        .map { "\($0)|\($1)" })
    let known = rows.filter { table.contains("\($0[3])|\($0[5])") }
    #expect(0.6..<0.8 ~= Double(known.count) / Double(rows.count))
    let stated = known.filter { !$0[7].isEmpty }
    let counties = Set(ReferenceTable.counties["county"])
    #expect(stated.allSatisfy { counties.contains($0[7]) })
    let names = Set(ReferenceTable.counties["name"].map { $0.uppercased() })
    let others = placed.filter { !table.contains("\($0[3])|\($0[5])") && !$0[7].isEmpty }
    #expect(share(others) { names.contains($0[7]) } > 0.99)
  }

  @Test func aThirdOfThreeThousandFacilitiesIsInvented() {
    let all = Facilities(.withInvented(known: 2_000, invented: 1_000), earlyShare: 0.5).all
    #expect(Set(all.map { [$0.name, $0.city, $0.state] }).count == 3_000)
    let known = Set(ReferenceTable.facilities["facility"])
    #expect(all.suffix(1_000).allSatisfy { !known.contains($0.name) && $0.weight > 0 })
    #expect(all.prefix(2_000).allSatisfy { known.contains($0.name) })
    #expect(Set(all.suffix(1_000).map { [$0.county, $0.state] }).count == 1_000)
    #expect(all.allSatisfy { $0.name.utf8.count <= 40 && (!$0.hasPlace || !$0.county.isEmpty) })
  }

  @Test func fyIsAsTheReleaseOfItsYear() throws {
    var file = GeneratedFile()
    file.schema = .fy
    file.rows = 79_053
    let lines = try lines(of: file)
    #expect(
      lines[0] == [
        "Prepare Date", "Detainer Type", "Detainer Detention Facility", "State", "City",
        "Detainer Lift Reason",
      ])
    let rows = Array(lines.dropFirst())
    #expect(rows.allSatisfy { $0.count == 6 && ("2014-10-01"..."2015-07-19").contains($0[0]) })
    #expect(abs(Double(Set(rows.map { $0[0] }).count) - 292) < 3)
    #expect(abs(share(rows) { $0[3].isEmpty } - 0.114) < 0.01)
    let current = "I247 - Immigration Detainer - Notice of Action (as of March 2013)"
    #expect(abs(share(rows) { $0[1] == current } - 0.955) < 0.005)
    #expect(abs(share(rows) { $0[5] == "Detainer Declined by LEA" } - 0.0696) < 0.015)
    #expect(Set(rows.map { $0[5] }).count <= 13)
  }

  @Test func sharesAreThoseOfTheReleases() throws {
    var file = GeneratedFile()
    file.rows = 200_000
    let rows = Array(try lines(of: file).dropFirst())
    let placed = rows.filter { !$0[6].isEmpty }
    #expect(abs(share(placed) { $0[6] == "TEXAS" } - 0.247) < 0.01)
    #expect(abs(share(placed) { $0[6] == "CALIFORNIA" } - 0.192) < 0.01)
    #expect(abs(share(rows) { $0[12] == "MEXICO" } - 0.5) < 0.01)
    #expect(abs(share(rows) { $0[11].isEmpty } - 0.7) < 0.01)
    #expect(abs(share(rows) { $0[15].isEmpty } - 0.125) < 0.01)
    #expect(abs(share(placed) { $0[7].isEmpty } - 0.2) < 0.02)
    #expect(abs(share(rows) { $0[13] == "Female" } - 0.07) < 0.01)
    let fy2015 = rows.filter { ("2014-10-01"..."2015-09-30").contains($0[0]) }
    #expect(abs(share(fy2015) { $0[2].isEmpty } - 0.66) < 0.02)
    let resolved = fy2015.filter { !$0[2].isEmpty }
    #expect(abs(share(resolved) { $0[2] == "Detainer Declined by LEA" } - 0.205) < 0.03)
    let old = rows.filter { $0[0] < "2016-01-01" }
    #expect(abs(share(old) { $0[3] == "OTHER-OTHER FACILITY" } - 0.114) < 0.01)
    #expect(rows.allSatisfy { $0[3] != "OTHER-OTHER FACILITY" || $0[0] < "2016-01-01" })
    #expect(abs(Double(Set(rows.map { $0[15] }).count) / 200_000 - 0.67) < 0.01)
  }

  @Test func daysAreInOrderAndInTheReleases() throws {
    var file = GeneratedFile()
    file.rows = 50_000
    for row in try lines(of: file).dropFirst() {
      #expect(("2007-10-01"..."2026-07-31").contains(row[0]))
      if !row[1].isEmpty {
        #expect(row[1] >= row[0] && row[1] <= "2026-07-31" && !row[2].isEmpty)
      }
    }
  }

  @Test func rowsByFacilityAreTheRowsOfOneAfterTheOther() throws {
    var file = GeneratedFile()
    file.rows = 20_000
    file.order = .byFacility
    let rows = Array(try lines(of: file).dropFirst())
    #expect(rows.count == 20_000)
    // A city or state is blank in a few rows, so that only the facility is compared.
    let known = rows.map { $0[3] }.filter { !$0.isEmpty }
    let runs = zip(known, known.dropFirst()).count { $0 != $1 }
    #expect(runs < 3_000)
    file.order = .shuffled
    let shuffled = try lines(of: file).dropFirst().map { $0[3] }
    #expect(zip(shuffled, shuffled.dropFirst()).count { $0 != $1 } > 15_000)
  }

  @Test func bothRowsOfARepetitionAreMarked() throws {
    var file = GeneratedFile()
    file.schema = .ddp
    file.rows = 20_000
    let lines = try lines(of: file)
    let person = try #require(lines[0].firstIndex(of: "unique_identifier"))
    let mark = try #require(lines[0].firstIndex(of: "duplicate_likely"))
    let rows = Array(lines.dropFirst())
    #expect(rows.allSatisfy { ($0[mark] == "NA") == ($0[person] == "NA") })
    let marked = rows.indices.filter { rows[$0][mark] == "TRUE" }
    #expect(marked.count > 100)
    for index in marked {
      let neighbours = [index - 1, index + 1].filter(rows.indices.contains)
      #expect(neighbours.contains { rows[$0][person] == rows[index][person] })
    }
  }

  @Test(arguments: GeneratedFile.Schema.allCases)
  func badRowsKeepTheNumberOfRecords(schema: GeneratedFile.Schema) throws {
    var file = GeneratedFile()
    file.schema = schema
    file.rows = 60_000
    file.isAdversarial = true
    let text = String(decoding: try bytes(of: file), as: UTF8.self)
    let start = String(text.unicodeScalars.prefix(52))
    #expect(start == "\u{FEFF}U.S. Immigration and Customs Enforcement\nDetainers\n")
    let end = String(text.unicodeScalars.suffix(4))
    #expect(end == "\n\n\n\n")
    // The last field of every record says so, whatever was done to the others.
    let ends = text.components(separatedBy: ",NOWHERE").count - 1
    #expect(ends == 60_000)
    for fault in ["\r\n", "06/14/0002 03:10 PM", "b(6), b(7)c", "\"\"OLD\"\" COUNTY", "DOÑA ANA"] {
      let isThere = text.contains(fault)
      #expect(isThere, "\(fault)")
    }
  }
}
