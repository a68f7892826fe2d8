import DetainerFormats
import Glibc

/// Runs something that may wait for the world outside, on a thread of its own.
func startThread(_ body: @escaping @Sendable () -> Void) {
  // Better late than never.
  if !startedThread(body) { body() }
}

/// Runs something that keeps processors busy, on a thread of its own that gives way to the one that
/// answers keys; so do the threads that it starts.
func startThreadGivingWay(_ body: @escaping @Sendable () -> Void) {
  let started = startedThread {
    // On Linux each thread has a priority of its own, which goes to those it starts.
    _ = nice(5)
    body()
  }
  if !started { body() }
}
