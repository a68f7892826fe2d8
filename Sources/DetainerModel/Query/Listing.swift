/// One cell of a result, in the type a file format needs to know.
public enum Value: Hashable, Sendable {
  /// Not known or not stated: an empty cell, never a zero.
  case missing
  /// Words, codes and ISO dates.
  case text(String)
  /// A count.
  case integer(Int)
  /// A share between 0 and 1.
  case fraction(Double)
}

/// What a view or a command shows: named columns and rows made on demand.
///
/// Every table that leaves the program, on paper, in a file or on the screen, is a listing, so that
/// all of them are written by the same code.
public struct Listing: Sendable {
  /// A column's name, as in the contract of the command line, and what its cells hold.
  public struct Column: Hashable, Sendable {
    /// What the cells of a column hold, which decides alignment and the types in files.
    public enum Kind: Hashable, Sendable {
      case text, integer, fraction
      /// A text that is a whole date, `2017-01-28`, or nothing.
      case date

      /// Whether it is written to the right.
      public var isNumber: Bool { self == .integer || self == .fraction }
    }

    /// The name in the header row.
    public let name: String
    /// What the cells hold.
    public let kind: Kind

    /// The name as it stands on a screen: `county fips`.
    package var words: String { name.replacing("_", with: " ") }

    /// Names a column.
    public init(_ name: String, _ kind: Kind = .text) {
      self.name = name
      self.kind = kind
    }
  }

  /// The columns, in order.
  public let columns: [Column]
  /// How many rows there are.
  public let rowCount: Int
  /// What the rows are called, as a table of a database is.
  public var name = "rows"
  /// What is counted and by what, in words; empty where nothing is.
  package var measured = ""
  /// What is to be said beside the rows, as a sentence; empty where there is nothing.
  package var remark = ""
  /// What they can be sorted by without a column of that name.
  package var otherOrders: [String] = []
  /// What they can be sorted by.
  package var orders: [String] { columns.map(\.name) + otherOrders }
  /// What the rows are taken from, which tells where they come from.
  package var selections: [Selection] = []
  /// Where the rows come from, if that goes out with them (``traced(program:command:hash:)``).
  public var provenance: Provenance?
  /// Adds the cells of a row to an empty buffer.
  package typealias Filling = @Sendable (Int, inout RowBuffer) -> Void
  private let makeRow: @Sendable (Int) -> [Value]
  private let fillRow: Filling

  /// Describes rows that are made when they are asked for, so that millions of them cost nothing.
  public init(
    columns: [Column], rowCount: Int, row: @escaping @Sendable (Int) -> [Value]
  ) {
    self.columns = columns
    self.rowCount = rowCount
    makeRow = row
    fillRow = { index, buffer in for value in row(index) { buffer.append(value) } }
  }

  /// Describes rows whose cells are bytes already, so that writing millions of them makes no strings.
  package init(columns: [Column], rowCount: Int, filling: @escaping Filling) {
    self.columns = columns
    self.rowCount = rowCount
    fillRow = filling
    makeRow = { index in
      var buffer = RowBuffer()
      filling(index, &buffer)
      return (0..<buffer.count).map { buffer.value($0) }
    }
  }

  /// Wraps rows that exist already.
  public init(columns: [Column], rows: [[Value]]) {
    self.init(columns: columns, rowCount: rows.count) { rows[$0] }
  }

  /// The listing under a name, as what it is taken from says more of it.
  package func named(_ name: String, from selections: Selection?...) -> Listing {
    var listing = self
    listing.name = name
    listing.selections = selections.compactMap { $0 }
    return listing
  }

  /// The listing with a word on what its numbers count.
  package func measuring(_ measure: String, by keys: [GroupKey]) -> Listing {
    var listing = self
    listing.measured = "\(measure) by \(keys.map(\.words).joined(separator: ", "))"
    return listing
  }

  /// The listing with other rows, or other columns, and all that is said beside them.
  package func with(
    columns: [Column]? = nil, rowCount: Int? = nil, filling: @escaping Filling
  ) -> Listing {
    var listing = Listing(
      columns: columns ?? self.columns, rowCount: rowCount ?? self.rowCount, filling: filling)
    listing.name = name
    listing.measured = measured
    listing.remark = remark
    listing.otherOrders = otherOrders
    listing.selections = selections
    listing.provenance = provenance
    return listing
  }

  /// The cells of one row, one for each column.
  public func row(_ index: Int) -> [Value] { makeRow(index) }

  /// Puts the cells of one row into a buffer, as many as there are columns whatever the maker of the
  /// rows did.
  public func fill(_ buffer: inout RowBuffer, with index: Int) {
    buffer.removeAll()
    add(index, to: &buffer)
    buffer.fit(columns.count)
  }

  /// Adds the cells of one row to those that are there.
  package func add(_ index: Int, to buffer: inout RowBuffer) { fillRow(index, &buffer) }
}
