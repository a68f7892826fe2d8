/// What the footer of a Parquet file says: its columns, and where their values lie.
struct ParquetTable: Sendable {
  /// A column of plain values.
  struct Column: Sendable {
    let name: String
    let type: PhysicalType
    let form: ColumnForm
    /// How many bytes a value has in a column of fixed ones.
    let length: Int
    /// Whether values may be missing.
    let isOptional: Bool
  }

  /// A column that is passed over, and why.
  struct Passed: Hashable, Sendable {
    let name: String
    let reason: String
  }

  /// Rows that lie together, column by column.
  struct Group: Sendable {
    let rows: Range<Int>
    /// Where the columns lie, in the order of the table's.
    let chunks: [Chunk]
  }

  /// The values of a column in a group.
  struct Chunk: Hashable, Sendable {
    var type = -1
    var codec = 0
    var count = 0
    var size = 0
    var dataOffset = -1
    var dictionaryOffset = 0

    /// Where its first page begins.
    var offset: Int {
      dictionaryOffset > 0 ? min(dictionaryOffset, dataOffset) : dataOffset
    }
  }

  private(set) var columns: [Column]
  private(set) var passed: [Passed]
  private(set) var groups: [Group] = []
  let rowCount: Int
  /// Where the footer begins, before which all values lie.
  let end: Int

  /// Constant columns take next to nothing, but detainers differ; many more rows than bytes are a
  /// file made to fill the memory.
  private static let mostRows = (perByte: 4, beside: 4_000_000)

  /// Reads the footer.
  init(_ bytes: UnsafeRawBufferPointer) throws(ParquetProblem) {
    do throws(ParquetFault) {
      try self.init(footerOf: bytes)
    } catch {
      throw ParquetProblem(error)
    }
  }

  private init(footerOf bytes: UnsafeRawBufferPointer) throws(ParquetFault) {
    let footer = try ParquetFooter(bytes)
    let schema = try ParquetSchema(footer.elements)
    end = footer.start
    rowCount = footer.rows
    guard rowCount >= 0, rowCount < Int(UInt32.max) else { throw .damagedFooter }
    guard rowCount <= bytes.count * Self.mostRows.perByte + Self.mostRows.beside else {
      throw .tooManyRows(rowCount, bytes: bytes.count)
    }
    let hidden = Set(
      footer.groups.flatMap { group in
        schema.leaves.filter { leaf in
          group.chunks.indices.contains(leaf.number) && group.chunks[leaf.number] == nil
        }.map(\.number)
      })
    passed = schema.passed
    let leaves = schema.leaves.filter { !hidden.contains($0.number) }
    passed += schema.leaves.filter { hidden.contains($0.number) }.map {
      Passed(name: $0.column.name, reason: "is encrypted or lies in another file")
    }
    columns = leaves.map(\.column)
    var row = 0
    for group in footer.groups {
      guard group.chunks.count == schema.leafCount, (0...rowCount - row).contains(group.rows)
      else { throw .damagedFooter }
      let chunks = leaves.compactMap { group.chunks[$0.number] }
      for (column, chunk) in zip(columns, chunks) {
        guard chunk.type == column.type.rawValue else { throw .damagedFooter }
        guard PageCodec(rawValue: chunk.codec) != nil else {
          throw .codec(PageCodec.name(of: chunk.codec), column: column.name)
        }
      }
      groups.append(Group(rows: row..<row + group.rows, chunks: chunks))
      row += group.rows
    }
    guard row == rowCount else { throw .damagedFooter }
  }

  /// More rows than this of a group are read in several parts.
  private static let rowsOfPart = 131_072

  /// The rows that one thread reads at once among which a row is: those of its group, or some of them;
  /// nil behind the last row.
  func part(of row: Int) -> Range<Int>? {
    guard let group = group(of: row).map({ groups[$0].rows }) else { return nil }
    let start = row - (row - group.lowerBound) % Self.rowsOfPart
    return start..<min(start + Self.rowsOfPart, group.upperBound)
  }

  /// The number of the group that has a row.
  func group(of row: Int) -> Int? {
    let group = groups.indices.firstBehind { groups[$0].rows.upperBound <= row }
    return group < groups.count && groups[group].rows.contains(row) ? group : nil
  }
}
