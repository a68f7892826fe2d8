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

  @Test func aWorkerWakesTheWaiter() async throws {
    let wakeup = try Wakeup()
    let worker = Task.detached { wakeup.signal() }
    #expect(wakeup.wait(milliseconds: 5000))
    await worker.value
  }
}
