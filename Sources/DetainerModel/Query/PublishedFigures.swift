/// What one published report states and lists, before any filter: totals, and what was found of
/// their parts.
struct PublishedFigures {
  /// What is known of one place.
  struct Place {
    /// The stated figure.
    var stated: Int?
    /// Detainers issued, of Section I.
    var issued: Int?
    /// The rows at hand.
    var rows: [Int] = []
    /// How many detainers the rows stand for.
    var listed = 0
    /// The stated figures of facilities.
    var facilities: [String: Int] = [:]

    /// The declined of the place: as stated, else as listed, else not known (rule 3).
    var declined: Int? { stated ?? (rows.isEmpty ? facilityTotal : listed) }
    private var facilityTotal: Int? {
      facilities.isEmpty ? nil : facilities.values.reduce(0, +)
    }
  }

  /// The places, by jurisdiction.
  private(set) var places: [Jurisdiction: Place] = [:]
  /// The stated totals of states, by code.
  private(set) var states: [String: Int] = [:]
  /// Stated figures by citizenship.
  private(set) var citizenships: [String: Int] = [:]
  /// Stated figures by crime.
  private(set) var crimes: [String: Int] = [:]
  /// What the report states of the whole nation.
  let total: Int?

  init(report: Int, in dataset: Dataset) {
    let table = dataset.table
    let stated = table.reports[report]
    total = stated.statement?.declined
    var rows = RowSet(universe: table.rowCount)
    rows.insertRows(of: table.report, in: table.reports.indices.map { $0 == report })
    rows.forEach { row in
      places[table.jurisdiction(row), default: Place()].rows.append(row)
      places[table.jurisdiction(row), default: Place()].listed += table.count(row)
    }
    for rank in dataset.ranks(in: stated) {
      var place = places[rank.jurisdiction] ?? Place()
      // What is not attributable may be of several ranks.
      if let issued = rank.issued { place.issued = (place.issued ?? 0) + issued }
      places[rank.jurisdiction] = place
    }
    for figure in dataset.figures
    where figure.source == stated.source && figure.measure == "declined" {
      guard figure.isWeekly, let number = figure.number else {
        // A figure over several weeks, or without a number, is shown with its place and enters no
        // week's count (rule 6).
        if case .jurisdiction(let place) = figure.key { places[place, default: Place()].rows += [] }
        continue
      }
      guard figure.week == stated.week else { continue }
      switch figure.key {
      case .state(let code): states[code] = number
      case .jurisdiction(let place): places[place, default: Place()].stated = number
      case .facility(let name, let place):
        places[place, default: Place()].facilities[name] = number
      case .citizenship(let name): citizenships[name] = number
      case .crime(let name): crimes[name] = number
      case .other: break
      }
    }
  }

  /// What the report states of a state beyond the parts that are known.
  func remainder(ofState state: String) -> Int {
    max(0, (states[state] ?? 0) - sum(ofState: state))
  }

  /// What the report states of the nation beyond the states and parts that are known.
  var nationalRemainder: Int {
    guard let total else { return 0 }
    let named = Set(places.keys.map(\.state)).union(states.keys)
    return max(0, total - named.reduce(0) { $0 + max(states[$1] ?? 0, sum(ofState: $1)) })
  }

  private func sum(ofState state: String) -> Int {
    places.reduce(0) { $1.key.state == state ? $0 + ($1.value.declined ?? 0) : $0 }
  }
}
