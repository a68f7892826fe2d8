import DetainerFormats

/// Runs something that may wait for the world outside, on a thread of its own.
func startThread(_ body: @escaping @Sendable () -> Void) {
  // Better late than never.
  if !startedThread(body) { body() }
}
