import Foundation
import Terminal
import Testing

@Suite struct WakeupTests {
  @Test func ringsOnceForManySignals() throws {
    let wakeup = try Wakeup()
    #expect(!wakeup.wait(milliseconds: 0))
    for _ in 0..<3 { wakeup.signal() }
    #expect(wakeup.wait(milliseconds: 0))
    wakeup.drain()
    #expect(!wakeup.wait(milliseconds: 0))
  }

  @Test func aFullPipeNeverBlocks() throws {
    let wakeup = try Wakeup()
    for _ in 0..<100_000 { wakeup.signal() }
    wakeup.drain()
    #expect(!wakeup.wait(milliseconds: 0))
  }

  /// The worker has a thread of its own: tests may keep all threads of the task pool.
  @Test func aWorkerWakesTheWaiter() throws {
    let wakeup = try Wakeup()
    Thread.detachNewThread { wakeup.signal() }
    #expect(wakeup.wait(milliseconds: 60_000))
  }
}
