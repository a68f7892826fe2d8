import Browser
import DetainerFormats
import Synchronization

/// Reads the rest of the data beside the loop, and can be told to stop.
final class BackgroundLoading: Sendable {
  private let isCancelled = Atomic(false)

  /// Starts reading; progress and the data arrive in the inbox.
  func start(_ loader: Loader, inbox: Inbox) {
    Task.detached(priority: .userInitiated) { [self] in
      var loader = loader
      var lastPercent = -1
      do throws(LoadError) {
        try loader.finish { progress in
          let part = Double(progress.bytesDone) / Double(max(1, progress.bytesTotal))
          // One action for each percent is as much as a screen can show.
          if Int(part * 100) != lastPercent {
            lastPercent = Int(part * 100)
            inbox.post(
              .progress(LoadProgress(file: progress.file, part: part, rows: progress.rows)))
          }
          return !isCancelled.load(ordering: .relaxed)
        }
        inbox.post(.loaded(loader.dataset))
      } catch {
        inbox.post(.failed(error.description))
      }
    }
  }

  /// Ends the reading soon; what was read is kept.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
