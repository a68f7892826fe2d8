/// How texts are read: the same comes of every plan.
package struct ReadingPlan: Sendable {
  /// How many threads read, at most.
  package var threads = Threads.usual
  /// The size in bytes of the parts that they take.
  package var part = TextParts.usualSize
  /// Whether the first screen is drawn before everything is read.
  package var isForScreen = true

  /// As many threads as are of use.
  package init() {}

  /// So many threads, each with parts of a size.
  package init(threads: Int, part: Int = TextParts.usualSize) {
    self.threads = threads
    self.part = part
  }

  /// For an answer that waits until everything is read.
  package static var whole: ReadingPlan {
    var plan = ReadingPlan()
    plan.isForScreen = false
    return plan
  }
}
