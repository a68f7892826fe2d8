import Text

/// A place of a published report that lists more rows than the report states.
package struct StatedExcess: Hashable, Sendable {
  /// Whom a stated total speaks of.
  package enum Scope: Hashable, Sendable {
    /// The whole report.
    case nation
    /// A state, by its code.
    case state(String)
    /// A county, or another place that the source names.
    case jurisdiction(Jurisdiction)
  }

  /// The period of the report.
  package let period: Period
  /// The source of the report.
  package let source: String
  /// Whom the total speaks of.
  package let scope: Scope
  /// Declined detainers as stated.
  package let stated: Int
  /// Declined detainers listed.
  package let listed: Int

  /// Records an excess.
  package init(period: Period, source: String, scope: Scope, stated: Int, listed: Int) {
    self.period = period
    self.source = source
    self.scope = scope
    self.stated = stated
    self.listed = listed
  }

  /// The place as it stands in a sentence.
  package var place: String {
    switch scope {
    case .nation: "the whole report"
    case .state(let code): code
    case .jurisdiction(let place): place.words
    }
  }

  /// What is the matter, as a sentence.
  package var sentence: String {
    "\(excerpt(source)), \(period.sentenceName): \(excerpt(place)) has \(grouped(listed)) listed, but \(grouped(stated)) stated."
  }
}

extension Dataset {
  /// Where published reports list more rows than they state, for the nation, a state or a
  /// jurisdiction; by week, source, and from the whole to its parts.
  package func statedTotalsExceeded() -> [StatedExcess] {
    table.reports.indices.filter { table.reports[$0].kind == .published }
      .sorted { a, b in
        let (first, second) = (table.reports[a], table.reports[b])
        return (first.period, first.source) < (second.period, second.source)
      }
      .flatMap { excesses(ofReport: $0) }
  }

  private func excesses(ofReport number: Int) -> [StatedExcess] {
    let report = table.reports[number]
    let figures = publishedFigures(ofReport: number)
    func excess(_ scope: StatedExcess.Scope, _ stated: Int?, _ listed: Int) -> StatedExcess? {
      guard let stated, listed > stated else { return nil }
      return StatedExcess(
        period: report.period, source: report.source, scope: scope, stated: stated, listed: listed)
    }
    let places = figures.places.sorted { a, b in
      (a.key.state, a.key.county) < (b.key.state, b.key.county)
    }
    let nation = excess(.nation, figures.total, places.reduce(0) { $0 + $1.value.listed })
    let states = figures.states.sorted { $0.key < $1.key }.compactMap { state, stated in
      excess(
        .state(state), stated,
        places.reduce(0) { $1.key.state == state ? $0 + $1.value.listed : $0 })
    }
    let parts = places.compactMap {
      excess(.jurisdiction($0.key), $0.value.stated, $0.value.listed)
    }
    return (nation.map { [$0] } ?? []) + states + parts
  }
}
