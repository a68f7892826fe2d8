import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Neither an endless line nor a packed bomb takes all memory: what is too much is told.
@Suite struct ReadingLimitsTests {
  private static let few = ReadingLimits(
    unpackedAnyway: 1_000, ratio: 20, bytesOfRecord: 10, cellsOfRecord: 4, cellsOfTable: 6)

  // MARK: Records

  /// The records of a text, and where and why the reading ended.
  private func read(_ text: String) -> (records: [[String]], excess: RecordExcess?) {
    Array(text.utf8).withUnsafeBytes { bytes in
      var reader = DelimitedReader(bytes, delimiter: Byte.comma, limits: Self.few)
      var record = DelimitedReader.Record()
      var records: [[String]] = []
      while reader.next(into: &record) {
        records.append((0..<record.count).map { reader.text($0, of: record) })
      }
      #expect(record.count == 0)
      let goesOn = reader.next(into: &record)
      #expect(!goesOn)
      return (records, reader.excess)
    }
  }

  @Test(
    arguments: [
      ("a,b\n0123456789\nc\n", [["a", "b"], ["0123456789"], ["c"]]),
      ("a,b\n01234,6789", [["a", "b"], ["01234", "6789"]]),
      ("1,2,3,4\n,,,\n", [["1", "2", "3", "4"], ["", "", "", ""]]),
      ("\"12345678\"\r\n\"1\",\"2\"\r\n", [["12345678"], ["1", "2"]]),
    ] as [(Named<String>, [[String]])])
  func whatIsAllowedIsRead(_ text: Named<String>, _ expected: [[String]]) {
    let (records, excess) = read(text.value)
    #expect(records == expected)
    #expect(excess == nil)
  }

  @Test(
    arguments: [
      ("a\n0123456789X\nc\n", RecordExcess(kind: .bytes(10), line: 2)),
      ("a\n0123456789X", RecordExcess(kind: .bytes(10), line: 2)),
      ("a\n           \"b\"\n", RecordExcess(kind: .bytes(10), line: 2)),
      ("a\n\n12345,7890,\nc\n", RecordExcess(kind: .bytes(10), line: 3)),
      ("a\n\"123456789\"\n", RecordExcess(kind: .bytes(10), line: 2)),
      ("a\n\"1234\n56789\",b\n", nil),
      ("a\n,,,,\nb\n", RecordExcess(kind: .cells(4), line: 2)),
      ("a\n,,,,,,,,,,,,,,,,,,,,,,,\n", RecordExcess(kind: .cells(4), line: 2)),
    ] as [(Named<String>, RecordExcess?)])
  func theFirstRecordWithTooMuchEndsTheReading(_ text: Named<String>, _ expected: RecordExcess?) {
    let (records, excess) = read(text.value)
    #expect(excess == expected)
    #expect(records.first == ["a"])
  }

  @Test func aQuoteThatIsNotClosedInARecordIsAnOrdinaryLetter() {
    let (records, excess) = read("\"a,b\n0123456,8\n\"c\",d\n")
    #expect(records == [["\"a", "b"], ["0123456", "8"], ["c", "d"]])
    #expect(excess == nil)
  }

  @Test func aTableThatIsReadWholeHasFewCells() {
    func table(_ text: String) -> (rows: Int, excess: RecordExcess?) {
      Array(text.utf8).withUnsafeBytes { bytes in
        let table = TextTable(bytes, delimiter: Byte.comma, limits: Self.few)
        return (table.rows.count, table.excess)
      }
    }
    #expect(table("a,b\n1,2\n3,4\n5,6\n") == (3, nil))
    #expect(
      table("a,b\n1,2\n3,4\n5,6\n7,8\n")
        == (3, RecordExcess(kind: .cellsOfTable(6), line: 5)))
    #expect(table("a\n0123456789X\n") == (0, RecordExcess(kind: .bytes(10), line: 2)))
  }

  @Test func whatAPackageSaysOfATextDoesNotLiftTheLimits() throws {
    let form = TextForm(quote: UInt8(ascii: "'"))
    func rewritten(_ text: String) throws(FileError) -> String {
      let file = FileBytes(path: "x.csv", bytes: Array(text.utf8))
      let made = try file.rewritten(by: form, limits: Self.few)
      return String(decoding: made.array, as: UTF8.self)
    }
    #expect(try rewritten("a,b\n'c,d',e\n0123456789\n") == "a,b\n\"c,d\",e\n0123456789\n")
    for line in ["0123456789X", ",,,,,,,,,,,", "'0123456789'"] {
      #expect(throws: FileError.excess(path: "x.csv", RecordExcess(kind: .bytes(10), line: 2))) {
        _ = try rewritten("a,b\n\(line)\nc\n")
      }
    }
  }

  // MARK: Packed files

  @Test func aPackedFileMayGrowByARatioAndAlwaysToASize() throws {
    func unpacked(_ bytes: [UInt8]) throws(FileError) -> Int {
      try FileBytes(path: "x.csv.gz", bytes: bytes)
        .gunzipped(largestInMemory: 100, limits: Self.few) { _, _ in true }.size
    }
    #expect(try unpacked(gzip([UInt8](repeating: 0x41, count: 1_000))) == 1_000)
    let rows = (0..<2_000).map { "\($0)\n" }.joined()
    #expect(try unpacked(gzip(rows)) == rows.utf8.count)
    #expect(throws: FileError.bomb(path: "x.csv.gz")) {
      _ = try unpacked(gzip([UInt8](repeating: 0x41, count: 100_000)))
    }
    // Each member alone would do.
    let member = gzip([UInt8](repeating: 0x41, count: 900))
    #expect(throws: FileError.bomb(path: "x.csv.gz")) {
      _ = try unpacked((0..<20).flatMap { _ in member })
    }
    #expect(
      FileError.bomb(path: "x.csv.gz").description
        == """
        x.csv.gz is refused: it unpacks to more than 200 times its size; if you trust it, unpack \
        it and open what comes out.
        """)
  }

  @Test func aDescriptionOfManyMegabytesIsRefused() throws {
    try withTemporaryDirectory { (directory: String) throws in
      let path = directory + "/datapackage.json"
      put("{}".utf8, at: path)
      var limits = ReadingLimits.standard
      let file = try FileBytes(description: path, limits: limits)
      #expect(file.size == 2)
      limits.bytesOfDescription = 1
      #expect(throws: FileError.tooLarge(path: path, most: 1)) {
        _ = try FileBytes(description: path, limits: limits)
      }
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1_000_003])
  func zerosBehindATextAreLeftOutHoweverMany(count: Int) {
    let text = Array("a,b\n1,2\n".utf8)
    let file = FileBytes(path: "x.csv", bytes: text + [UInt8](repeating: 0, count: count))
    #expect(file.withoutPadding().array == text)
  }

  // MARK: Whole files

  private static let header = "Prepare Date,State,City,Detainer Lift Reason\n"
  private static let row = "2015-05-08,TX,AUSTIN,Lifted\n"

  private func told(_ text: [UInt8]) throws -> (rows: Int, [String]) {
    let data = try opened(["x.csv": text, "y.csv": Array((Self.header + Self.row).utf8)])
    return (
      data.table.rowCount - 1,
      data.diagnostics.filter { $0.severity == .error }.map {
        $0.message.replacing(/^.*(?=x\.csv)/, with: "")
      }
    )
  }

  @Test func anEndlessLineIsToldAndTheRowsBeforeItAreKept() throws {
    let endless = [UInt8](
      repeating: 0x41, count: ReadingLimits.standard.bytesOfRecord + 2)
    let below = Array((Self.header + Self.row + Self.row).utf8) + endless
    let sentence =
      "x.csv is refused from line 4 on: the record there has more than 16,777,216 bytes; 2 rows before it are kept; check that it is the file you meant."
    #expect(try told(below) == (2, [sentence]))
    #expect(
      try told(endless) == (
        0,
        [
          "x.csv is refused from line 1 on: the record there has more than 16,777,216 bytes; check that it is the file you meant."
        ]
      ))
  }

  @Test func anEndlessLineBelowTheHeaderIsNotTakenForNothing() throws {
    let endless = [UInt8](repeating: 0x41, count: ReadingLimits.standard.bytesOfRecord + 1)
    #expect(
      try told(Array(Self.header.utf8) + endless) == (
        0,
        [
          "x.csv is refused from line 2 on: the record there has more than 16,777,216 bytes; check that it is the file you meant."
        ]
      ))
  }

  @Test func aRecordOfCommasIsTold() throws {
    let commas = [UInt8](repeating: Byte.comma, count: ReadingLimits.standard.cellsOfRecord)
    let sentence =
      "x.csv is refused from line 3 on: the record there has more than 262,144 cells; 1 row before it is kept; check that it is the file you meant."
    #expect(try told(Array((Self.header + Self.row).utf8) + commas + [10]) == (1, [sentence]))
  }
}
