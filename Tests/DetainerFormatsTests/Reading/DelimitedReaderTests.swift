import TestSupport
import Testing

@testable import DetainerFormats

/// The cases of the csv-spectrum suite and what real releases add to them.
@Suite struct DelimitedReaderTests {
  @Test(
    arguments: [
      ("", []),
      ("a", [["a"]]),
      ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2\r\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
      ("a,\n,b\n,", [["a", ""], ["", "b"], ["", ""]]),
      ("\n\n\r\na\n\n\nb\n\n", [["a"], ["b"]]),
      (" \n", [[" "]]),
      ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"\"", [[""]]),
      ("\"\",\"\"\n", [["", ""]]),
      ("\"a\nb\",\"c\r\nd\"\n", [["a\nb", "c\r\nd"]]),
      ("\"say \"\"hi\"\"\"\n", [["say \"hi\""]]),
      ("\"\"\"\"", [["\""]]),
      ("ha \"ha\" ha,b", [["ha \"ha\" ha", "b"]]),
      ("a, \"b,c\"", [["a", "b,c"]]),
      ("\"Travis\" County,TX", [["Travis County", "TX"]]),
      ("\"a\"\"b\"c\"d,e", [["a\"bc\"d", "e"]]),
      ("{\"\"type\"\": 1},b", [["{\"\"type\"\": 1}", "b"]]),
      ("\"{\"\"a\"\": [1, 2]}\",b", [["{\"a\": [1, 2]}", "b"]]),
      ("Doña Ana,ʤ\n", [["Doña Ana", "ʤ"]]),
      ("a\0b,c\0", [["a\0b", "c\0"]]),
      ("\u{FEFF}a,b", [["a", "b"]]),
      ("\u{FEFF}\"a,b\"", [["a,b"]]),
    ] as [(Named<String>, [[String]])])
  func splits(_ text: Named<String>, _ expected: [[String]]) {
    #expect(records(text.value) == expected)
  }

  @Test func anUnclosedQuoteCostsOneFieldAndIsReported() {
    let text = "a,b\n1,2\n3,\"four\n5,6\n7,\"8\"\"\"\n9,10\n"
    Array(text.utf8).withUnsafeBytes { bytes in
      var reader = DelimitedReader(bytes, delimiter: UInt8(ascii: ","))
      var record = DelimitedReader.Record()
      var lines: [Int] = []
      while reader.next(into: &record) { lines.append(record.line) }
      #expect(lines == [1, 2, 3, 4, 5, 6])
      #expect(reader.quotes.openLine == 3)
    }
    #expect(records("a\n\"b\nc,d") == [["a"], ["\"b"], ["c", "d"]])
    #expect(records("\"") == [["\""]])
  }

  @Test func recordsKnowTheirLineAndOffsetAndCanBeReadAgain() {
    let text = "h,i\r\n\r\n\"two\nlines\",x\r\nlast,y"
    Array(text.utf8).withUnsafeBytes { bytes in
      var reader = DelimitedReader(bytes)
      var record = DelimitedReader.Record()
      var places: [[Int]] = []
      while reader.next(into: &record) { places.append([record.line, record.byteOffset]) }
      #expect(places == [[1, 0], [3, 7], [5, 22]])
      #expect(record.count == 0)
      var again = DelimitedReader(bytes, delimiter: reader.delimiter, from: 22, line: 5)
      let found = again.next(into: &record)
      #expect(found && record.line == 5)
      #expect(again.text(0, of: record) == "last")
    }
  }

  @Test func fieldsAreLentWithoutCopyingUnlessTheyHoldQuotes() {
    Array("plain,\"in quotes\",\"a \"\"b\"\"\"".utf8).withUnsafeBytes { bytes in
      var reader = DelimitedReader(bytes)
      var record = DelimitedReader.Record()
      _ = reader.next(into: &record)
      #expect((0..<3).map { record.isQuoted($0) } == [false, true, true])
      #expect((0..<3).map { record.isEscaped($0) } == [false, false, true])
      #expect(record.range(1) == 7..<16)
      let values = (0..<3).map { index in
        reader.withField(index, of: &record) { String(decoding: $0, as: UTF8.self) }
      }
      #expect(values == ["plain", "in quotes", "a \"b\""])
      let start = reader.withField(1, of: &record) { $0.baseAddress }
      #expect(start == bytes.baseAddress.map { $0 + 7 })
    }
  }

  @Test func fieldsThatAreNotUTF8AreReadAsWindows1252() {
    let bytes: [UInt8] = Array("Do".utf8) + [0xF1] + Array("a,".utf8) + [0x93, 0x41, 0x94, 0x81]
    #expect(records(bytes + Array(",Doña".utf8)) == [["Doña", "“A”\u{FFFD}", "Doña"]])
  }

  /// Every field length around the eight bytes that are scanned at a time, at every alignment.
  @Test func fieldsOfAnyLengthAtAnyOffset() {
    for offset in 0..<17 {
      for length in 0..<35 {
        let row = [
          String(repeating: "é", count: offset / 2), String(repeating: "x", count: length),
        ]
        let plain = row.joined(separator: ",")
        #expect(records("a,b\n\(plain)\r\n\(plain)") == [["a", "b"], row, row])
        let quoted = "\"\(row[0])\",\"\(row[1])\"\"\n\""
        #expect(
          records("\(quoted)\n\(quoted)").map { $0[1] } == [row[1] + "\"\n", row[1] + "\"\n"])
      }
    }
  }
}
