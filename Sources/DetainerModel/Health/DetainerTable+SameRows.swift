import Text

/// Files that have the rows of another one, whatever their bytes: a copy that was saved again.
extension DetainerTable {
  /// Equal rows are different people, and a single one may be in two files by chance.
  private static let fewestRows = 2

  /// The files all of whose rows are those of a file before them, in the same order; rows of published
  /// reports are held against what their report states, and are left to that.
  package var filesWithSameRows: [Diagnostic] {
    guard sources.count > 1 else { return [] }
    let files = rowsByFile()
    let counts = files.map { $0.reduce(0) { $0 + $1.count } }
    var firsts: [Int: [Int]] = [:]
    var log = FindingLog()
    for file in files.indices where counts[file] >= Self.fewestRows {
      // There may be tens of thousands of files with as many rows each.
      let mark = mark(of: files[file], counts[file])
      let others = firsts[mark, default: []].filter { counts[$0] == counts[file] }
      if let other = others.first(where: { hasSameRows(files[$0], files[file]) }) {
        tell(file, counts[file], of: other, in: &log)
      } else {
        firsts[mark, default: []].append(file)
      }
    }
    return log.diagnostics
  }

  /// A number that files with the same rows have in common, of how many rows there are and what the
  /// first and the last of them say.
  private func mark(of rows: [Range<Int>], _ count: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(count)
    for row in [rows.first?.lowerBound, rows.last.map { $0.upperBound - 1 }].compactMap(\.self) {
      hasher.combine(site[row])
      hasher.combine(issued[row])
      hasher.combine(lifted[row])
      hasher.combine(outcome[row])
      hasher.combine(birthYear[row])
      for text in texts { hasher.combine(text.codes[row]) }
    }
    return hasher.finalize()
  }

  private func tell(_ file: Int, _ rows: Int, of other: Int, in log: inout FindingLog) {
    let (copy, first) = (sources[file], sources[other])
    let effect =
      copy.name == first.name
      ? "its detainers count twice in \(excerpt(copy.name))"
      : "its detainers stand in the reports of \(excerpt(copy.name)), too"
    log.add(
      .sameRows, file: harmless(copy.file),
      harmless(
        "\(copy.file) has the same \(grouped(rows)) rows as \(first.file), in the same order and alike in every column that is read, as a copy has: \(effect); take one of them away."
      ))
  }

  private func hasSameRows(_ first: [Range<Int>], _ second: [Range<Int>]) -> Bool {
    let pairs = zip(first.lazy.joined(), second.lazy.joined())
    guard pairs.allSatisfy({ saysTheSame($0, $1) }) else { return false }
    // Identifiers are read again from the files: those of a few rows tell.
    return pairs.prefix(100).allSatisfy { text(.person, $0) == text(.person, $1) }
  }

  /// Whether two rows of different files say the same of one period.
  private func saysTheSame(_ a: Int, _ b: Int) -> Bool {
    site[a] == site[b] && issued[a] == issued[b] && lifted[a] == lifted[b]
      && outcome[a] == outcome[b] && birthYear[a] == birthYear[b] && count(a) == count(b)
      && isDuplicate(a) == isDuplicate(b) && report(a).period == report(b).period
      && report(a).kind == .built && report(b).kind == .built
      && texts.allSatisfy { $0.codes[a] == $0.codes[b] }
  }
}
