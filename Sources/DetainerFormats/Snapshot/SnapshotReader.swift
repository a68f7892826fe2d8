import DetainerModel

/// Data that was read before and is mapped, not read again.
public struct Snapshot: Sendable {
  /// The data, equal to what reading the files would give.
  public let dataset: Dataset
  private let mapping: Mapping

  /// Whether all of it could be read from the disk so far; else numbers are wrong.
  public var isWhole: Bool { !mapping.hasHole }

  /// Opens a snapshot if it is one of these paths as they are now; any doubt is an error.
  init(path: String, of paths: [String]) throws(SnapshotDoubt) {
    var file = try OpenSnapshot(path: path)
    let key: SnapshotKey = try file.take()
    guard key.isValid(for: paths) else { throw SnapshotDoubt() }
    let parts: DatasetParts = try file.take()
    var originals: [(any OriginalRecords)?] = []
    for part in parts.records { originals.append(try part?.records(from: &file)) }
    var columns = StoredColumns(file, rowCount: parts.rowCount)
    let table = DetainerTable(
      rowCount: parts.rowCount, sources: parts.sources, originals: originals,
      reports: parts.reports, jurisdictions: parts.jurisdictions, sites: parts.sites,
      columns: &columns)
    guard let table, columns.areSound else { throw SnapshotDoubt() }
    var dataset = Dataset(
      places: ReferenceTables.places, table: table, ranks: parts.ranks, figures: parts.figures,
      policies: parts.policies, corrections: parts.corrections, diagnostics: parts.diagnostics,
      start: parts.start, title: parts.title)
    dataset.batches = parts.batches
    self.dataset = dataset
    mapping = file.mapping
  }
}

/// Puts the columns of a snapshot into a table where they lie.
private struct StoredColumns: ColumnVisitor {
  private(set) var areSound = true
  private var file: OpenSnapshot
  private let rowCount: Int

  init(_ file: OpenSnapshot, rowCount: Int) {
    self.file = file
    self.rowCount = rowCount
  }

  mutating func visit<Element>(_ column: inout Column<Element>) { column = next() }

  mutating func visit(_ codes: inout Codes, below limit: Int) {
    let bytes: Column<UInt8> = next()
    codes =
      switch bytes.count {
      case 0, rowCount: .narrow(bytes)
      case rowCount &* 2: .medium(bytes.numbers())
      default: .wide(bytes.numbers())
      }
  }

  mutating func visit(_ dictionary: inout TextDictionary) {
    let (arena, ends): (Column<UInt8>, Column<UInt32>) = (next(), next())
    areSound = areSound && !ends.isEmpty && ends.last.map(Int.init) == arena.count
    dictionary = TextDictionary(arena: arena, ends: ends)
  }

  private mutating func next<Element>() -> Column<Element> {
    do throws(SnapshotDoubt) {
      return try file.take()
    } catch {
      areSound = false
      return Column()
    }
  }
}
