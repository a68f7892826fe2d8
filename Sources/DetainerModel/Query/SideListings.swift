/// The side tables that leave the program: policies and corrections.
extension Selection {
  /// `list policies`: the rows of Section III that the terms on state, county and week choose.
  ///
  /// - Throws: a ``FilterError`` naming the first term that says nothing about a policy.
  public func policiesListing() throws(FilterError) -> Listing {
    let places = dataset.places
    let chosen = try sideRows(dataset.policies, of: "policies") { policy in
      let values = policy.row.values
      let named = places.county(fips: policy.fips)?.jurisdiction
      // Cities and agencies keep their name; what holds for a whole state is in no county.
      let name = values[2].hasPrefix("state") ? "" : values[0]
      return SideSubject(
        places: [named ?? Jurisdiction(state: policy.state, county: name, fips: "")],
        weeks: values[9].split(separator: "|").compactMap { Week(naming: $0) })
    }
    return Listing(
      columns: Policy.columns.map { .init($0) }, rows: chosen.map { Self.cells($0.row) })
  }

  /// `list corrections`: the errata and disputes that the terms on state, county and week choose.
  ///
  /// - Throws: a ``FilterError`` naming the first term that says nothing about a correction.
  public func correctionsListing() throws(FilterError) -> Listing {
    let places = dataset.places
    let chosen = try sideRows(dataset.corrections, of: "corrections") { correction in
      let counties = correction.fips.compactMap { places.county(fips: $0)?.jurisdiction }
      let others = correction.states.filter { state in !counties.contains { $0.state == state } }
      return SideSubject(
        places: counties + others.map { Jurisdiction(state: $0, county: "", fips: "") },
        weeks: correction.weeks)
    }
    return Self.listing(of: chosen)
  }

  /// Corrections with the columns of `list corrections`.
  public static func listing(of corrections: [Correction]) -> Listing {
    Listing(
      columns: Correction.columns.map { .init($0, $0 == "affected_count" ? .integer : .text) },
      rows: corrections.map { correction in
        zip(Correction.columns, cells(correction.row)).map { column, cell in
          guard column == "affected_count", case .text(let text) = cell else { return cell }
          return Int(text).map { .integer($0) } ?? cell
        }
      })
  }

  private static func cells(_ row: SideRow) -> [Value] { row.values.map { Value($0) } }

  private func sideRows<Row>(
    _ rows: [Row], of name: String, subject: (Row) -> SideSubject
  ) throws(FilterError) -> [Row] {
    let subjects = rows.map(subject)
    var isChosen = Array(repeating: true, count: rows.count)
    for term in query.filter.terms {
      let holds = try sideMatch(term, of: name)
      for index in rows.indices where holds(subjects[index]) == term.isNegated {
        isChosen[index] = false
      }
    }
    return zip(rows, isChosen).filter(\.1).map(\.0)
  }

  private func sideMatch(
    _ term: FilterTerm, of name: String
  ) throws(FilterError) -> (SideSubject) -> Bool {
    switch term.field {
    case .state, .county:
      let match = try TermEvaluation(dataset: dataset).placeMatch(term)
      // What is about whole reports is about no place.
      return { subject in
        subject.places.isEmpty
          ? term.wantsNone
          : subject.places.contains { match(FoldedPlace($0, in: dataset.places)) }
      }
    case .week:
      let spans = term.spans
      return { subject in
        subject.weeks.isEmpty
          ? term.wantsNone
          : subject.weeks.contains { week in spans.contains { $0.contains(week.start) } }
      }
    default:
      throw FilterError(
        column: term.column, token: term.text,
        message: "the list of \(name) can only be filtered by state:, county: and week:; "
          + "leave this term out.")
    }
  }
}

/// What a row of a side table is about.
private struct SideSubject {
  let places: [Jurisdiction]
  let weeks: [Week]
}
