import Browser
import DetainerFormats
import DetainerModel
import Glibc
import Synchronization

/// Reads the data again beside the loop: when the user asks for it, and when its files have changed.
final class BackgroundReloading: Sendable {
  /// What was read last, and how its files were then.
  private struct Read: Sendable {
    var loader: Loader
    var states: FileStates
  }

  private let read: Mutex<Read>
  private let loading: BackgroundLoading
  private let watch = FileWatch()
  private let isEnded = Atomic(false)
  /// How many reloads are wanted; one at a time runs.
  private let wanted = Mutex((isRunning: false, again: false))

  /// - Parameter loading: the first reading, which comes to its end before another.
  init(_ loader: Loader, after loading: BackgroundLoading) {
    read = Mutex(Read(loader: loader, states: FileStates(of: loader)))
    self.loading = loading
  }

  /// The loader of what was read last.
  var loader: Loader { read.withLock { $0.loader } }

  /// Reads again whenever files change.
  func watchFiles(inbox: Inbox) {
    watch.start(loader.watched, since: loader.began) { [weak self] in
      self?.start(isAsked: false, inbox: inbox)
    }
  }

  /// Reads again on a thread of its own.
  /// - Parameter isAsked: whether the user wants it, and is told also where nothing has changed.
  func start(isAsked: Bool, inbox: Inbox) {
    let isRunning = wanted.withLock { wanted in
      defer { wanted = (true, wanted.isRunning) }
      return wanted.isRunning
    }
    if isRunning { return }
    startThreadGivingWay { [self] in
      repeat {
        reload(isAsked, inbox)
      } while wanted.withLock { wanted in
        defer { wanted = (wanted.again, false) }
        return wanted.again
      }
    }
  }

  /// Ends everything.
  func end() {
    isEnded.store(true, ordering: .relaxed)
    watch.end()
  }

  private func reload(_ isAsked: Bool, _ inbox: Inbox) {
    while loading.isReading, !isEnded.load(ordering: .relaxed) { usleep(20_000) }
    let before = read.withLock { $0 }
    do throws(LoadError) {
      var loader = try Loader(before.loader.paths, snapshots: before.loader.snapshots)
      let states = FileStates(of: loader)
      let changes = states.changes(since: before.states)
      if changes.isEmpty, !isAsked { return }
      try loader.finish { _ in !isEnded.load(ordering: .relaxed) }
      if isEnded.load(ordering: .relaxed) { return }
      read.withLock { $0 = Read(loader: loader, states: states) }
      inbox.post(.reloaded(loader.dataset, changes))
      loader.keepSnapshot { !isEnded.load(ordering: .relaxed) }
    } catch {
      inbox.post(
        .noticed("cannot be read again, and is shown as it was before: \(error.description)"))
    }
  }
}
