import DetainerFormats
import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// For every view, the command that it names prints exactly the rows that it shows.
@Suite struct ViewCommandTests {
  private static let data = checkout + "/SampleData"

  /// The browser after some keys, everything asked being answered.
  private func browser(_ keys: String, on data: String) throws -> BrowserState {
    let size = try #require(Size("120x40"))
    var state = BrowserState(dataset: try DataDirectory.open(data), size: size)
    for key in try Key.parse(keys) { state.press(key) }
    return state
  }

  @Test(arguments: [
    "f", "hf", "lf", "hfff", "/county:travis<Enter>hf<Tab>", "CfG", "hgv", "lgv", "gv<Tab>", "gm",
    "hgm", "]=", "]]=", "]=%", "gg[[=", "]C=", "p", "jp", "/county:36033<Enter>Dgg]]]p", "gp", "gc",
    "/state:tx<Enter>gc", "gx", "hgx",
  ])
  func theCommandPrintsTheRowsOfTheView(keys: String) async throws {
    try await expectSameRows(keys, on: Self.data)
  }

  @Test(arguments: ["gd", "Dgd<Tab>", "Dgd<S-Tab>", "Dgd<Enter>", "gd<Enter>"])
  func theCommandPrintsTheRowsOfTwoReleases(keys: String) async throws {
    try await withTemporaryDirectory { folder in
      let header = "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Lift Reason"
      for (name, reason) in [("may", ""), ("june", "Detainer Declined by LEA")] {
        let rows = ["TEXAS,AUSTIN,", "TEXAS,AUSTIN,\(reason)", "CALIFORNIA,\(name.uppercased()),"]
        let lines = [header] + rows.map { "2015-01-05,I247,COUNTY JAIL,\($0)" }
        put(lines.joined(separator: "\n").utf8, at: "\(folder)/\(name).csv")
      }
      try await expectSameRows(keys, on: folder)
    }
  }

  private func expectSameRows(_ keys: String, on data: String) async throws {
    let shown = try browser(keys, on: data).shown
    let open = try #require(shown.openView)
    let listing = try #require(open.table.listing)
    let words = try #require(open.view.command(shown), "the view names no command")
    let run = try await ddor(words + [data, "--format", "csv"])
    #expect(run.code == 0, "\(words) \(run.errors)")
    // What is printed may stand in another order than what is shown.
    let printed = run.output.split(separator: "\n").map(String.init)
    let exported = try withTemporaryDirectory { folder in
      let path = folder + "/view.csv"
      try AtomicFile(path: path, replacing: false).write { sink throws(WriteError) in
        try sink.write(listing, as: .csv)
      }
      return contents(of: path).split(separator: "\n").map(String.init)
    }
    #expect(printed.first == exported.first, "\(words)")
    #expect(
      firstDifference(
        printed.sorted().joined(separator: "\n"), exported.sorted().joined(separator: "\n")) == nil,
      "\(words)")
  }
}
