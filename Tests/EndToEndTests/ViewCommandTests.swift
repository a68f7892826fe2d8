import DetainerFormats
import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// For every pane and every view, the command line that C-y copies prints exactly the rows that are
/// shown, cell by cell and in their order, when a shell reads it.
@Suite struct ViewCommandTests {
  /// Published reports of weeks and of a year, and two releases that share weeks with each other and
  /// with them, in directories that a shell would take apart.
  static let data = SharedData()

  /// What narrows and changes the rows before a view is opened.
  private static let setups = [
    "", "D", "h", "l", "/county:travis<Enter>", "D/-state:tx<Enter>h", "C", "Dd",
    "l/crime:dui<Enter>",
    "h/source:may<Enter>", "D/source:=\"o'b, june\"<Enter>l", "h/count:>1<Enter>",
    "D/\"los angeles\"<Enter>", "gg", "G", "hGkD", "D/source:may<Enter>]",
  ]

  /// Where a measure, an order and a filter have to be understood alike together.
  @Test(arguments: [
    "D/count:>1<Enter>hf%%%", "D/count:>1<Enter>hf%%%O", "/source:may count:>1<Enter>hf%",
    "D/source:may count:>3<Enter>hgt",
    "Dh/source:may<Enter>f%%%O", "Dh/source:may<Enter>gv%%%%%oO", "DhG=", "D=",
    "/-crime:\"it's\"<Enter>h",
  ])
  func theCommandUnderstandsTheFilterAsTheViewDoes(keys: String) async throws {
    #expect(try await Self.expectSameRows(keys, on: Self.data))
  }

  /// What is changed in a view once it is open.
  private static let changes = [
    "", "%", "%%", "%%%%", "3%", "o", "O", "%O", "oO", "<Tab>", "<S-Tab>O", "f<Down><Enter>", "}",
    "C",
    "D", "%%%%O",
  ]

  /// The commands that open a view, whichever there are.
  static let views = Command.all.filter { command in
    ["", "h", "l"].contains { setup in
      guard var state = try? browser(setup, on: data) else { return false }
      _ = command.run(&state, nil)
      state.awaitAnswer()
      return state.request.view != nil
    }
  }

  /// The browser after some keys, everything asked being answered.
  static func browser(_ keys: String, on data: SharedData) throws -> BrowserState {
    let size = try #require(Size("120x40"))
    var state = BrowserState(dataset: data.dataset, size: size, paths: data.paths)
    for key in try Key.parse(keys) { state.press(key) }
    return state
  }

  @Test func theViewsAreFound() {
    #expect(Self.views.count >= 11, "\(Self.views.map(\.name))")
  }

  @Test(arguments: views.map(\.name))
  func theCommandPrintsTheRowsOfTheView(name: String) async throws {
    let command = try #require(Self.views.first { $0.name == name })
    let number = Self.views.firstIndex(of: command) ?? 0
    var compared = 0
    // Every change once, every setup once, and other pairs in another view.
    for (index, change) in Self.changes.enumerated() {
      let setup = Self.setups[(index + number * 5) % Self.setups.count]
      let keys = setup + command.keys[0] + change
      if try await Self.expectSameRows(keys, on: Self.data) { compared += 1 }
    }
    // The notes have no command, and say so.
    #expect(compared > (name == "notes" ? -1 : 2), "\(name)")
  }

  @Test(arguments: ["h", "", "l"])
  func theCommandPrintsTheRowsOfThePane(pane: String) async throws {
    var compared = 0
    for setup in Self.setups {
      if try await Self.expectSameRows(setup + "g2" + pane, on: Self.data) { compared += 1 }
    }
    let orders = PaneOrder.all(pane == "h" ? .weeks : pane == "l" ? .detainers : .jurisdictions)
    for order in orders.indices {
      let choice = "o" + String(repeating: "k", count: 12) + String(repeating: "j", count: order)
      for reversing in ["", "O"] {
        let keys = "D]g2\(pane)\(choice)<Enter>\(reversing)"
        if try await Self.expectSameRows(keys, on: Self.data) { compared += 1 }
      }
    }
    #expect(compared > 20)
  }

  @Test(arguments: [
    "f", "hf", "lf", "hfff", "/county:travis<Enter>hf<Tab>", "CfG", "hgv", "lgv", "gv<Tab>", "gm",
    "hgm", "]=", "]]=", "]=%", "gg[[=", "]C=", "p", "jp", "/county:36033<Enter>Dgg]]]p", "gp", "gc",
    "/state:tx<Enter>gc", "gx", "hgx", "hgt", "gt<Tab>", "hgtO", "hgt%", "h", "hO",
  ])
  func theCommandPrintsTheRowsOfTheSampleData(keys: String) async throws {
    #expect(try await Self.expectSameRows(keys, on: SharedData(sampleDirectory)))
  }

  @Test(arguments: ["gd", "Dgd<Tab>", "Dgd<S-Tab>", "Dgd<Enter>", "gd<Enter>"])
  func theCommandPrintsTheRowsOfTwoReleases(keys: String) async throws {
    #expect(try await Self.expectSameRows(keys, on: Self.data))
  }

  /// Runs the command that C-y copies, where there is one and rows are shown.
  private static func expectSameRows(_ keys: String, on data: SharedData) async throws -> Bool {
    var state = try browser(keys, on: data)
    let effect = state.reduce(.key(.control("y")))
    let listing = state.shown.listingShown(state.focus)
    guard case .copy(let copying) = effect, case .text(let line) = copying.content,
      let listing, listing.rowCount > 0
    else {
      // No command without a sentence that says why.
      if effect == .none { #expect(state.message != nil, "\(keys)") }
      return false
    }
    expectSameNumbers(state, listing, "\(keys): \(line)")
    let run = try await shell(
      "cd '\(data.root)' && ddor() { \"$program\" \"$@\"; }; program=$0; \(line)")
    #expect(run.code == 0, "\(keys): \(line) \(run.errors)")
    let exported = try withTemporaryDirectory { folder in
      let path = folder + "/view.csv"
      try AtomicFile(path: path, replacing: false).write(listing, as: .csv)
      return contents(of: path)
    }
    #expect(firstDifference(run.output, exported) == nil, "\(keys): \(line)")
    return true
  }

  /// Where a view calls a column otherwise than its listing; those of a comparison are called by
  /// their spans.
  private static let names = [
    "year before": "declined_year_before", "without id": "without_id", "in": "moved_in",
    "out": "moved_out", "% of issued": "share_of_issued", "% of resolved": "share_of_resolved",
  ]

  /// What stands in the cells of a view is what its listing says, wherever it is a number.
  private static func expectSameNumbers(
    _ state: BrowserState, _ listing: Listing, _ what: String
  ) {
    guard let table = state.shown.openView?.table else { return }
    let isComparison = state.request.view is ComparisonView
    let titles = isComparison ? ["", "before", "after", "change"] : table.columns.map(\.title)
    let pairs = titles.enumerated().compactMap { shown, title -> (shown: Int, listed: Int)? in
      listing.columns.firstIndex { $0.name == names[title] ?? title && $0.kind != .text }
        .map { (shown, $0) }
    }
    for row in table.rows.indices {
      let lines = table.lines(ofRow: row)
      guard lines.count == 1 else { continue }
      let cells = listing.row(lines[0])
      for (shown, listed) in pairs {
        let cell = table.rows[row].cells[shown].filter { ![",", "+"].contains($0) }
        let number = cell.hasSuffix(" %") ? Double(cell.dropLast(2)) : Double(cell)
        guard let number else { continue }
        let comment = Comment(rawValue: "\(what), row \(row), \(titles[shown])")
        switch cells[listed] {
        // The year before is listed as a count, whatever measure is shown.
        case .integer where cell.hasSuffix("%"): break
        case .integer(let value): #expect(number == Double(value), comment)
        case .fraction(let share): #expect(abs(number - share * 100) <= 0.051, comment)
        default: Issue.record(comment)
        }
      }
    }
  }
}

/// Files that are opened once for all tests.
final class SharedData: Sendable {
  /// Where a shell has to be.
  let root: String
  let paths: [String]
  let dataset: Dataset
  private let isOwn: Bool

  /// Opens a directory as it is.
  init(_ path: String) throws {
    (root, paths, isOwn) = ("/", [path], false)
    dataset = try opened(path)
  }

  /// Makes files.
  init() {
    root = makeTemporaryDirectory()
    paths = ["-it's \"data\" $(x)"]
    isOwn = true
    let folder = root + "/" + paths[0]
    for name in [
      "reports.csv", "figures.csv", "issued.csv", "policies.csv", "corrections.csv",
      "detainers/ddor-2017-01-28.csv", "detainers/ddor-2017-02-04.csv",
      "detainers/ddor-2017-02-11.csv",
    ] {
      put(bytes(of: "\(sampleDirectory)/\(name)"), at: "\(folder)/\(name)")
    }
    put(Self.release(seed: 1).utf8, at: "\(folder)/may.csv")
    put(Self.release(seed: 2).utf8, at: "\(folder)/o'b, june.csv")
    do { dataset = try opened(folder) } catch { fatalError("The data cannot be read: \(error)") }
  }

  deinit { if isOwn { removeTree(root) } }

  private static func release(seed: UInt64) -> String {
    var random = SeededGenerator(seed)
    let places = [
      "COUNTY JAIL,TEXAS,AUSTIN", "COUNTY JAIL,CALIFORNIA,LOS ANGELES",
      "CITY JAIL,NEVADA,LAS VEGAS",
      "\"A, \"\"B\"\" JAIL\",NEW YORK,HEMPSTEAD", "OTHER-OTHER FACILITY,,",
    ]
    let reasons = ["Detainer Declined by LEA", "Booked into Detention", "", "Case Closed"]
    let crimes = ["Driving Under Influence Liquor", "Assault", "", "Drug Possession"]
    var lines = [
      "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Lift Reason,"
        + "MSC Charge,Citizenship Country,Unique Identifier,Case Status,duplicate_likely"
    ]
    for row in 0..<160 {
      let day = ["2016-02-0\(1 + row % 9)", "2017-01-\(28 + row % 4)", "2017-02-\(10 + row % 15)"]
      func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
      lines.append(
        [
          pick(day), pick(["I247A", "I247D"]), pick(places), pick(reasons), pick(crimes),
          pick(["MEXICO", "CANADA", ""]), pick(["p1", "p2", "p3\(row)", ""]), "x\(row)",
          pick(["", "", "TRUE"]),
        ].joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
