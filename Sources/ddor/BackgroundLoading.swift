import Browser
import DetainerFormats
import Synchronization

/// Reads the rest of the data beside the loop, and can be told to stop.
final class BackgroundLoading: Sendable {
  private let isCancelled = Atomic(false)
  private let handsOut = Atomic(true)

  /// How long the screen may stand still for rows that have arrived.
  private static let patience = Duration.milliseconds(200)

  /// Whether rows are shown before all of them are read.
  var showsParts: Bool { handsOut.load(ordering: .relaxed) }

  /// Starts reading; progress and the data arrive in the inbox.
  func start(_ loader: Loader, inbox: Inbox) {
    Task.detached(priority: .userInitiated) { [self] in
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
          return self.showsParts
        }
        inbox.post(.loaded(loader.dataset))
        loader.keepSnapshot()
      } catch {
        inbox.post(.failed(error.description))
      }
    }
  }

  /// Takes note of how long it took to count a part: the next one has twice as many rows, and must
  /// not keep the user from cancelling.
  func noteCounting(_ time: Duration) {
    if time > Self.patience { handsOut.store(false, ordering: .relaxed) }
  }

  /// Ends the reading soon; what was read is kept.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
