import Text

extension GroupKey {
  /// The keys that `count --by` takes.
  public static let countable = allCases.filter { $0 != .jurisdiction }

  /// The same keys in the order of a menu: what tells detainers apart, then time and source.
  public static let inMenus =
    countable.filter { !$0.isTime && $0 != .outcome && $0 != .source }
    + [.outcome] + countable.filter(\.isTime) + [.source]

  /// The names that `--by` takes.
  public static let names = countable.map(\.rawValue)

  /// The sentence that says what there is to choose from.
  public static let choice = "choose one of \(names.joined(separator: ", "))."

  /// The keys that texts name, several in one text with commas between them.
  ///
  /// - Throws: a ``NameError`` where a name is not a key, with the nearest one, or is given twice.
  public static func keys(named texts: [String]) throws(NameError) -> [GroupKey] {
    var keys: [GroupKey] = []
    for name in texts.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let key = countable.first(where: { $0.rawValue == name }) else {
        let nearest = nearestName(to: name.lowercased(), among: names)
        throw NameError(
          name,
          "nothing can be counted by this; "
            + (nearest.map { "did you mean “\($0)”?" } ?? choice))
      }
      guard !keys.contains(key) else {
        throw NameError(name, "this key is given twice; leave one out.")
      }
      keys.append(key)
    }
    return keys
  }
}
