import DetainerModel

/// How texts are read: the same comes of every plan, but for fields that are not asked for.
package struct ReadingPlan: Sendable {
  /// How many threads read, at most.
  package var threads = Threads.usual
  /// The size in bytes of the parts that they take.
  package var part = TextParts.usualSize
  /// Whether the first screen is drawn before everything is read.
  package var isForScreen = true
  /// The fields of text that are asked for, and the marks of duplicates; nil for all. Of the others
  /// only findings are told. What is kept in a snapshot is read whole.
  package var texts: Set<DetainerField>?

  /// As many threads as are of use.
  package init() {}

  /// So many threads, each with parts of a size.
  package init(threads: Int, part: Int = TextParts.usualSize) {
    self.threads = threads
    self.part = part
  }

  /// For an answer that waits until everything is read.
  /// - Parameter texts: the fields of text that the answer needs; nil for all.
  package static func whole(_ texts: Set<DetainerField>? = nil) -> ReadingPlan {
    var plan = ReadingPlan()
    plan.isForScreen = false
    plan.texts = texts
    return plan
  }
}
