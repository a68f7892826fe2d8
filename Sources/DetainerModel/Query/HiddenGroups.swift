extension Selection {
  /// The groups that are counted but hidden by terms on the outcome (rule 1 of the data), so that
  /// all that was issued can be told.
  public func hiddenGroups(by keys: [GroupKey], but shown: [Group]) throws(SourceOverlap) -> [Group]
  {
    guard hasOutcomeTerm, let all = try? Selection(query.withoutOutcome, in: dataset) else {
      return []
    }
    let known = Set(shown.map(\.keys))
    return try all.groups(by: keys).filter { !known.contains($0.keys) }
  }
}
