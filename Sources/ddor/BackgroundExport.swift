import Browser
import Glibc
import Synchronization

/// Writes a file beside the loop, says how far it is, and can be told to stop.
final class BackgroundExport: Sendable {
  private let isCancelled = Atomic(false)
  private let isWriting = Atomic(false)

  /// Starts to write; progress and the result arrive in the inbox.
  func start(_ request: ExportRequest, _ runner: EffectRunner, inbox: Inbox) {
    isCancelled.store(false, ordering: .sequentiallyConsistent)
    isWriting.store(true, ordering: .sequentiallyConsistent)
    startThreadGivingWay { [self] in
      let last = Mutex(ContinuousClock.now)
      let result = runner.export(request) { rows in
        // More often nobody can read it.
        let isDue = last.withLock { last in
          let now = ContinuousClock.now
          guard now - last > .milliseconds(100) else { return false }
          last = now
          return true
        }
        if isDue { inbox.post(.exporting(rows: rows)) }
        return !self.isCancelled.load(ordering: .sequentiallyConsistent)
      }
      isWriting.store(false, ordering: .sequentiallyConsistent)
      inbox.post(.exported(result))
    }
  }

  /// Tells the writing to end; nothing of the file is left.
  func cancel() { isCancelled.store(true, ordering: .sequentiallyConsistent) }

  /// Ends the writing, and waits a moment until it has cleaned up behind itself.
  ///
  /// - Returns: whether anything was being written.
  func end() -> Bool {
    let wasWriting = isWriting.load(ordering: .sequentiallyConsistent)
    cancel()
    for _ in 0..<2_000 where isWriting.load(ordering: .sequentiallyConsistent) { usleep(1_000) }
    return wasWriting
  }
}
