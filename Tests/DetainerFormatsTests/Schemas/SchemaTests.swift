import DetainerModel
import Foundation
import Testing

@testable import DetainerFormats

/// Each release, written with what is seen in the wild, opens with the counts that were planted.
@Suite struct SchemaTests {
  @Test(arguments: SchemaLayout.all)
  func `every schema opens with what was planted`(layout: SchemaLayout) throws {
    let records = PlantedRecord.sample(500, seed: 7)
    var writer = ReleaseWriter(layout: layout)
    writer.hasStrayRows = true
    writer.preamble = Self.preambles[6] ?? []
    let file = writer.write(records)
    let data = try open(Data(file.text.utf8))
    expect(data.table, holds: records, layout, file)
    expect(data.diagnostics, matches: records, file)
    #expect(ReleaseSchema(columns: layout.columns) == layout.schema)
  }

  @Test(arguments: SchemaLayout.all, [0, 1, 6, 12])
  func `a preamble of any length is skipped`(layout: SchemaLayout, rows: Int) throws {
    try check(layout) { $0.preamble = Self.preambles[rows] ?? [] }
  }

  @Test(arguments: SchemaLayout.all, [1, 2, 3] as [UInt64])
  func `columns may stand in any order`(layout: SchemaLayout, seed: UInt64) throws {
    // Of two columns with one name the first counts, so that their order matters.
    try check(layout) { $0.shuffledBy = seed }
  }

  @Test(arguments: SchemaLayout.all, Dress.allCases)
  func `headers are known in every dress`(layout: SchemaLayout, dress: Dress) throws {
    try check(layout) { $0.dress = dress.put }
  }

  @Test(arguments: SchemaLayout.all, [",", "\t", ";", "|"])
  func `any delimiter will do`(layout: SchemaLayout, delimiter: String) throws {
    try check(layout) {
      $0.delimiter = delimiter
      $0.preamble = Self.preambles[12] ?? []
    }
  }

  @Test(arguments: SchemaLayout.all, ["\n", "\r\n", "\r"])
  func `any line end will do, with a byte order mark`(
    layout: SchemaLayout, lineEnd: String
  ) throws {
    try check(layout) {
      $0.lineEnd = lineEnd
      $0.start = "\u{FEFF}"
    }
  }

  @Test(arguments: SchemaLayout.all, [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `text in UTF-16 is read`(layout: SchemaLayout, encoding: String.Encoding) throws {
    let records = PlantedRecord.sample(60, seed: 3)
    var writer = ReleaseWriter(layout: layout)
    writer.start = "\u{FEFF}"
    let file = writer.write(records)
    let data = try open(try #require(file.text.data(using: encoding)))
    expect(data.table, holds: records, layout, file)
  }

  @Test(arguments: SchemaLayout.all)
  func `text in Windows-1252 is read`(layout: SchemaLayout) throws {
    let records = PlantedRecord.sample(60, seed: 4)
    let file = ReleaseWriter(layout: layout).write(records)
    let data = try open(try #require(file.text.data(using: .windowsCP1252)))
    expect(data.table, holds: records, layout, file)
  }

  private func check(_ layout: SchemaLayout, _ change: (inout ReleaseWriter) -> Void) throws {
    let records = PlantedRecord.sample(60, seed: 5)
    var writer = ReleaseWriter(layout: layout)
    change(&writer)
    let file = writer.write(records)
    let data = try open(Data(file.text.utf8))
    expect(data.table, holds: records, layout, file)
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
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let url = folder.appendingPathComponent("release.csv")
  try bytes.write(to: url)
  var loader = try Loader([url.path])
  try loader.finish()
  return loader.dataset
}
