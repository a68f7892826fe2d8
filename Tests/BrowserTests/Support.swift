import Browser
import DetainerFormats
import DetainerModel
import Screen
import Testing

/// The checkout that the tests were built from.
let checkout = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/")
}()

/// The sample data, read once.
let sample: Dataset = {
  do {
    var loader = try Loader([checkout + "/SampleData"])
    try loader.finish()
    return loader.dataset
  } catch {
    fatalError("The sample data cannot be read: \(error)")
  }
}()

/// A browser on the sample data after some keys; effects are gathered.
struct Session: CustomTestStringConvertible {
  var state: BrowserState
  var effects: [Effect] = []

  init(_ size: String, keys: String = "", data: Dataset = sample) throws {
    state = BrowserState(dataset: data, size: try #require(Size(size)))
    try press(keys)
  }

  mutating func press(_ keys: String) throws {
    for key in try Key.parse(keys) { take(.key(key)) }
  }

  /// What the loop would do beside it is done at once.
  mutating func take(_ action: Action) {
    switch state.reduce(action) {
    case .none: break
    case .ask: state.awaitAnswer()
    case let effect: effects.append(effect)
    }
  }

  /// The screen as text, without spaces at the ends of lines.
  var screen: String { Self.text(state.draw().lines) }

  var testDescription: String { "\n" + screen }

  func contains(_ text: String) -> Bool { screen.contains(text) }

  static func text(_ lines: [String]) -> String {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n") + "\n"
  }
}
