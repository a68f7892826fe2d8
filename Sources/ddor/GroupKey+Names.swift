import ArgumentParser
import DetainerModel
import Text

extension GroupKey {
  /// The names that `--by` takes.
  static let names = countable.map(\.rawValue)

  /// The sentence that says what there is to choose from.
  static let choice = "choose of \(names.joined(separator: ", "))."

  /// The keys that options name, several with commas between them; throws a sentence that names the
  /// nearest one.
  static func keys(named texts: [String]) throws -> [GroupKey] {
    var keys: [GroupKey] = []
    for name in texts.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let key = countable.first(where: { $0.rawValue == name }) else {
        let nearest = nearestName(to: name.lowercased(), among: names)
        throw ValidationError(
          "--by, “\(name)”: nothing can be counted by this; "
            + (nearest.map { "did you mean “\($0)”?" } ?? choice))
      }
      guard !keys.contains(key) else {
        throw ValidationError("--by, “\(name)”: this key is given twice; leave one out.")
      }
      keys.append(key)
    }
    return keys
  }
}
