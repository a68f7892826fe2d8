extension Selection {
  /// A trend with the columns of `count`, the declines of the year before, and the days covered;
  /// the cells of gaps are empty.
  public func trendListing(
    _ points: [TrendPoint], by span: Period.Length, withPersons: Bool = false
  ) -> Listing {
    Listing(
      columns: [.init(span.rawValue)] + Measure.columns + [
        .init("declined_year_before", .integer), .init("days_covered", .integer),
        .init("days", .integer),
      ] + (withPersons ? Measure.personColumns : []),
      rowCount: points.count
    ) { index in
      let point = points[index]
      return [Value(point.label)] + Measure.cells(of: point.group) + [
        Value(point.yearBefore?.declined), Value(point.start.isKnown ? point.coveredDays : nil),
        Value(point.start.isKnown ? point.days : nil),
      ]
        + (withPersons
          ? [Value(point.group?.persons?.persons), Value(point.group?.persons?.withoutID)] : [])
    }.named("trend", from: self)
  }
}
