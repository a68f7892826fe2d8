/// The side tables that leave the program: policies and corrections.
extension Selection {
  /// The rows of Section III that the terms on state, county and week choose.
  ///
  /// - Throws: a ``FilterError`` naming the first term that says nothing about a policy.
  public func policies() throws(FilterError) -> [Policy] {
    let subjects = zip(dataset.policies, dataset.placesOfPolicies).map { policy, place in
      SideSubject(places: policy.searchedPlaces(as: place), weeks: policy.weeksSeen.known)
    }
    return try sideRows(dataset.policies, of: "policies", subjects)
  }

  /// The errata and disputes that the terms on state, county and week choose.
  ///
  /// - Throws: a ``FilterError`` naming the first term that says nothing about a correction.
  public func corrections() throws(FilterError) -> [Correction] {
    let places = dataset.places
    let subjects = dataset.corrections.map { correction in
      let counties = correction.fips.compactMap { places.county(fips: $0)?.jurisdiction }
      let others = correction.states.filter { state in !counties.contains { $0.state == state } }
      return SideSubject(
        places: counties + others.map { Jurisdiction(state: $0, county: "", fips: "") },
        weeks: correction.weeks.known)
    }
    return try sideRows(dataset.corrections, of: "corrections", subjects)
  }

  private func sideRows<Row>(
    _ rows: [Row], of name: String, _ subjects: [SideSubject]
  ) throws(FilterError) -> [Row] {
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
      return { subject in
        subject.weeks.isEmpty ? term.wantsNone : subject.weeks.contains(where: term.names)
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
  let weeks: [Period]
}

extension [Policy] {
  /// `list policies`: the columns of `policies.csv`.
  public var listing: Listing {
    Listing(
      columns: [
        .init("jurisdiction"), .init("state"), .init("level"), .init("county_fips"), .init("aor"),
        .init("date_enacted"), .init("date_precision"), .init("policy"), .init("criteria"),
        .init("weeks_seen"), .init("confidence"), .init("source_url"), .init("note"),
        .init("source"), .init("listed"),
      ],
      rows: map { policy in
        [
          Value(policy.jurisdiction), Value(policy.state), Value(policy.level),
          Value(policy.fips), Value(policy.aor), Value(policy.dateEnacted),
          Value(policy.datePrecision), Value(policy.policy), Value(policy.criteria),
          Value(barred(policy.weeksSeen.names)), Value(policy.confidence),
          Value(policy.sourceURL), Value(policy.note), Value(policy.source),
          Value(policy.listed),
        ]
      })
  }
}

extension [Correction] {
  /// `list corrections`: the columns of `corrections.csv`.
  public var listing: Listing {
    Listing(
      columns: [
        .init("id"), .init("kind"), .init("date"), .init("weeks"), .init("section"),
        .init("scope"), .init("jurisdiction"), .init("state"), .init("county_fips"),
        .init("ranks"), .init("voids"), .init("affects"), .init("affected_count", .integer),
        .init("what"), .init("source_url"), .init("confidence"),
      ],
      rows: map { correction in
        [
          Value(correction.id), Value(correction.kind.description), Value(correction.date),
          Value(barred(correction.weeks.names)), Value(barred(correction.sections)),
          Value(correction.scope?.rawValue ?? ""), Value(barred(correction.jurisdictions)),
          Value(barred(correction.states)), Value(barred(correction.fips)),
          Value(barred(correction.ranks.map { "\($0.period.name):\($0.rank)" })),
          Value(correction.voids ? "yes" : "no"), Value(correction.affects),
          correction.affectedCount, Value(correction.what), Value(correction.sourceURL),
          Value(correction.confidence),
        ]
      })
  }
}

/// A list in one cell.
private func barred(_ texts: [String]) -> String { texts.joined(separator: "|") }
