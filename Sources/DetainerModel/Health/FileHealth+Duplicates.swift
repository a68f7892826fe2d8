import Text

extension FileHealth {
  /// Notes what the release marks as duplicates, rows without a person, and rows that are alike.
  func findDuplicates(in table: DetainerTable, rows: [Range<Int>], log: inout FindingLog) {
    let file = source.file
    if !table.duplicates.isEmpty {
      let marked = rows.reduce(0) { $1.reduce($0) { table.isDuplicate($1) ? $0 + 1 : $0 } }
      if marked > 0 {
        log.add(
          .likelyDuplicates, file: file,
          "\(counted(marked, "row")) of \(grouped(self.rows)) \(marked == 1 ? "is a likely duplicate" : "are likely duplicates") "
            + "by the marks of the release.")
      }
    }
    if let person = columns.first(where: { $0.field == .person }), person.empty > 0,
      person.empty < person.total
    {
      log.add(
        .noPersonID, file: file, column: DetainerField.person.rawValue,
        "\(grouped(person.empty)) of \(counted(person.total, "detainer")) come without a person id."
      )
    }
    let alike = table.equalRows(in: rows)
    guard alike > 0 else { return }
    log.add(
      .equalRows, file: file,
      "\(grouped(alike)) of \(counted(self.rows, "row")) equal another row in every column that is read; "
        + (kind == .tally
          ? "check whether a count is there twice." : "they are different people and all count."))
  }
}

extension DetainerTable {
  /// How many of some rows equal another of them in every column that is kept.
  func equalRows(in ranges: [Range<Int>]) -> Int {
    let rows = ranges.reduce(0) { $0 + $1.count }
    guard rows > 1 else { return 0 }
    var hashes: [UInt64] = []
    for range in ranges { hashes += self.hashes(of: range) }
    let numbers = ranges.flatMap { Array($0) }
    // A row is held against those with its hash that were seen, cell by cell.
    var seen = HashTable<UInt32>(capacity: rows)
    var isCounted = Array(repeating: false, count: rows)
    var alike = 0
    for index in 0..<rows {
      let other = seen.first(hashes[index]) { other in
        hashes[Int(other)] == hashes[index] && isEqual(numbers[Int(other)], numbers[index])
      }
      if let other = other.map(Int.init) {
        alike += isCounted[other] ? 1 : 2
        isCounted[other] = true
      } else {
        seen.insert(UInt32(truncatingIfNeeded: index)) { hashes[Int($0)] }
      }
    }
    return alike
  }

  private func hashes(of rows: Range<Int>) -> [UInt64] {
    var hashes = Array(repeating: UInt64(0x9e37_79b9_7f4a_7c15), count: rows.count)
    func mix(_ codes: Codes) {
      codes.forEach(in: rows) { row, code in
        var hash = (hashes[row - rows.lowerBound] ^ UInt64(code)) &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 32
        hashes[row - rows.lowerBound] = hash
      }
    }
    for codes in [site, report, .medium(issued), .medium(lifted), .medium(birthYear)] { mix(codes) }
    if !counts.isEmpty { mix(.wide(counts)) }
    if !duplicates.isEmpty { mix(.narrow(duplicates)) }
    for text in texts { mix(text.codes) }
    for row in rows where hasPersons(row) {
      hashes[row - rows.lowerBound] ^= hash(ofPerson: row)
    }
    return hashes
  }

  /// FNV-1a of the identifier of the person.
  private func hash(ofPerson row: Int) -> UInt64 {
    text(.person, row).utf8.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
  }

  private func isEqual(_ a: Int, _ b: Int) -> Bool {
    site[a] == site[b] && report[a] == report[b] && issued[a] == issued[b]
      && lifted[a] == lifted[b] && birthYear[a] == birthYear[b] && count(a) == count(b)
      && isDuplicate(a) == isDuplicate(b)
      && texts.allSatisfy { $0.codes[a] == $0.codes[b] }
      && text(.person, a) == text(.person, b)
  }
}
