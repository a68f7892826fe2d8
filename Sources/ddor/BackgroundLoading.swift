import Browser
import DetainerFormats
import Glibc
import Synchronization

/// Reads the rest of the data beside the loop, keeps it for the next time, and can be told to stop.
final class BackgroundLoading: Sendable {
  private let isCancelled = Atomic(false)
  private let isWriting = Atomic(false)
  private let isRunning = Atomic(false)

  /// Whether it is still reading, so that another reading has to wait.
  var isReading: Bool { isRunning.load(ordering: .sequentiallyConsistent) }

  /// Starts reading; progress and the data arrive in the inbox.
  func start(_ loader: Loader, inbox: Inbox) {
    isRunning.store(true, ordering: .sequentiallyConsistent)
    startThreadGivingWay { [self] in
      defer { isRunning.store(false, ordering: .sequentiallyConsistent) }
      var loader = loader
      let start = ContinuousClock.now
      var lastPercent = -1
      do throws(LoadError) {
        try loader.finish { progress in
          let now = LoadProgress(
            file: progress.file, bytesDone: progress.bytesDone, bytesTotal: progress.bytesTotal,
            rows: progress.rows, elapsed: ContinuousClock.now - start)
          // One action for each percent is as much as a screen can show.
          if Int(now.part * 100) != lastPercent {
            lastPercent = Int(now.part * 100)
            inbox.post(.progress(now))
          }
          return !isCancelled.load(ordering: .relaxed)
        } handOut: {
          inbox.post(.loaded($0))
        }
        inbox.post(.loaded(loader.dataset))
        isWriting.store(true, ordering: .sequentiallyConsistent)
        loader.keepSnapshot { !isCancelled.load(ordering: .sequentiallyConsistent) }
        isWriting.store(false, ordering: .sequentiallyConsistent)
      } catch {
        inbox.post(.failed(error.description))
      }
    }
  }

  /// Ends the reading soon; what was read is kept.
  func cancel() { isCancelled.store(true, ordering: .sequentiallyConsistent) }

  /// Ends everything, and waits a moment for a writer to clean up behind itself.
  func end() {
    cancel()
    for _ in 0..<2_000 where isWriting.load(ordering: .sequentiallyConsistent) { usleep(1_000) }
  }
}
