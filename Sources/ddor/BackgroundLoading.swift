import Browser
import DetainerFormats
import Glibc
import Synchronization

/// Reads the rest of the data beside the loop, keeps it for the next time, and can be told to stop.
final class BackgroundLoading: Sendable {
  private let isCancelled = Atomic(false)
  private let isWriting = Atomic(false)

  /// Starts reading; progress and the data arrive in the inbox.
  func start(_ loader: Loader, inbox: Inbox, cache: SnapshotCache?) {
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
      } catch {
        return inbox.post(.failed(error.description))
      }
      let (dataset, key) = (loader.dataset, loader.snapshotKey)
      inbox.post(.loaded(dataset))
      isWriting.store(true, ordering: .sequentiallyConsistent)
      cache?.keep(dataset, by: key) { !isCancelled.load(ordering: .sequentiallyConsistent) }
      isWriting.store(false, ordering: .sequentiallyConsistent)
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
