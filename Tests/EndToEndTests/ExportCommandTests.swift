import CSqlite
import DetainerFormats
import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What the export dialog writes is what the command line writes that C-y copies, cell by cell.
@Suite struct ExportCommandTests {
  /// What is exported from a screen: the request, and the command line of C-y.
  private func export(
    _ keys: String, to path: String, of data: SharedData
  ) throws -> (request: ExportRequest, line: String)? {
    var state = try ViewCommandTests.browser(keys, on: data)
    guard case .copy(let copying) = state.reduce(.key(.control("y"))),
      case .text(let line) = copying.content,
      state.shown.listingShown(state.focus).map({ $0.rowCount > 0 }) == true
    else { return nil }
    for key in try Key.parse("e<C-u>" + path) { state.press(key) }
    guard case .export(let request) = state.reduce(.key(.enter)) else {
      Issue.record("\(keys): nothing is written: \(state.draw().lines.joined(separator: "\n"))")
      return nil
    }
    #expect(request.command == line && request.path == path, "\(keys)")
    return (request, line)
  }

  /// Runs a copied line where its paths lead from.
  private func run(_ line: String, on data: SharedData) async throws -> Run {
    try await shell("cd '\(data.root)' && ddor() { \"$program\" \"$@\"; }; program=$0; \(line)")
  }

  private static let panes = ["h", "", "l"]

  @Test(arguments: panes + ViewCommandTests.views.map { $0.keys[0] })
  func everyViewIsWrittenAsItsCommandPrintsIt(key: String) async throws {
    var compared = 0
    for setup in ["", "Dh", "D/source:may<Enter>", "C", "l"] {
      let keys = setup + (Self.panes.contains(key) ? "g2" + key : key)
      let folder = makeTemporaryDirectory()
      defer { removeTree(folder) }
      guard let (request, line) = try export(keys, to: folder + "/x.csv", of: ViewCommandTests.data)
      else { continue }
      try Export(request.listing, as: request.form)
        .write(to: request.path, replacing: request.replacing)
      let printed = try await run(line, on: ViewCommandTests.data)
      #expect(printed.code == 0, "\(keys): \(line) \(printed.errors)")
      #expect(
        firstDifference(printed.output, contents(of: request.path)) == nil, "\(keys): \(line)")
      compared += 1
    }
    // The notes are no rows of a command.
    #expect(compared > (key == "gn" ? -1 : 0))
  }

  @Test(arguments: FileFormat.allCases)
  func everyFormatOfTheDetainersHasTheCellsOfItsCommand(format: FileFormat) async throws {
    let data = try SharedData(sampleDirectory)
    let folder = makeTemporaryDirectory()
    defer { removeTree(folder) }
    let name = "x" + (format.endings.first.map { "." + $0 } ?? "/")
    let (request, line) = try #require(try export("l", to: "\(folder)/a/" + name, of: data))
    #expect(request.form.format == format)
    _ = try await shell("mkdir '\(folder)/a' '\(folder)/b'")
    let listing = request.listing.traced(program: "a program", command: line)
    try Export(listing, as: request.form).write(to: request.path, replacing: false)
    let printed = try await run(
      "\(line) -o '\(folder)/b/\(name)' --format \(format.name)", on: data)
    #expect(printed.code == 0, "\(line) \(printed.errors)")
    let written = try await cells(of: name, in: folder + "/a", format)
    let expected = try await cells(of: name, in: folder + "/b", format)
    #expect(firstDifference(expected, written) == nil)
    #expect(written.contains("Travis County"), "\(written.prefix(200))")
  }

  /// What rows of a file hold, without what says where they come from.
  private func cells(
    of name: String, in folder: String, _ format: FileFormat
  ) async throws -> String {
    let path = "\(folder)/\(name)"
    switch format {
    case .csv, .tsv, .json, .ndjson, .markdown, .table: return contents(of: path)
    case .html:
      return contents(of: path).split(separator: "\n").filter { $0.hasPrefix("<tr>") }
        .joined(separator: "\n")
    case .sqlite: return try rows(ofDatabase: path)
    // A release under its own name, as it is read again.
    case .xlsx, .parquet, .package:
      return try await shell("cd '\(folder)' && $0 list detainers --no-cache ./\(name)").output
    }
  }

  private func rows(ofDatabase path: String) throws -> String {
    var database: OpaquePointer?
    try #require(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close(database) }
    var statement: OpaquePointer?
    let question = "SELECT * FROM detainers ORDER BY rowid"
    try #require(sqlite3_prepare_v2(database, question, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    var lines: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      let cells = (0..<sqlite3_column_count(statement)).map { index in
        let type = sqlite3_column_type(statement, index)
        return "\(type) "
          + (sqlite3_column_text(statement, index).map { String(cString: $0) } ?? "")
      }
      lines.append(cells.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }
}
