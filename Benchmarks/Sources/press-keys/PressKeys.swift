import ArgumentParser
import Browser
import DetainerFormats
import DetainerModel
import Foundation
import Generator
import Screen

/// Presses keys in the browser, without a terminal, and says what each cost.
@main
struct PressKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "press-keys",
    abstract: "Press keys and type filters and print what each key cost, from key to picture.")

  @Option(help: "Keys to press before, as in ddor frame.") var keys = ""
  @Option(help: "Columns and rows of the screen.") var size = "120x40"
  @Option(help: "How many random edits follow, with the memory before and after them.")
  var edits = 0
  @Option(help: "Another seed makes other edits.") var seed: UInt64 = 1
  @Argument(help: "The file of records, then the filters.") var arguments: [String]

  func run() throws {
    guard let path = arguments.first else { throw ValidationError("A file is missing.") }
    guard let screen = Size(size) else { throw ValidationError("The size is not as in 120x40.") }
    var loaded: Dataset?
    let loading = seconds { loaded = try? DataDirectory.open(path) }
    guard let dataset = loaded else { throw ValidationError("The file cannot be read.") }
    var opened: Typing?
    let opening = seconds { opened = Typing(dataset: dataset, size: screen) }
    guard var browser = opened else { return }
    print(line("loaded", loading))
    print(line("opened", opening))
    for key in try Key.parse(keys) { print(line("key \(key)", browser.press(key))) }
    for filter in arguments.dropFirst() {
      print("filter \(filter)")
      print(line("  /", browser.press(.character("/"))))
      for character in filter {
        print(line("  \(character)", browser.press(.character(character))))
      }
      for _ in filter { print(line("  <BS>", browser.press(.backspace))) }
      browser.press(.escape)
    }
    if edits > 0 { edit(&browser) }
  }

  /// Random words, letters put in and taken out, in one filter after the other.
  private func edit(_ browser: inout Typing) {
    var random = SplitMix64(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz :-,.=\"/0123456789")
    let before = residentMegabytes()
    var slowest = 0.0
    for edit in 0..<edits {
      if edit % 40 == 0 {
        browser.press(.escape)
        browser.press(.character("/"))
      }
      let key: Key =
        random.next() % 3 == 0
        ? .backspace : .character(letters[Int(random.next() % UInt64(letters.count))])
      slowest = max(slowest, browser.press(key))
    }
    print(line("slowest of \(edits) edits", slowest))
    print("resident before \(before) MB, after \(residentMegabytes()) MB")
  }

  private func line(_ name: String, _ seconds: Double) -> String {
    "\(name)\t\(String(format: "%.2f", seconds * 1000)) ms"
  }
}

/// A browser into which keys are typed.
struct Typing {
  private var state: BrowserState

  init(dataset: Dataset, size: Size) {
    state = BrowserState(dataset: dataset, size: size)
  }

  /// Presses a key and draws the picture; the seconds that took.
  @discardableResult
  mutating func press(_ key: Key) -> Double {
    seconds {
      state.press(key)
      _ = state.draw()
    }
  }
}

private func seconds(_ work: () -> Void) -> Double {
  let start = ContinuousClock.now
  work()
  let elapsed = ContinuousClock.now - start
  return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
}

private func residentMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
  return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}
