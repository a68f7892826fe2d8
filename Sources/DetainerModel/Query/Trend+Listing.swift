extension [TrendPoint] {
  /// The spans newest first or oldest first; what is of none comes last.
  public func ordered(oldestFirst: Bool) -> [TrendPoint] {
    let dated = filter(\.start.isKnown)
    return (oldestFirst ? dated : dated.reversed()) + filter { !$0.start.isKnown }
  }
}

extension Selection {
  /// `count --by SPAN --trend`: a trend by the column that is asked for, else newest first.
  ///
  /// - Throws: a ``NameError`` where there is no such column, and a ``SourceOverlap`` where two
  ///   sources of one week would be added.
  public func trendListing(
    by span: Period.Length, withPersons: Bool, sortedBy key: SortKey?
  ) throws -> Listing {
    let points = withPersons ? try trendWithPersons(by: span) : try trend(by: span)
    let isOfSpan = key?.column == span.rawValue
    let listing = trendListing(
      points.ordered(oldestFirst: isOfSpan && key?.isReversed == true), by: span,
      withPersons: withPersons)
    return isOfSpan ? listing : try listing.sorted(by: key)
  }

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
      .measuring((withPersons ? Measure.persons : .declined).title, by: [span.key])
  }
}
