import Glibc

/// Runs something that may wait for the world outside, on a thread of its own.
func startThread(_ body: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Body(run: body))
  let isStarted =
    pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
        return nil
      }, box.toOpaque()) == 0
  if isStarted {
    pthread_detach(thread)
  } else {
    // Better late than never.
    box.takeRetainedValue().run()
  }
}

/// What a thread runs.
private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
