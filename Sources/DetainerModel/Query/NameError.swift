import Text

/// A name that means nothing here, with the sentence that says what may have been meant.
public struct NameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name as given.
  public let name: String
  /// The sentence, without the name.
  public let reason: String

  /// Describes a name.
  public init(_ name: String, _ reason: String) {
    self.name = name
    self.reason = reason
  }

  /// Describes a name that is none of a list: what is the matter, and the nearest one.
  public init(_ name: String, _ problem: String, among names: [String]) {
    let nearest = nearestName(to: name.lowercased(), among: names)
    // Words of the language are few, and all of them help; names of the data are as many as there are.
    let most = names.count > 50 ? 8 : 50
    let choice =
      (nearest.map { "did you mean “\($0)”? It may be " } ?? "choose ")
      + "one of \(firstNames(names, atMost: most, letters: 360))."
    self.init(name, "\(problem); \(choice)")
  }

  /// The whole sentence.
  public var description: String { "“\(excerpt(name))”: \(reason)" }
}
