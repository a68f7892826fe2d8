import Glibc

/// Why a system call failed, and what can be done about it.
///
/// This is the one place that knows what the numbers of the system mean for a user.
struct SystemError: Error, Equatable {
  let code: Int32

  static var last: SystemError { SystemError(code: errno) }

  /// Standard input is a keyboard, from which no file comes.
  static var terminal: SystemError { SystemError(code: EISNAM) }
  static var busy: SystemError { SystemError(code: EBUSY) }
  static var noMemory: SystemError { SystemError(code: ENOMEM) }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }
  var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  var isBrokenPipe: Bool { code == EPIPE }
  var isDirectory: Bool { code == EISDIR }
  var isExisting: Bool { code == EEXIST }
  var isSocket: Bool { code == ENXIO }
  var isUnsupported: Bool { code == EINVAL || code == ENOSYS || code == EOPNOTSUPP }

  /// The system's own words, such as "Input/output error".
  var reason: String {
    var words = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &words, words.count) == 0 else { return "error \(code)" }
    return words.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// What to do, as the end of a sentence; nil where the reason says nothing about that.
  var advice: String? {
    switch code {
    case ENOMEM: "close other programs, or give this one more memory (ulimit -v)"
    case EMFILE: "let the program open more files (ulimit -n)"
    case ENFILE: "close other programs, for all files of the system are in use"
    case EIO, EUCLEAN, EBADMSG: "check the disk it is on and try again"
    case ESTALE, ENOTCONN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN, ENETUNREACH, EREMOTEIO:
      "check the connection to the disk it is on and try again"
    case ENODEV, ENXIO, ENOMEDIUM: "check that the disk it is on is there"
    case ELOOP: "check where its links lead"
    case ENAMETOOLONG: "choose a shorter name"
    case EBUSY, ETXTBSY, EAGAIN: "wait until no other program uses it"
    case EFBIG: "let the program write larger files (ulimit -f), or choose another disk"
    case ENOSPC, EDQUOT: "free some space, or choose another disk"
    default: nil
    }
  }

  /// The reason and what to do, or what else there is to be done.
  func sentence(or otherwise: String) -> String { "\(reason); \(advice ?? otherwise)" }
}
