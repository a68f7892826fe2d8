import Text

extension Listing {
  /// The first rows.
  public func first(_ count: Int) -> Listing {
    with(rowCount: min(count, rowCount)) { add($0, to: &$1) }
  }

  /// Some of the rows, in this order.
  package func rows(_ indices: [Int]) -> Listing {
    with(rowCount: indices.count) { add(indices[$0], to: &$1) }
  }

  /// The same rows with no control character in any text or name.
  public var harmlessTexts: Listing {
    with(columns: columns.map { Column(harmless($0.name), $0.kind) }) { index, buffer in
      add(index, to: &buffer)
      buffer.makeHarmless()
    }
  }

  /// The same rows with the columns of these names, in this order.
  ///
  /// - Throws: a ``NameError`` where there is no such column.
  public func choosing(_ names: [String]) throws(NameError) -> Listing {
    var places: [Int] = []
    for name in names { places.append(try column(named: name)) }
    return with(columns: places.map { columns[$0] }) { [places] index, buffer in
      fill(&buffer, with: index)
      buffer.keep(places)
    }
  }

  /// The place of a column; throws a sentence that names the nearest one.
  func column(named name: String) throws(NameError) -> Int {
    guard let index = columns.firstIndex(where: { $0.name == name }) else {
      throw NameError(name, "there is no column of this name", among: columns.map(\.name))
    }
    return index
  }

  /// The rows by one column: text up, weeks newest first, numbers down; empty cells last. Without
  /// a key they stay as they are.
  ///
  /// - Throws: a ``NameError`` where there is no such column.
  public func sorted(by key: SortKey?) throws(NameError) -> Listing {
    guard let key else { return self }
    let column = try column(named: key.column)
    let newestFirst = ["week", "week_end"].contains(key.column)
    let cells = (0..<rowCount).map { row($0)[column] }
    let order = cells.indices.sorted { a, b in
      switch (cells[a], cells[b]) {
      case (let x, let y) where x == y: a < b
      case (.missing, _): false
      case (_, .missing): true
      case (let x, let y): x.precedes(y, newestFirst: newestFirst) != key.isReversed
      }
    }
    return rows(order)
  }
}

extension Value {
  /// Whether a cell comes before another of its column, which differs from it.
  fileprivate func precedes(_ other: Value, newestFirst: Bool) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): (a < b) != newestFirst
    case (.integer(let a), .integer(let b)): a > b
    case (.fraction(let a), .fraction(let b)): a > b
    // A column of numbers with words in it, such as “about 12”: numbers first.
    case (.integer, _), (.fraction, .text): true
    default: false
    }
  }
}
