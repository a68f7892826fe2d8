import DetainerModel
import Synchronization

/// The text that records were read from: at hand, or in a file that is opened when it is asked for.
final class KeptText: Sendable {
  /// Where the text is, as given.
  let path: String
  /// The state of the file, in which alone offsets into it mean anything.
  let identity: FileIdentity
  /// Whether the text is the file itself, not what was made of it.
  let isFileItself: Bool
  /// The bytes once they are opened; nil within when they cannot be had any more.
  private let opened: Mutex<FileBytes??>

  /// Keeps a text that is at hand.
  init(_ bytes: FileBytes) {
    path = bytes.path
    identity = bytes.identity
    isFileItself = bytes.isFileItself
    opened = Mutex(bytes)
  }

  /// Opens a plain file later, if it is still in this state.
  init(path: String, identity: FileIdentity) {
    self.path = path
    self.identity = identity
    isFileItself = true
    opened = Mutex(nil)
  }

  /// The bytes; nil when the file has changed since its records were read.
  var bytes: FileBytes? {
    let bytes = opened.withLock { opened in
      if let opened { return opened }
      let bytes = try? FileBytes(path: path)
      opened = .some(bytes?.identity == identity ? bytes : nil)
      return bytes?.identity == identity ? bytes : nil
    }
    return bytes?.hasHole == true ? nil : bytes
  }
}
