/// What one release says otherwise than another about the days that both cover.
///
/// Rows are compared as multisets of what their own columns say, those that both releases have; what
/// only the reader adds, such as the county that it found, makes no difference. Where both have the
/// same identifiers of persons, they are compared too, and find a row again that has changed.
public struct ReleaseDiff: Sendable {
  /// The release before.
  public let before: ReleaseSide
  /// The release after.
  public let after: ReleaseSide
  let found: FoundDifferences

  /// Holds two releases against each other.
  ///
  /// - Throws: a ``DiffError`` where no day is covered by both.
  public init(_ before: ReleaseSide, _ after: ReleaseSide) throws(DiffError) {
    self.before = before
    self.after = after
    let (cache, names) = (before.dataset.cache, [before.sources, after.sources])
    // Releases of one dataset are asked for again with every key of a view.
    found =
      cache === after.dataset.cache
      ? try cache.differences(names) { FoundDifferences.result(before, after) }.get()
      : try FoundDifferences(before, after)
  }

  /// The days of issue that both cover, in order.
  public var days: [ClosedRange<Day>] { found.days }
  /// The columns that both have and that were compared, in canonical order.
  public var compared: [DetainerField] { found.columns.map(\.field) }
  /// Whether the releases have identifiers, and whether they are the same ones.
  public var identifiers: Identifiers { found.identifiers }

  /// Whether the releases have identifiers of persons, and whether they are the same ones.
  public enum Identifiers: Hashable, Sendable {
    /// One of them, or both, have none.
    case none
    /// Both have some, of which too few are the same: they are identifiers of each release alone.
    case unlike(same: Int, of: Int)
    /// Both have the same ones.
    case alike(same: Int, of: Int)
  }
}

extension Dataset {
  /// The releases that cover days in common, two by two: the newer by its last day comes after, and
  /// the newest two first.
  public var releasePairs: [(before: String, after: String)] {
    let covered = releaseNames.compactMap { name in coverages[name].map { (name, $0.issueDays) } }
      .enumerated().sorted { a, b in
        let (x, y) = (a.element.1.upperBound, b.element.1.upperBound)
        return x == y ? a.offset < b.offset : x < y
      }.map(\.element)
    return covered.indices.reversed().flatMap { after in
      covered[..<after].reversed().filter { $0.1.overlaps(covered[after].1) }
        .map { (before: $0.0, after: covered[after].0) }
    }
  }
}
