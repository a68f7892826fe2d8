/// Columns and rows of a screen.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Lines from top to bottom.
  public var rows: Int

  /// A size as given; a canvas treats negative counts as zero.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Reads `80x24`; both counts must be within 1...1000, so a typing error cannot eat the memory.
  public init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Self.count(parts[0]), let rows = Self.count(parts[1])
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  private static func count(_ digits: Substring) -> Int? {
    // Int(_:) would also take a sign.
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      (1...1000).contains(number)
    else { return nil }
    return number
  }
}
