import Glibc
import LoopGuards

@main
enum GuardLoops {
  static func main() {
    var failures = 0
    for loop in Guard.engine {
      let result = loop.measure()
      let hundredths = Int((result.ratio * 100).rounded())
      let ratio = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      let verdict = result.holds ? "ok" : result.isEqual ? "TOO SLOW" : "WRONG"
      print("\(verdict): \(loop.name) takes \(ratio) times as long as C, bound \(loop.bound)")
      failures += result.holds ? 0 : 1
    }
    exit(failures == 0 ? 0 : 1)
  }
}
