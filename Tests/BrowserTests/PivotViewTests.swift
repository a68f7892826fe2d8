import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Two keys against each other: whatever is shown adds up, down and across.
@Suite struct PivotViewTests {
  /// The numbers of a row, at the least: its total and its cells; a blank is nothing.
  private func numbers(_ cells: [String]) -> [Int] {
    cells.dropFirst().map { Int($0.prefix { $0 != "–" }.filter(\.isNumber)) ?? 0 }
  }

  @Test(arguments: ["40x12", "80x24", "120x40", "200x60"])
  func itAddsUpAtEveryWidth(size: String) throws {
    for (keys, total) in [("gv", 206), ("hgv", 5819), ("hgvgv", 5819), ("hgv<Tab>", 5819 + 17_864)]
    {
      let table = try #require(try Session(size, keys: keys).state.shown.openView?.table)
      #expect(numbers(table.total).first == total, "\(keys)")
      for row in table.rows.map(\.cells) + [table.total] {
        let numbers = numbers(row)
        #expect(numbers.count == table.columns.count - 1)
        #expect(numbers.dropFirst().reduce(0, +) == numbers[0], "\(row) of \(keys)")
      }
      for column in 0..<table.columns.count - 1 {
        let sum = table.rows.reduce(0) { $0 + numbers($1.cells)[column] }
        #expect(
          sum == numbers(table.total)[column], "\(table.columns[column + 1].title) of \(keys)")
      }
    }
  }

  @Test func cellsAreWhatRowByRowCountingFinds() throws {
    let session = try Session("200x60", keys: "/source:fy2015-tally<Enter>hgv")
    let table = try #require(session.state.shown.openView?.table)
    var expected: [String: Int] = [:]
    let data = sample.table
    for row in 0..<data.rowCount
    where data.report(row).kind == .built && data.outcome(row) == .declined {
      let quarter = Period.Length.quarter.label(of: data.date(row))
      expected["\(data.jurisdiction(row).state) \(quarter)", default: 0] += data.count(row)
    }
    for row in table.rows {
      let state = row.cells[0] == "(no state)" ? "" : row.cells[0]
      for (column, cell) in zip(table.columns, row.cells).dropFirst(2) {
        let count = expected.removeValue(forKey: "\(state) \(column.title)")
        #expect(Int(cell.filter(\.isNumber)) ?? 0 == count ?? 0, "\(state) \(column.title)")
      }
    }
    #expect(expected.isEmpty)
  }

  @Test func sharesAreOfRowsOrOfColumns() throws {
    var session = try Session("80x24", keys: "hgv%")
    #expect(session.contains("% of row"))
    var table = try #require(session.state.shown.openView?.table)
    #expect(table.rows.allSatisfy { $0.cells[1] == "100.0 %" || $0.cells[1] == "–" })
    try session.press("%")
    table = try #require(session.state.shown.openView?.table)
    #expect(session.contains("% of column") && Set(table.total.dropFirst()) == ["100.0 %"])
    try session.press("%%")
    #expect(session.contains("% of resolved, of 100 or more"))
    try session.press("500%")
    #expect(session.contains("% of resolved, of 500 or more"))
  }

  @Test func enterGoesIntoTheRowOrTheMarkedCell() throws {
    var session = try Session("80x24", keys: "hgvj<Enter>")
    #expect(session.contains("Filter: outcome:declined state:=CO  "))
    try session.press("gb")
    #expect(session.contains("Pivot › 46 reports › state by quarter") && session.contains("▶ CO"))
    try session.press("}}")
    #expect(session.contains("▼2015-Q3"))
    try session.press("<Enter>")
    #expect(session.state.filter.text == "outcome:declined state:=CO quarter:2015-Q3")
    let counts = session.state.shown.weeks.reduce(0) { $0 + ($1.group.declined ?? 0) }
    #expect(counts == 26)
    try session.press("gb{{{")
    #expect(!session.contains("▼"))
  }

  @Test func keysAreChosenAndSwapped() throws {
    var session = try Session("80x24", keys: "hgvgv")
    #expect(session.contains("quarter by state"))
    try session.press("gvfj<Enter>")
    #expect(session.contains("county by quarter"))
    try session.press("<Tab>")
    #expect(session.contains("county by "))
    // A key is never held against itself.
    for _ in 0..<20 {
      try session.press("<Tab>")
      #expect(!session.contains("county by county"))
    }
  }

  @Test func itIsExportedAsCountPrintsIt() throws {
    let session = try Session("80x24", keys: "hgve<C-a><C-k>x.csv<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.listing.columns.map(\.name).prefix(2) == ["state", "quarter"])
    #expect(request.listing.row(0).prefix(2) == [.text("CA"), .text("2014-Q4")])
  }

  @Test func aResizeChangesHowManyColumnsThereAre() throws {
    var session = try Session("80x24", keys: "hgvgv")
    #expect(session.contains("33 other"))
    session.take(.resize(try #require(Size("200x60"))))
    #expect(!session.contains("33 other") && session.contains("other"))
  }
}
