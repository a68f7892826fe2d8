import Browser
import DetainerFormats
import DetainerModel
import Glibc
import Synchronization

/// Gives rows to a command beside the loop, and gathers what it prints.
final class BackgroundPiping: Sendable {
  private let isStopped = Atomic(false)
  private let isRunning = Atomic(false)

  /// Starts the command; what came of it arrives in the inbox.
  func start(_ request: PipeRequest, inbox: Inbox) {
    isStopped.store(false, ordering: .sequentiallyConsistent)
    isRunning.store(true, ordering: .sequentiallyConsistent)
    startThread { [self] in
      let result = run(request)
      isRunning.store(false, ordering: .sequentiallyConsistent)
      inbox.post(.piped(request, result))
    }
  }

  /// Ends the command, and waits a moment until it has.
  func end() {
    stop()
    for _ in 0..<100 where isRunning.load(ordering: .sequentiallyConsistent) { usleep(5_000) }
  }

  /// Tells the command to end.
  func stop() { isStopped.store(true, ordering: .sequentiallyConsistent) }

  private func run(_ request: PipeRequest) -> PipeResult {
    guard
      let child = ChildProcess(["/bin/sh", "-c", request.command], gathersOutput: true)
    else { return PipeResult([], ending: .failed("no shell could be started")) }
    let newline = UInt8(ascii: "\n")
    var output: [UInt8] = []
    var more = 0
    let ending = child.run { sink throws(WriteError) in
      guard let listing = request.listing() else { return }
      try Export(listing, as: request.form).write(
        to: &sink, target: .file("the command"))
    } gather: { bytes in
      // What is beyond all reading is counted and not kept.
      let kept = bytes.prefix(max(0, PipeResult.most.bytes - output.count))
      output += kept
      more += bytes[kept.endIndex...].count { $0 == newline }
    } isCancelled: {
      isStopped.load(ordering: .sequentiallyConsistent)
    }
    return PipeResult(output, more: more, ending: .init(ending))
  }
}

extension PipeResult.Ending {
  fileprivate init(_ ending: ChildProcess.Ending) {
    switch ending {
    case .exited(let status): self = .exited(Int(status))
    case .signalled(let number): self = .signalled(Int(number))
    case .cancelled: self = .stopped
    }
  }
}
