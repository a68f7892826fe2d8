import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What threads read ahead against what one reads alone: it must be the same to the last code.
@Suite struct ReadAheadTests {
  private static let header = "issued,lifted,lift_reason,facility,city,state,crime,person,Status\n"

  /// A release whose quotes, line ends and widths lead a guess of where a record begins astray.
  private static func release(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed)
    let crimes = [
      "DUI", "\"Assault, simple\"", "\"two\nlines\"", "\"a\r\nb\n\n2017-01-01,,\"", "#N/A", "",
      "\"an \"\"inner\"\" quote\"", "\"open", "\"text\" behind", "Café",
      "\"\n2017-02-02,2017-02-03,,A JAIL,AUSTIN,TX,DUI,p,q\n\"",
    ]
    let plain = ["DUI", "Assault", "Café", ""]
    let isWild = seed % 3 == 0
    var text = seed % 5 == 0 ? "\u{FEFF}" + header : header
    let end = ["\n", "\r\n", "\r"][Int(seed % 3)]
    for row in 0..<(150 + Int(random.next() % 250)) {
      let isOdd = isWild || random.next() % 40 == 0
      let crime = (isOdd ? crimes : plain).randomElement(using: &random) ?? ""
      let day = 42_000 + Int(random.next() % 300)
      let issued = random.next() % 50 == 0 ? "no date" : Day(packed: UInt16(day)).iso
      let reason = ["Detainer Declined by LEA", "Booked into Detention", ""][row % 3]
      let place = ["TRAVIS COUNTY JAIL,AUSTIN,TX", "JAIL \(random.next() % 40),X,ZZ", ",,TX"]
      text += "\(issued),,\(reason),\(place[row % 3]),\(crime),p\(row),s\(row % 9)" + end
      if random.next() % 60 == 0 { text += end + end }
      if random.next() % 200 == 0 { text += String(repeating: "long ", count: 900) + end }
      if random.next() % 150 == 0 { text += header.replacing("crime,", with: "") }
    }
    return text
  }

  private func read(_ path: String, _ plan: ReadingPlan) throws -> Dataset {
    var loader = try Loader([path], plan: plan)
    try loader.finish()
    return loader.dataset
  }

  @Test(arguments: 0..<18 as Range<UInt64>)
  func theSameComesOfAnyNumberOfThreads(seed: UInt64) throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.csv"
      put(Self.release(seed).utf8, at: path)
      let part = [150, 700, 4_000, 20_000][Int(seed % 4)]
      let alone = try read(path, ReadingPlan(threads: 1, part: part))
      let expected = try everything(of: alone)
      for threads in [2, 3, 5] {
        let together = try read(path, ReadingPlan(threads: threads, part: part))
        try #expect(everything(of: together) == expected, "\(threads) threads")
        for field in DetainerField.texts {
          let (texts, before) = (together.table.column(field), alone.table.column(field))
          #expect(texts.dictionary.texts == before.dictionary.texts)
          #expect(texts.codes.elementsEqual(before.codes))
        }
      }
    }
  }

  /// What is too much for one is too much for all of them, in the same words.
  @Test func anEndlessLineEndsTheReading() throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.csv"
      let rows = (0..<300).map { "2017-01-\(10 + $0 % 20),,,A JAIL,AUSTIN,TX,DUI,p\($0),s\n" }
        .joined()
      let endless = [UInt8](repeating: 0x41, count: ReadingLimits.standard.bytesOfRecord + 1)
      put(Array((Self.header + rows).utf8) + endless + Array(("\n" + rows).utf8), at: path)
      for threads in [1, 3] {
        let data = try read(path, ReadingPlan(threads: threads, part: 20_000))
        #expect(data.table.rowCount == 300)
        #expect(
          data.diagnostics.filter { $0.severity == .error }.map(\.message) == [
            "\(path) is refused from line 302 on: the record there has more than 16,777,216 bytes; 300 rows before it are kept; check that it is the file you meant."
          ])
      }
    }
  }

  /// Text without a quote is all read ahead, whatever the size of the parts.
  @Test(arguments: [90, 300, 5_000])
  func plainTextIsReadAhead(part: Int) throws {
    let rows = (0..<700).map {
      "\($0 % 7),name \($0 % 90),\(String(repeating: "x", count: $0 % 50))"
    }
    let file = FileBytes(path: "", bytes: Array((rows.joined(separator: "\n\n") + "\n").utf8))
    try file.withBytes { text in
      let start = RecordStart(DelimitedReader(text, delimiter: Byte.comma))
      var splitter = RecordSplitter(
        Byte.comma, from: start, size: text.count, wanted: [0, 1].map { WantedColumn(index: $0) },
        part: part)
      var ahead = RecordsAhead(of: file, 3, columns: 2)
      var cells = [DetainerField.crime, .facility].map {
        CellColumn(field: $0, name: "")
      }
      var codes = [UInt32](repeating: 0, count: 2 * splitter.capacity)
      var found: [String] = []
      while ahead.step(&splitter) {
        try #require(ahead.encode(&cells, into: &codes, apart: splitter.capacity))
        for record in 0..<splitter.count {
          let texts = (0..<2).map { cells[$0].text(Int(codes[$0 * splitter.capacity + record])) }
          #expect(splitter.records[record].line == 1 + 2 * found.count)
          found.append(texts.joined(separator: ","))
        }
      }
      #expect(found == (0..<700).map { "\($0 % 7),name \($0 % 90)" })
      #expect(splitter.position == text.count)
    }
  }

  /// Whoever stops reading lets the threads end; nothing waits for them.
  @Test func readingAheadCanBeGivenUp() {
    let row = "2017-01-28,Declined,A JAIL\n"
    let file = FileBytes(path: "", bytes: Array(String(repeating: row, count: 5_000).utf8))
    for _ in 0..<50 {
      file.withBytes { text in
        let start = RecordStart(DelimitedReader(text, delimiter: Byte.comma))
        var splitter = RecordSplitter(
          Byte.comma, from: start, size: text.count, wanted: [WantedColumn(index: 0)], part: 2_000)
        var ahead: RecordsAhead? = RecordsAhead(of: file, 4, columns: 1)
        #expect(ahead?.step(&splitter) == true)
        ahead = nil
      }
    }
  }
}
