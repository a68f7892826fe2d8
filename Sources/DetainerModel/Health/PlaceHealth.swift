import Text

/// How records came to their counties, step by step, and the facilities that no table places.
package struct PlaceHealth: Sendable {
  /// A step by which records are placed, with what it placed.
  package struct Step: Hashable, Sendable {
    /// The step; `none` stands for what is unlocated.
    package let placement: Placement
    /// The rows it placed.
    package var rows = 0
    /// The detainers they stand for.
    package var detainers = 0
  }

  /// A facility without a county.
  package struct Unplaced: Hashable, Sendable {
    /// The facility; without a name where rows name none.
    package let facility: Facility
    /// Its rows.
    package var rows = 0
    /// The detainers they stand for.
    package var detainers = 0
    /// Its first row in the table.
    package var first: Int
  }

  /// The steps in the order in which they are tried, what is unlocated last.
  package private(set) var steps: [Step] = []
  /// The facilities without a county, most detainers first.
  package private(set) var unplaced: [Unplaced] = []
  /// How many facilities there are, by name, city and state.
  package private(set) var facilities = 0
  /// All detainers.
  package private(set) var detainers = 0
  /// The detainers of which a state is known.
  package private(set) var withState = 0
  /// The detainers of which a county, or another place that a source names, is known.
  package private(set) var located = 0

  init() {}

  init(of files: [SiteSums], in table: DetainerTable, log: inout FindingLog) {
    let order = Placement.allCases.filter { $0 != .none } + [.none]
    var steps = Dictionary(uniqueKeysWithValues: order.map { ($0, Step(placement: $0)) })
    var seen: Set<Facility> = []
    var numbers: [Facility: Int] = [:]
    for sums in files {
      for (number, site) in table.sites.enumerated() where sums.rows[number] > 0 {
        let place = table.jurisdictions[site.jurisdiction]
        // A county without a state may be in many.
        let isLocated = !place.isUnlocated && !place.state.isEmpty
        let step = isLocated ? site.placement : .none
        steps[step]?.rows += sums.rows[number]
        steps[step]?.detainers += sums.detainers[number]
        detainers += sums.detainers[number]
        if !place.state.isEmpty { withState += sums.detainers[number] }
        let facility = Facility(name: site.facility, city: site.city, state: place.state)
        seen.insert(facility)
        guard !isLocated else {
          located += sums.detainers[number]
          continue
        }
        let index = numbers[facility] ?? unplaced.count
        if index == unplaced.count {
          numbers[facility] = index
          unplaced.append(Unplaced(facility: facility, first: sums.first[number]))
        }
        unplaced[index].first = min(unplaced[index].first, sums.first[number])
        unplaced[index].rows += sums.rows[number]
        unplaced[index].detainers += sums.detainers[number]
      }
    }
    facilities = seen.count
    self.steps = order.compactMap { steps[$0] }.filter { $0.rows > 0 || $0.placement == .none }
    unplaced.sort { a, b in
      a.detainers != b.detainers ? a.detainers > b.detainers : a.first < b.first
    }
    for place in unplaced {
      log.add(
        .unplacedFacility, file: table.source(place.first).file, row: table.line(place.first),
        column: DetainerField.facility.rawValue,
        "\(excerpt(place.facility.text)) is in no county: \(counted(place.detainers, "detainer")).")
    }
  }
}

extension Facility {
  /// The facility in words: its name, city and state, and what of them is not named.
  package var text: String {
    let place = [city, state].filter { !$0.isEmpty }.joined(separator: ", ")
    let head = name.isEmpty ? "(no facility named)" : name
    return place.isEmpty ? "\(head), no city or state named" : "\(head), \(place)"
  }
}
