extension Selection {
  /// A trend with the columns of `count`, the declines of the year before, and the weeks covered;
  /// the cells of gaps are empty.
  public func trendListing(_ points: [TrendPoint], by span: TrendSpan) -> Listing {
    Listing(
      columns: [.init(span.rawValue)] + Measure.columns + [
        .init("declined_year_before", .integer), .init("weeks_covered", .integer),
        .init("weeks", .integer),
      ],
      rowCount: points.count
    ) { index in
      let point = points[index]
      let isCounted = point.start.isKnown && span != .day
      return [Value(point.label)] + Measure.cells(of: point.group) + [
        Value(point.yearBefore?.declined), Value(isCounted ? point.weeks.covered : nil),
        Value(isCounted ? point.weeks.all : nil),
      ]
    }
  }
}
