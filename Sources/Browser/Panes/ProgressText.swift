import DetainerModel
import Text

/// How far reading has come, in forms from the widest to the shortest.
enum ProgressText {
  static func forms(_ progress: LoadProgress?) -> [String] {
    guard let progress else { return ["READING …", "…"] }
    let percent = "\(min(99, Int(progress.part * 100)))%"
    let bytes = bytes(progress.bytesDone, of: progress.bytesTotal)
    let left = progress.secondsLeft.map { " · \(time($0)) left" } ?? ""
    let rows = counted(progress.rows, "row")
    func bar(_ width: Int) -> String {
      let bar = Bar.text(progress.part, width: width)
      return bar + String(repeating: "·", count: max(0, width - bar.count))
    }
    return [
      "READING \(progress.file) \(bar(16)) \(percent) · \(bytes) · \(rows)\(left)",
      "READING \(bar(16)) \(percent) · \(bytes) · \(rows)\(left)",
      "READING \(bar(5)) \(percent) \(bytes) · \(short(progress.rows)) rows\(left)",
      "READING \(percent) · \(short(progress.rows)) rows\(left)",
      "READING \(percent)\(left)", "READING \(percent)", percent,
    ]
  }

  /// `1.1/2.3 GB`: both in the unit of the whole.
  private static func bytes(_ done: Int, of total: Int) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"), (1, "bytes")]
    let (size, name) = units.first { total >= $0.0 } ?? (1, "bytes")
    guard size > 1 else { return "\(done)/\(total) \(name)" }
    return "\(tenths(done, of: size))/\(tenths(total, of: size)) \(name)"
  }

  private static func tenths(_ number: Int, of unit: Int) -> String {
    let tenths = number / (unit / 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// No finer than the pace of reading is known.
  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<20: "\(max(1, Int(seconds.rounded(.up)))) s"
    case ..<90: "\(Int((seconds / 5).rounded(.up)) * 5) s"
    case ..<5400: "\(Int((seconds / 60).rounded(.up))) min"
    default: "\(Int((seconds / 3600).rounded(.up))) h"
    }
  }
}
