/// Where the browser was when it was left: what was asked for, and of what; never rows of the data.
package struct Session: Hashable, Sendable {
  /// The paths of the data, as they lead from anywhere.
  package var paths: [String] = []
  /// The filter as it is typed.
  package var filter = ""
  /// Whether likely duplicates are left out.
  package var dropsDuplicates = false
  /// Whether published reports are shown as corrected.
  package var isAsCorrected = false
  /// The name of the selected period.
  package var week = ""
  /// The source of its report.
  package var source = ""
  /// The state of the selected place.
  package var state = ""
  /// The county of the selected place; empty where that is none.
  package var county = ""
  /// The code of the county.
  package var fips = ""
  /// The orders of the panes, by the names of these.
  package var orders: [String: String] = [:]
  /// The panes whose order is reversed.
  package var reversed: [String] = []
  /// The pane with the focus.
  package var focus = ""
  /// The command that opens the view; empty for the panes.
  package var view = ""
  /// What the view counts and how, by the names that it gives to that.
  package var viewSettings: [String: String] = [:]
  /// The first cell of the row under its cursor.
  package var viewRow = ""

  /// A session in which nothing is asked for.
  package init() {}
}

/// What is kept from one session to the next.
package struct Sessions: Hashable, Sendable {
  /// So many filters are kept, and sessions of so many sets of paths.
  package static let (mostFilters, mostSessions) = (50, 100)

  /// The filters that were used, the newest last.
  package private(set) var filters: [String] = []
  /// The sessions of different paths, the newest last.
  package private(set) var all: [Session] = []

  /// Nothing yet.
  package init() {}

  /// The session of some paths, if there was one.
  package func session(of paths: [String]) -> Session? { all.last { $0.paths == paths } }

  /// Takes in filters, the newest last; each is kept once.
  package mutating func use(_ used: [String]) { filters = Self.filters(filters, thenUsed: used) }

  /// Filters with those that were used later behind them, each once, as many as are kept.
  package static func filters(_ earlier: [String], thenUsed used: [String]) -> [String] {
    let new = Set(used)
    return (earlier.filter { !new.contains($0) } + used).suffix(mostFilters)
  }

  /// Keeps a session in place of the one before of the same paths; nil keeps none.
  package mutating func keep(_ session: Session?, of paths: [String]) {
    all.removeAll { $0.paths == paths }
    guard var session else { return }
    session.paths = paths
    all = (all + [session]).suffix(Self.mostSessions)
  }
}
