/// Rows to be added to a table, column by column: numbers that the builder gave out, and packed
/// dates. Made once and filled again and again.
public struct RowBlock: Sendable {
  /// How many rows are in the block.
  public var count = 0
  /// The lines where the rows begin.
  public var lines: [UInt32]
  /// The packed issue dates.
  public var issued: [UInt16]
  /// The packed days on which the detainers ended.
  public var lifted: [UInt16]
  /// The numbers of the periods that the file names, from ``TableBuilder/period(_:)``; 0 where the
  /// issue date decides.
  public var periods: [UInt32]
  /// How many detainers the rows stand for.
  public var counts: [UInt32]
  /// The numbers of the places of detention, from ``TableBuilder/site(_:)``.
  public var sites: [UInt32]
  /// The years of birth; 0 where they are not known.
  public var birthYears: [UInt16]
  /// 1 for the rows that the release marks as likely duplicates.
  public var duplicates: [UInt8]
  /// What became of the detainers, where the file says that itself: codes (``Outcome``), or
  /// ``unstated`` where the lift reason decides; empty for all other files.
  package var outcomes: [UInt8] = []
  /// Stands for an outcome that the lift reason decides.
  package static let unstated = UInt8.max
  /// The numbers of the texts, in the order of ``DetainerField/texts``; empty for those that the
  /// file does not have.
  public var texts: [[UInt32]]

  /// Makes room for rows.
  public init(capacity: Int) {
    lines = Array(repeating: 0, count: capacity)
    issued = Array(repeating: 0, count: capacity)
    lifted = issued
    periods = lines
    counts = Array(repeating: 1, count: capacity)
    sites = lines
    birthYears = issued
    duplicates = Array(repeating: 0, count: capacity)
    texts = Array(repeating: [], count: DetainerField.texts.count)
  }
}
