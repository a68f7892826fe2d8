import DetainerFormats
import Glibc
import Synchronization

/// Waits for changes of files beside the loop (inotify), and tells of them once they have come to
/// rest. Where the system has no room for another watch nothing is told, and `R` reads again.
final class FileWatch: Sendable {
  /// How long, in milliseconds, nothing may happen until a change is told, and how long it is held
  /// back at most.
  private static let (quiet, longest): (Int32, Int) = (150, 2_000)
  /// Folders inside a directory are looked into so deep.
  private static let depth = 8
  private static let interesting = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)

  private let isEnded = Atomic(false)

  /// Watches directories, of some of them only the named entries.
  /// - Parameter time: in nanoseconds since 1970; what has changed since is told at once, for it
  ///   came before there was a watch.
  func start(
    _ watched: [String: Set<String>?], since time: Int, onChange: @escaping @Sendable () -> Void
  ) {
    let file = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard file >= 0 else { return }
    startThread { [self] in
      defer { close(file) }
      var names: [Int32: Set<String>?] = [:]
      var isLate = false
      for (directory, wanted) in watched {
        for folder in wanted == nil ? Self.folders(in: directory) : [directory] {
          let watch = inotify_add_watch(file, folder, Self.interesting)
          if watch >= 0 { names[watch] = .some(wanted) }
          isLate = isLate || hasChanged(folder, wanted, since: time)
        }
      }
      if isLate { onChange() }
      while !isEnded.load(ordering: .relaxed) {
        // A second, so that the end is noticed.
        guard Self.changes(file, names, within: 1_000) else { continue }
        var waited = 0
        while waited < Self.longest, Self.changes(file, names, within: Self.quiet) {
          waited += Int(Self.quiet)
        }
        onChange()
      }
    }
  }

  /// Ends the watching soon.
  func end() { isEnded.store(true, ordering: .relaxed) }

  /// A directory and the folders in it.
  private static func folders(in directory: String, depth: Int = depth) -> [String] {
    guard let stream = opendir(directory) else { return [directory] }
    defer { closedir(stream) }
    var folders = [directory]
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR), depth > 0 else { continue }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") {
        folders += Self.folders(in: directory + "/" + name, depth: depth - 1)
      }
    }
    return folders
  }

  /// Whether something happens that matters, within so many milliseconds.
  private static func changes(
    _ file: Int32, _ names: [Int32: Set<String>?], within milliseconds: Int32
  ) -> Bool {
    var polled = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return false }
    return bytes.prefix(count).withUnsafeBytes { raw in
      var (position, isSome) = (0, false)
      let head = MemoryLayout<inotify_event>.size
      while position + head <= raw.count {
        let event = raw.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
        let start = position + head
        position = start + Int(event.len)
        let name = raw[start..<min(position, raw.count)].prefix { $0 != 0 }
        isSome = isSome || matters(event, String(decoding: name, as: UTF8.self), names)
      }
      return isSome
    }
  }

  private static func matters(
    _ event: inotify_event, _ name: String, _ names: [Int32: Set<String>?]
  ) -> Bool {
    // Too much happened to be told one by one.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    guard let wanted = names[event.wd], !name.hasPrefix(".") else { return false }
    return wanted?.contains(name) ?? true
  }
}
