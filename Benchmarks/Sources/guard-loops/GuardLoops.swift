import Glibc
import LoopGuards

/// Measures the guards whose names contain one of the words given, or all of them.
@main
enum GuardLoops {
  static func main() {
    // What a guard made for itself is gone when its values are, which exiting would not wait for.
    exit(measured(CommandLine.arguments.dropFirst()))
  }

  private static func measured(_ words: ArraySlice<String>) -> Int32 {
    let engine = Guard.engine
    let guards = engine.filter { loop in
      words.isEmpty || words.contains { loop.name.contains($0) }
    }
    guard !guards.isEmpty else {
      let names = engine.map { "\n  \($0.name)" }.joined()
      print("No guard has such a name; there are these:\(names)")
      return 2
    }
    var failures = 0
    for loop in guards {
      let result = loop.measure()
      let hundredths = Int((result.ratio * 100).rounded())
      let ratio = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      let verdict = result.holds ? "ok" : result.isEqual ? "TOO SLOW" : "WRONG"
      print("\(verdict): \(loop.name) takes \(ratio) times as long as C, bound \(loop.bound)")
      failures += result.holds ? 0 : 1
    }
    return failures == 0 ? 0 : 1
  }
}
