/// What one published report states and lists, before any filter: totals, and what was found of
/// their parts.
struct PublishedFigures {
  /// What is known of one place.
  struct Place {
    /// The stated figure.
    var stated: Int?
    /// The figure of the state, for the only county of one.
    var statedOfState: Int?
    /// Detainers issued, of Section I.
    var issued: Int?
    /// The rows at hand.
    var rows: [Int] = []
    /// How many detainers the rows stand for.
    var listed = 0
    /// The stated figures of facilities.
    var facilities: [String: Int] = [:]

    /// The declined of the place: as stated, else as listed, else not known (rule 3).
    var declined: Int? { exact ?? (rows.isEmpty ? facilityTotal : listed) }
    /// The declined of the place where the report states it.
    var exact: Int? { stated ?? statedOfState }
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
  /// The places by state.
  private(set) var placesByState: [String: [(key: Jurisdiction, value: Place)]] = [:]
  /// The counties, by FIPS code, whose declines errata have taken from them.
  private(set) var voided: Set<String> = []
  /// What is known of the places of each state.
  private var sums: [String: Int] = [:]
  /// What the report states of the nation beyond the states and parts that are known.
  private(set) var nationalRemainder = 0

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
      guard figure.period.contains(stated.period) else { continue }
      guard figure.period == stated.period, let number = figure.number else {
        // A figure over more than the report, or without a number, is shown with its place and enters
        // no count (rule 6).
        if case .jurisdiction(let place) = figure.key { places[place, default: Place()].rows += [] }
        continue
      }
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
    if dataset.isCorrected {
      let voids = dataset.corrections.filter {
        $0.voids(section: "II") && $0.weeks.contains(stated.period)
      }
      voided = Set(voids.flatMap(\.fips))
    }
    nameOnlyCounties(of: dataset)
    findRemainders()
  }

  /// What is stated of a state with one county is stated of the county (rule 3 of what is not
  /// known).
  private mutating func nameOnlyCounties(of dataset: Dataset) {
    for (state, county) in dataset.places.onlyCounties {
      guard let stated = states[state], places[county]?.stated == nil,
        !places.contains(where: { place, found in
          place.state == state && place != county && found.declined != nil
        })
      else { continue }
      places[county, default: Place()].statedOfState = stated
    }
  }

  private mutating func findRemainders() {
    placesByState = Dictionary(grouping: places, by: \.key.state)
    sums = placesByState.mapValues { places in
      places.reduce(0) { Known.sum($0, $1.value.declined ?? 0) }
    }
    guard let total else { return }
    let named = Set(sums.keys).union(states.keys).reduce(0) {
      Known.sum($0, max(states[$1] ?? 0, sums[$1] ?? 0))
    }
    nationalRemainder = max(0, total - named)
  }

  /// What the report states of a state beyond the parts that are known.
  func remainder(ofState state: String) -> Int {
    max(0, (states[state] ?? 0) - (sums[state] ?? 0))
  }
}

extension Dataset {
  /// What a published report states and lists, found once for all questions.
  func publishedFigures(ofReport number: Int) -> PublishedFigures {
    cache.figures(ofReport: number) { PublishedFigures(report: number, in: self) }
  }
}
