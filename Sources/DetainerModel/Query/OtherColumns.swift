/// The columns without a canonical name of all files that some rows come from, put side by side.
struct OtherColumns {
  /// What stands before a name that would be taken for one of ours.
  private static let prefix = "release_"

  /// The name that a file gives a column which an export has under this one; nil where it is the same.
  static func ownName(_ name: String) -> String? {
    name.lowercased().hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }

  /// The names: those of the files, in the order in which they appear first.
  let names: [String]
  /// For each file, where its columns stand among the names.
  private let places: [[Int]]
  private let table: DetainerTable

  /// Gathers the columns of the files of these rows, told apart from the names taken already.
  init(of rows: [Int], in table: DetainerTable, beside taken: [String]) {
    self.table = table
    var isUsed = Array(repeating: false, count: table.sources.count)
    for row in rows { isUsed[table.source[row]] = true }
    let files = table.originals.indices.map { isUsed[$0] ? table.originals[$0]?.names ?? [] : [] }
    // A name of the file's own is kept unless it would be taken for one of ours.
    var occupied = Set(taken.map { $0.lowercased() })
    let own = Set(files.joined().map { $0.lowercased() }).subtracting(occupied)
    var numbers: [String: Int] = [:]
    var names: [String] = []
    places = files.map { file in
      file.map { name in
        if let number = numbers[name] { return number }
        var shown = name
        if occupied.contains(name.lowercased()) {
          repeat {
            shown = Self.prefix + shown
          } while own.contains(shown.lowercased())
            || occupied.contains(shown.lowercased())
          occupied.insert(shown.lowercased())
        }
        numbers[name] = names.count
        names.append(shown)
        return names.count - 1
      }
    }
    self.names = names
  }

  /// What a row says in these columns.
  func cells(_ row: Int) -> [Value] {
    var cells = Array(repeating: Value.missing, count: names.count)
    let source = table.source[row]
    guard let records = table.originals[source] else { return cells }
    for (place, value) in zip(places[source], records.values(line: table.line(row))) {
      cells[place] = Value(value)
    }
    return cells
  }
}

extension Selection {
  /// `list detainers --other-columns`: the canonical columns, then the others of the files that
  /// the rows come from.
  package func detainersListingWithOtherColumns(_ rows: [Int]) -> Listing {
    let canonical = detainersListing(rows)
    let others = OtherColumns(
      of: rows, in: dataset.table, beside: canonical.columns.map(\.name))
    return canonical.with(
      columns: canonical.columns + others.names.map { .init($0) }
    ) { index, buffer in
      canonical.add(index, to: &buffer)
      for cell in others.cells(rows[index]) { buffer.append(cell) }
    }
  }
}
