/// What arbitrary bytes are taken for.
enum Target: String, CaseIterable {
  case delimited, gzip, zip, xlsx, workbook, parquet, package, configuration, snapshot, filter, keys

  /// Tries some bytes. Nothing comes back: what is wrong ends the program.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .delimited: open(["x.csv": bytes], as: "x.csv")
    case .gzip: open(["x.csv.gz": bytes], as: "x.csv.gz")
    case .zip: open(["x.zip": bytes], as: "x.zip")
    case .xlsx: open(["x.xlsx": bytes], as: "x.xlsx")
    case .workbook: open(["x.xlsx": storedArchive(of: parts(of: bytes))], as: "x.xlsx")
    case .parquet: open(["x.parquet": bytes], as: "x.parquet")
    case .package: openPackage(parts(of: bytes))
    case .configuration: readConfiguration(bytes)
    case .snapshot: openSnapshot(bytes)
    case .filter: parseFilter(String(decoding: bytes, as: UTF8.self))
    case .keys: pressKeys(bytes)
    }
  }
}

/// One of several files in one input.
struct Part {
  var name: String
  var bytes: [UInt8]
}

/// The files that an input of several holds: each begins under a line `=== name`.
func parts(of bytes: [UInt8]) -> [Part] {
  var parts: [Part] = []
  let mark = Array("=== ".utf8)
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.starts(with: mark) {
      parts.append(
        Part(name: String(decoding: line.dropFirst(mark.count), as: UTF8.self), bytes: []))
    } else if let last = parts.indices.last {
      parts[last].bytes += line + [UInt8(ascii: "\n")]
    }
  }
  return parts
}
