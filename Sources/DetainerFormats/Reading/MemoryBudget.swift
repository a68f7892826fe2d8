import Synchronization

/// How much memory contents may take together that were unpacked or made of others: each of many
/// may be small.
final class MemoryBudget: Sendable {
  /// That of all contents.
  static let ofContents = MemoryBudget(128 << 20)

  private let most: Int
  private let held = Atomic(0)

  /// So many bytes at most.
  init(_ most: Int) { self.most = most }

  /// Whether so many bytes more may be held.
  func hasRoom(for bytes: Int) -> Bool { held.load(ordering: .relaxed) <= most - bytes }

  /// Holds so many bytes until what is returned is let go.
  func hold(_ bytes: Int) -> HeldMemory { HeldMemory(bytes, of: self) }

  fileprivate func change(by bytes: Int) { held.add(bytes, ordering: .relaxed) }
}

/// A part of a budget that is taken.
final class HeldMemory: Sendable {
  private let bytes: Int
  private let budget: MemoryBudget

  fileprivate init(_ bytes: Int, of budget: MemoryBudget) {
    self.bytes = bytes
    self.budget = budget
    budget.change(by: bytes)
  }

  deinit { budget.change(by: -bytes) }
}
