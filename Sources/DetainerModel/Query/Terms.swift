extension Report {
  /// The terms that choose this report and no other.
  package var terms: [FilterTerm] {
    let week: FilterTerm.Value =
      self.week.isKnown ? .span(self.week.start...self.week.start, self.week.iso) : .none
    return [FilterTerm(.week, [week]), FilterTerm(.source, [.equals(source)])]
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
}
