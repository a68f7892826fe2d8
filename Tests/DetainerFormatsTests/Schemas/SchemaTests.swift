import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// Each release, written with what is seen in the wild, opens with the counts that were planted.
@Suite struct SchemaTests {
  @Test(arguments: SchemaLayout.all)
  func everySchemaOpensWithWhatWasPlanted(layout: SchemaLayout) throws {
    let records = PlantedRecord.sample(500, seed: 7)
    var writer = ReleaseWriter(layout: layout)
    writer.hasStrayRows = true
    writer.preamble = Self.preambles[6] ?? []
    let file = writer.write(records)
    let data = try open(Data(file.text.utf8))
    expect(data.table, holds: records, layout, file)
    expect(data.diagnostics, matches: records, layout, file)
    #expect(ReleaseSchema(columns: layout.columns) == layout.schema)
  }

  @Test(arguments: SchemaLayout.all)
  func aPreambleOfAnyLengthIsSkipped(layout: SchemaLayout) throws {
    for rows in [0, 1, 6, 12] {
      try check(layout, "\(rows) rows") { $0.preamble = Self.preambles[rows] ?? [] }
    }
  }

  @Test(arguments: SchemaLayout.all)
  func columnsMayStandInAnyOrder(layout: SchemaLayout) throws {
    // Of two columns with one name the first counts, so that their order matters.
    for seed in [1, 2, 3] as [UInt64] {
      try check(layout, "seed \(seed)") { $0.shuffledBy = seed }
    }
  }

  @Test(arguments: SchemaLayout.all)
  func headersAreKnownInEveryDress(layout: SchemaLayout) throws {
    for dress in Dress.allCases { try check(layout, "\(dress)") { $0.dress = dress.put } }
  }

  @Test(arguments: SchemaLayout.all)
  func anyDelimiterWillDo(layout: SchemaLayout) throws {
    for delimiter in [",", "\t", ";", "|"] {
      try check(layout, delimiter.debugDescription) {
        $0.delimiter = delimiter
        $0.preamble = Self.preambles[12] ?? []
      }
    }
  }

  @Test(arguments: SchemaLayout.all)
  func anyLineEndWillDoWithAByteOrderMark(layout: SchemaLayout) throws {
    for lineEnd in ["\n", "\r\n", "\r"] {
      try check(layout, lineEnd.debugDescription) {
        $0.lineEnd = lineEnd
        $0.start = "\u{FEFF}"
      }
    }
  }

  @Test(arguments: SchemaLayout.all)
  func textInUTF16IsRead(layout: SchemaLayout) throws {
    let records = PlantedRecord.sample(60, seed: 3)
    var writer = ReleaseWriter(layout: layout)
    writer.start = "\u{FEFF}"
    let file = writer.write(records)
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let data = try open(try #require(file.text.data(using: encoding)))
      expect(data.table, holds: records, layout, file, "\(encoding)")
    }
  }

  @Test(arguments: SchemaLayout.all)
  func textInWindows1252IsRead(layout: SchemaLayout) throws {
    let records = PlantedRecord.sample(60, seed: 4)
    let file = ReleaseWriter(layout: layout).write(records)
    let data = try open(try #require(file.text.data(using: .windowsCP1252)))
    expect(data.table, holds: records, layout, file)
  }

  private func check(
    _ layout: SchemaLayout, _ variant: String, _ change: (inout ReleaseWriter) -> Void
  ) throws {
    let records = PlantedRecord.sample(60, seed: 5)
    var writer = ReleaseWriter(layout: layout)
    change(&writer)
    let file = writer.write(records)
    let data = try open(Data(file.text.utf8))
    expect(data.table, holds: records, layout, file, variant)
  }

  /// Titles, small tables with a date, and definitions of the columns.
  static let preambles: [Int: [String]] = [
    1: ["ERO Detainers"],
    6: [
      "ERO Detainers,\"FY2023 - FY2026, through March 10\"", "Redacted under (b)(6), (b)(7)(C)",
      "Date,03/11/2026", "Date,Note", "2026-03-11,First release", " , ",
    ],
    12: [
      "Definitions", "Detainer Prepare Date,\"The date on which, as a rule, it was prepared\"",
      "State,The state of the facility", "City,The city, if any, of the facility", "Date,State",
      "the date, the state", "Prepare Date,Detainer Type,State,City",
      "Date of preparation,\"Its form, as named\",Where,Where", "", "Source: LESA-STU,,", ",,", "x",
    ],
  ]

  /// Ways to write the name of a column.
  enum Dress: String, CaseIterable {
    case upper, snake, dotted, hyphenated, padded, spaced, quoted, nonBreaking, glued, numbered

    func put(_ name: String) -> String {
      func joined(_ separator: String) -> String {
        name.split { " _.".contains($0) }.joined(separator: separator)
      }
      guard !name.isEmpty else { return name }
      return switch self {
      case .upper: name.uppercased()
      case .snake: joined("_") + "_"
      case .dotted: joined(".").lowercased()
      case .hyphenated: joined("-")
      case .padded: "  \(name) "
      case .spaced: joined(" _ ")
      case .quoted: "\"\(name)\""
      case .nonBreaking: "\u{FEFF}" + joined("\u{A0}")
      case .glued: joined("")
      case .numbered: name + "...13"
      }
    }
  }
}

/// Opens one file as a user would.
private func open(_ bytes: Data) throws -> Dataset {
  try opened(["release.csv": Array(bytes)], ["release.csv"])
}
