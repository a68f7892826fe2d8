extension Dataset {
  /// The data as corrected: ranks and rows that errata void stand under “not attributable” of their
  /// state, their places are named without a count, and every stated total stays (rule 9).
  ///
  /// Rows keep their numbers, so that what is listed can be shown as it was published.
  public var asCorrected: Dataset { isCorrected ? self : cache.corrected(makeCorrected) }

  private func makeCorrected() -> Dataset {
    var corrected = self
    corrected.isCorrected = true
    for number in table.reports.indices {
      let entries = voidedEntries(ofReport: number)
      if !entries.isEmpty { corrected.void(entries, ofReport: number) }
    }
    return corrected
  }

  private mutating func void(_ entries: [VoidedEntry], ofReport number: Int) {
    let report = table.reports[number]
    let ranked = Set(entries.filter { $0.section == "I" }.map(\.place))
    ranks = ranks.flatMap { rank -> [Rank] in
      guard rank.isOf(report), ranked.contains(rank.jurisdiction) else { return [rank] }
      var (named, taken) = (rank, rank)
      named.issued = nil
      taken.jurisdiction = .notAttributable(inState: rank.jurisdiction.state)
      return [named, taken]
    }
    let declining = entries.filter { $0.section == "II" }
    voidFigures(declining, of: report)
    table.takeRows(ofReport: number, from: Set(declining.map(\.place)))
    for entry in entries { _ = table.number(ofNotAttributableIn: entry.place.state) }
  }

  /// Moves what is stated of places; where nothing is, the rows alone say how many there are.
  private mutating func voidFigures(_ entries: [VoidedEntry], of report: Report) {
    let places = Set(entries.map(\.place))
    func states(_ figure: Figure) -> Bool {
      guard figure.measure == "declined", figure.isOf(report) else { return false }
      return switch figure.key {
      case .jurisdiction(let place), .facility(_, let place): places.contains(place)
      default: false
      }
    }
    let stated = figures.contains(where: states)
    figures.removeAll(where: states)
    func add(_ place: Jurisdiction, _ number: Int?) {
      figures.append(
        Figure(
          period: report.period, source: report.source, measure: "declined",
          key: .jurisdiction(place), value: number.map(String.init) ?? "", number: number))
    }
    for place in places { add(place, nil) }
    guard stated else { return }
    for (state, entries) in Dictionary(grouping: entries, by: \.place.state) {
      add(.notAttributable(inState: state), entries.reduce(0) { $0 + ($1.count ?? 0) })
    }
  }
}

extension DetainerTable {
  /// The number of what is not attributable in a state, which is added if it is not there yet.
  fileprivate mutating func number(ofNotAttributableIn state: String) -> Int {
    let place = Jurisdiction.notAttributable(inState: state)
    if let number = jurisdictions.firstIndex(of: place) { return number }
    jurisdictions.append(place)
    return jurisdictions.count - 1
  }

  /// Takes the rows of a report from some of its places.
  fileprivate mutating func takeRows(ofReport number: Int, from places: Set<Jurisdiction>) {
    guard !places.isEmpty else { return }
    var rows = RowSet(universe: rowCount)
    rows.insertRows(of: report, in: reports.indices.map { $0 == number })
    var taken: [Int] = []
    rows.forEach { row in if places.contains(jurisdiction(row)) { taken.append(row) } }
    var siteOfRow: [Int: Int] = [:]
    var newSites: [Int: Int] = [:]
    for row in taken {
      if newSites[site[row]] == nil {
        var moved = site(row)
        moved.jurisdiction = self.number(ofNotAttributableIn: jurisdiction(row).state)
        moved.aor = ""
        newSites[site[row]] = sites.count
        sites.append(moved)
      }
      siteOfRow[row] = newSites[site[row]]
    }
    if !siteOfRow.isEmpty { site = site.replacing(siteOfRow) }
  }
}

extension Codes {
  /// The column with other numbers in some rows, wider if they need that.
  fileprivate func replacing(_ numbers: [Int: Int]) -> Codes {
    let largest = numbers.values.max() ?? 0
    switch self {
    case .narrow(let codes) where largest <= Int(UInt8.max):
      return .narrow(codes.replacing(numbers))
    case .medium(let codes) where largest <= Int(UInt16.max):
      return .medium(codes.replacing(numbers))
    default: return .wide(Column(map { UInt32($0) }).replacing(numbers))
    }
  }
}

extension Column {
  fileprivate func replacing(_ numbers: [Int: Int]) -> Column {
    var elements = withUnsafeBufferPointer { Array($0) }
    for (row, number) in numbers { elements[row] = Element(number) }
    return Column(elements)
  }
}
