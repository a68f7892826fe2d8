import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Sheets, members of archives and files that threads make ahead, against what one makes alone.
@Suite struct FilesReadAheadTests {
  private static let names = [
    "Prepare Date", "Detainer Lift Reason", "Facility", "City", "State", "Crime", "Notes",
  ]

  private static func records(
    _ random: inout SeededGenerator, _ count: Int, notes: Int = 1
  ) -> [[String]] {
    (0..<count).map { row in
      let day = Day(packed: UInt16(42_000 + Int(random.next() % 300))).iso
      let place = [
        ["TRAVIS COUNTY JAIL", "AUSTIN", "TX"], ["JAIL \(random.next() % 40)", "X", "ZZ"],
      ]
      return [random.next() % 50 == 0 ? "no date" : day]
        + [["Detainer Declined by LEA", "Booked into Detention", ""][row % 3]]
        + place[Int(random.next() % 2)]
        + [["DUI", "Assault, simple", "a \"b\"", "Café", "A & B"][Int(random.next() % 5)]]
        + [String(repeating: "note \(random.next() % 900) ", count: notes)]
    }
  }

  private static func text(_ records: [[String]]) -> String {
    ([names] + records).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The rows of a sheet, and the texts that they share.
  private static func rows(_ records: [[String]], _ shared: inout [String: Int]) -> String {
    ([names] + records).enumerated().map { row, cells in
      "<row r=\"\(row + 1)\">"
        + cells.enumerated().map { column, cell in
          let place = "ABCDEFG".unicodeScalars.map { "\($0)" }[column] + "\(row + 1)"
          let text = cell.replacing("&", with: "&amp;")
          guard column < 6, column % 3 != 2 else {
            return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
          }
          let number = shared[text, default: shared.count]
          shared[text] = number
          return "<c r=\"\(place)\" t=\"s\"><v>\(number)</v></c>"
        }.joined() + "</row>"
    }.joined()
  }

  private static func workbook(_ seed: UInt64, sheets: [Int], notes: Int = 1) -> WorkbookWriter {
    var random = SeededGenerator(seed)
    var shared: [String: Int] = [:]
    var workbook = WorkbookWriter()
    for (number, count) in sheets.enumerated() {
      var rows = rows(records(&random, count, notes: notes), &shared)
      // A cover sheet, a sheet out of order, and one whose cells no text stands for.
      if count == 0 { rows = "<row><c t=\"str\"><v>Notes</v></c></row>" }
      if count % 7 == 1 { rows += "<row r=\"2\"><c><v>1</v></c></row>" }
      if count % 7 == 2 { rows += "<row><c t=\"s\"><v>99999</v></c></row>" }
      workbook.sheets.append(("Part \(number)", rows))
    }
    workbook.shared = shared.sorted { $0.value < $1.value }.map { "<t>\($0.key)</t>" }
    return workbook
  }

  private func read(_ paths: [String], threads: Int) throws -> Dataset {
    var loader = try Loader(paths, plan: ReadingPlan(threads: threads, part: 20_000))
    try loader.finish()
    return loader.dataset
  }

  private func expectTheSameOfAnyNumberOfThreads(_ paths: [String], rows: Int? = nil) throws {
    let alone = try read(paths, threads: 1)
    let expected = answers(of: alone)
    if let rows { #expect(alone.table.rowCount == rows) }
    for threads in [2, 3, 5] {
      let together = try read(paths, threads: threads)
      #expect(answers(of: together) == expected, "\(threads) threads")
      for field in DetainerField.texts {
        let (texts, before) = (together.table.column(field), alone.table.column(field))
        #expect(texts.dictionary.texts == before.dictionary.texts)
        #expect(texts.codes.elementsEqual(before.codes))
      }
    }
  }

  /// Findings in their order, sources, and of each row what is not a code.
  private func answers(of data: Dataset) -> [String] {
    let table = data.table
    return data.diagnostics.map { "\($0)" } + table.sources.map { "\($0)" }
      + (0..<table.rowCount).map { row in
        let other = row % 50 == 0 ? table.originalRecord(row).map(\.value) : []
        return "\(table.line(row)) \(table.issued(row)) \(table.site(row)) \(other)"
      }
  }

  @Test(arguments: [
    [400, 0, 140, 7, 140], [140, 134, 140], [140, 140, 135, 140], [350], [0, 0, 140], [700, 7],
  ])
  func sheetsOfAWorkbook(sheets: [Int]) throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.xlsx"
      put(Self.workbook(UInt64(sheets.count), sheets: sheets).archive, at: path)
      try expectTheSameOfAnyNumberOfThreads([path])
    }
  }

  /// Sheets and shared texts that are unpacked by a thread for the one that reads them.
  @Test(arguments: [[630], [560, 561]])
  func sheetsOfManyPieces(sheets: [Int]) throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.xlsx"
      var workbook = Self.workbook(3, sheets: sheets, notes: 250)
      workbook.shared += (0..<30_000).map { "<t>a text that no cell refers to \($0)</t>" }
      put(workbook.archive, at: path)
      try expectTheSameOfAnyNumberOfThreads([path], rows: sheets.reduce(0, +))
    }
  }

  /// A sheet that is damaged behind its first pieces ends the file in the same words.
  @Test(arguments: [0, 1, 2])
  func aDamagedSheet(number: Int) throws {
    let workbook = Self.workbook(5, sheets: [630, 630, 630], notes: 250)
    var zip = ZipWriter()
    for (name, text) in workbook.parts {
      var entry = ZipWriter.Entry(name: name, bytes: Array(text.utf8))
      if name.hasSuffix("sheet\(number + 1).xml") { entry.checksum = 1 }
      zip.entries.append(entry)
    }
    try withTemporaryDirectory { folder in
      put(zip.archive, at: folder + "/release.xlsx")
      put(Self.text([["2017-01-28", "", "", "", "TX", "DUI", ""]]).utf8, at: folder + "/z.csv")
      try expectTheSameOfAnyNumberOfThreads(
        [folder + "/release.xlsx", folder + "/z.csv"], rows: number * 630 + 1)
    }
  }

  @Test(arguments: [true, false])
  func filesOfAnArchiveAndOfADirectory(isArchive: Bool) throws {
    var random = SeededGenerator(4)
    var files: [(name: String, bytes: [UInt8])] = (0..<9).map {
      ("part\($0).csv", Array(Self.text(Self.records(&random, 200 + 90 * $0)).utf8))
    }
    files.append(("packed.csv.gz", gzip(Self.text(Self.records(&random, 300)))))
    files.append(("cut.csv.gz", gzip(Self.text(Self.records(&random, 300))).dropLast(9)))
    files.append(("book.xlsx", Self.workbook(8, sheets: [140, 141]).archive))
    let wide = Self.text(Self.records(&random, 300)).utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    files.append(("wide.txt", [0xFF, 0xFE] + wide))
    files.append(("words.txt", Array("no table at all".utf8)))
    try withTemporaryDirectory { folder in
      if isArchive {
        var zip = ZipWriter()
        zip.entries = files.map { ZipWriter.Entry(name: $0.name, bytes: $0.bytes) }
        zip.entries[3].checksum = 1
        put(zip.archive, at: folder + "/release.zip")
      } else {
        for file in files { put(file.bytes, at: folder + "/" + file.name) }
      }
      try expectTheSameOfAnyNumberOfThreads([folder])
    }
  }

  /// Reading ends where it is told to, whatever threads are at, and keeps what was read.
  @Test(arguments: [1, 2, 3])
  func readingCanBeEndedAnywhere(threads: Int) throws {
    try withTemporaryDirectory { folder in
      put(Self.workbook(6, sheets: [210, 140, 70], notes: 250).archive, at: folder + "/a.xlsx")
      var random = SeededGenerator(6)
      for file in 0..<4 {
        put(gzip(Self.text(Self.records(&random, 100, notes: 30))), at: folder + "/b\(file).csv.gz")
      }
      let all = try read([folder], threads: 1).table.rowCount
      for calls in [0, 1, 4, 9, 16, 40] {
        var loader = try Loader([folder], plan: ReadingPlan(threads: threads))
        var left = calls
        var parts: [Int] = []
        var rows = 0
        do {
          try loader.finish {
            left -= 1
            parts.append($0.bytesDone)
            rows = $0.rows
            return left >= 0
          }
        } catch {
          // Where nothing was read, that is an error.
          #expect(rows == 0)
          continue
        }
        #expect(parts == parts.sorted())
        let data = loader.dataset
        if left >= 0 {
          #expect(data.table.rowCount == all)
        } else {
          #expect(data.table.rowCount == rows)
          #expect(data.diagnostics.contains { $0.code == .cancelled })
        }
      }
    }
  }

  /// A packed bomb ends in the sentence that it ends in alone.
  @Test func aBombIsABombToAllThreads() throws {
    let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>"
    let text = String(repeating: "a", count: 900_000)
    let header = "<row><c t=\"str\"><v>Prepare Date</v></c><c t=\"str\"><v>State</v></c></row>"
    var workbook = WorkbookWriter("<row/>", shared: ["<t>\(text)</t>"])
    workbook.sheets = (0..<4).map { ("Part \($0)", header + row) }
    try withTemporaryDirectory { folder in
      put(workbook.archive, at: folder + "/a.xlsx")
      put(Self.text([["2017-01-28", "", "", "", "TX", "DUI", ""]]).utf8, at: folder + "/z.csv")
      try expectTheSameOfAnyNumberOfThreads([folder], rows: 1)
    }
  }
}
