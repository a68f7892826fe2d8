extension Period {
  /// What is typed behind `week:` to choose the reports of this period and no other.
  package var typed: String {
    guard isKnown else { return "none" }
    return length == .week ? name : "=" + name
  }

  /// The value of a term on weeks that chooses the reports of this period and no other.
  package var term: FilterTerm.Value {
    guard isKnown else { return .none }
    return length == .week ? .span(start...start, name) : .period(self)
  }
}

extension Report {
  /// The terms that choose this report and no other.
  package var terms: [FilterTerm] {
    [FilterTerm(.week, [period.term]), FilterTerm(.source, [.equals(source)])]
  }
}

extension Jurisdiction {
  /// The terms that choose this place and no other.
  package var terms: [FilterTerm] {
    let state: FilterTerm.Value = self.state.isEmpty ? .none : .equals(self.state)
    let county: FilterTerm.Value =
      isUnlocated ? .none : fips.isEmpty ? .equals(self.county) : .contains(fips)
    return [FilterTerm(.state, [state]), FilterTerm(.county, [county])]
  }

  /// The terms that choose it, as short as they are typed: the code of a county is enough.
  package var typedTerms: [FilterTerm] { fips.isEmpty ? terms : [terms[1]] }
}
