/// What is the matter with a Parquet file that cannot be read, or not to its end.
struct ParquetProblem: Error, Hashable, Sendable {
  /// What was found.
  let fault: ParquetFault
  /// The column and the number of the row group, from 1, where it is not the whole file.
  var place: Place?

  /// A column of a row group.
  struct Place: Hashable, Sendable {
    let column: String
    let group: Int
  }

  init(_ fault: ParquetFault, in column: String, group: Int) {
    self.fault = fault
    place = Place(column: column, group: group)
  }

  init(_ fault: ParquetFault) { self.fault = fault }

  /// What stands behind the path of the file in the sentence for the user.
  /// - Parameter rows: how many rows were read before and are kept.
  func sentence(keeping rows: Int = 0) -> String {
    let reason = fault.reason
    let advice = fault.advice ?? "get the file again"
    guard let place else { return "\(reason); \(advice)." }
    let kept = rows > 0 ? " the \(rows) rows before it are kept, the rest is missing;" : ""
    return
      "is \(fault.advice == nil ? "damaged" : "refused"): the column “\(place.column)” of row group \(place.group) \(reason);\(kept) \(advice)."
  }
}

/// What is wrong in a Parquet file.
enum ParquetFault: Error, Hashable, Sendable {
  // The whole file.
  /// The description of the columns, which stands at the end, is missing.
  case cutShort
  /// The description of the columns is encrypted.
  case encrypted
  /// The description of the columns makes no sense.
  case damagedFooter
  /// There are many more rows than bytes.
  case tooManyRows(Int, bytes: Int)
  /// The columns are packed by a codec that is not read.
  case codec(String, column: String)
  // A column of a row group.
  /// It lies outside the file.
  case outside
  /// The header of a page makes no sense.
  case damagedHeader
  /// A page cannot be unpacked.
  case damagedPage
  /// The checksum of a page is another one.
  case checksum
  /// A page claims to unpack to more than any page does.
  case tooLarge(Int)
  /// A page is written in an encoding that is not read.
  case encoding(String)
  /// The values of a page end before they should.
  case shortPage
  /// A value is longer than any text of a release.
  case longValue(Int)
  /// A value refers to an entry that the dictionary does not have.
  case badIndex
  /// It has another number of values than the row group has rows.
  case badCount

  fileprivate var reason: String {
    switch self {
    case .cutShort:
      "ends too early: the list of columns at the end of a Parquet file is missing"
    case .encrypted: "is an encrypted Parquet file"
    case .damagedFooter:
      "is damaged: the list of columns at the end of the Parquet file cannot be read"
    case .tooManyRows(let rows, let bytes):
      "is refused: it claims to hold \(rows) rows in \(bytes) bytes"
    case .codec(let name, let column):
      "packs its column “\(column)” with \(name), which ddor does not read"
    case .outside: "lies outside the file"
    case .damagedHeader: "has a page whose header cannot be read"
    case .damagedPage: "has a page that cannot be unpacked"
    case .checksum: "has a page that does not fit its checksum"
    case .tooLarge(let size): "has a page that claims to unpack to \(size) bytes"
    case .encoding(let name): "has a page in the encoding \(name), which ddor does not know for it"
    case .shortPage: "has a page that ends before its values do"
    case .longValue(let length): "has a value of \(length) bytes"
    case .badIndex: "refers to an entry that its dictionary does not have"
    case .badCount: "has not as many values as the row group has rows"
    }
  }

  fileprivate var advice: String? {
    switch self {
    case .encrypted: "have it written without encryption"
    case .codec, .encoding:
      "write it again with zstd, with DuckDB: duckdb -c \"COPY (FROM 'x.parquet') TO 'y.parquet' (COMPRESSION zstd)\""
    case .tooLarge, .longValue: "write it again in smaller pieces"
    default: nil
    }
  }
}
