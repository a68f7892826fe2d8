/// The files and folders that data was read from, each as it was when it was first looked at.
struct WatchedFiles: Sendable {
  /// What was found at a path.
  enum State: Hashable {
    /// Nothing, or nothing that may be looked at.
    case missing
    /// A file, by what changes when its contents or permissions do.
    case file(inode: UInt64, size: Int, modified: Int, changed: Int)
    /// A folder, by the names in it that are not hidden.
    case folder([String])
    /// A pipe, a device, or a folder that cannot be listed.
    case other

    /// Looks at a path, and follows links.
    init(of path: String) {
      switch FileStatus(path: path) {
      case nil: self = .missing
      case let status? where status.kind == .file:
        let identity = status.identity
        self = .file(
          inode: identity.inode, size: identity.size, modified: identity.modified,
          changed: identity.changed)
      case let status? where status.kind == .directory:
        let names = try? directoryEntries(path)
        self = names.map { .folder($0.filter { !$0.hasPrefix(".") }) } ?? .other
      default: self = .other
      }
    }

    /// Whether another state means other contents; permissions may be others.
    func hasContents(of other: State) -> Bool {
      guard case .file(let inode, let size, let modified, _) = self,
        case .file(let otherInode, let otherSize, let otherModified, _) = other
      else { return self == other }
      return (inode, size, modified) == (otherInode, otherSize, otherModified)
    }
  }

  /// When the first look was taken, in nanoseconds since 1970.
  private(set) var began: Int
  private(set) var states: [String: State]

  /// Starts with nothing looked at, or with what was noted before.
  init(states: [String: State] = [:], began: Int = OpenFile.now) {
    self.states = states
    self.began = began
  }

  /// Takes note of what is at a path, unless that was done before; to be called before it is read.
  mutating func look(at path: String) {
    if states[path] == nil { states[path] = State(of: path) }
  }

  /// Takes over what others have looked at.
  mutating func formUnion(_ other: WatchedFiles) {
    began = min(began, other.began)
    states.merge(other.states) { first, _ in first }
  }

  /// Whether everything is as it was.
  var areUnchanged: Bool { states.allSatisfy { $1 == State(of: $0) } }

  /// The path of each file that has other contents now, in order.
  var changed: [String] {
    states.filter { path, state in !State(of: path).hasContents(of: state) }.keys.sorted()
  }
}
