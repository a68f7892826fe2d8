import Glibc
import Synchronization

/// The signal that asked a command to end while it works on files, so that it ends cleanly.
enum Interruption {
  private static let arrived = Atomic<Int32>(0)

  /// The signal that has come, if any.
  static var signal: Int32? {
    let number = arrived.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Takes note of signals instead of ending at once; a second one ends at once.
  static func watch() {
    // The handler must find the number made already.
    arrived.store(0, ordering: .relaxed)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      Glibc.signal(number) { number in
        Interruption.arrived.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
      }
    }
  }

  /// Ends the program by the signal that has come, so that the shell sees why.
  static func end() {
    guard let signal else { return }
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }
}
