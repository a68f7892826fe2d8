import DetainerModel

/// Rows with nothing that may be worth a finding, which nearly all are: taken many at a time.
extension DetainerImporter {
  /// Understands cells that were first seen in the last step: dates at once, others on first use.
  mutating func understandCells() {
    let dates = Set(steps.issued + steps.lifted)
    for column in 0..<cells.count {
      let known = cells[column].meaning.count
      reportErrors(column)
      if cells[column].isZoned { reportZoned(column) }
      if cells[column].field == .liftReason { noteWithheld(column) }
      cells[column].extendMeaning()
      guard dates.contains(column) else { continue }
      for code in known..<cells[column].meaning.count {
        cells[column].meaning[code] = Self.dateMeaning(
          of: cells[column].text(code), layout.countsFrom1904, cells[column].takesNumbers)
      }
    }
  }

  /// The rows of the step that have to be looked at one by one, in order; the dates of the others
  /// are known then.
  mutating func oddRows(_ records: ArraySlice<SplitRecord>) -> [Int] {
    guard steps.issued.count == 1, steps.lifted.count < 2, steps.periods.isEmpty,
      steps.counts.isEmpty, evidence.isEmpty
    else { return Array(records.indices) }
    var odd: [Int] = []
    issuedDays = days(of: steps.issued.first, records.count)
    liftedDays = days(of: steps.lifted.first, records.count)
    let width = header.count
    for record in records.indices {
      let (issued, lifted) = (issuedDays[record], liftedDays[record])
      if issued | lifted == 0 || issued == Self.oddDay || lifted == Self.oddDay
        || records[record].width != width
      {
        odd.append(record)
      }
    }
    return odd
  }

  /// Stands for a cell that is not a date, and for the last day there is, which is looked at alone.
  private static var oddDay: UInt16 { .max }

  private func days(of column: Int?, _ count: Int) -> [UInt16] {
    guard let column else { return Array(repeating: 0, count: count) }
    let start = column * capacity
    return cells[column].meaning.withUnsafeBufferPointer { meaning in
      codes[start..<start + count].map { code in
        let day = meaning[Int(code)]
        return day < Int(Self.oddDay) ? UInt16(truncatingIfNeeded: day) : Self.oddDay
      }
    }
  }

  /// Takes rows that are not odd.
  mutating func takePlainRows(
    _ range: Range<Int>, _ records: ArraySlice<SplitRecord>, into builder: inout TableBuilder
  ) {
    guard !range.isEmpty else { return }
    let first = kept.count
    for record in range {
      let row = first + record - range.lowerBound
      block.lines[row] = UInt32(truncatingIfNeeded: records[record].line)
      block.issued[row] = issuedDays[record]
      block.lifted[row] = liftedDays[record]
      block.periods[row] = 0
      block.counts[row] = 1
    }
    kept += range
    takeSites(range, records, to: first, into: &builder)
    siteReader.count(sites: block.sites[first..<kept.count])
  }

  private mutating func takeSites(
    _ range: Range<Int>, _ records: ArraySlice<SplitRecord>, to first: Int,
    into builder: inout TableBuilder
  ) {
    let width = steps.places.count
    guard width > 0 else {
      for row in first..<kept.count { block.sites[row] = 0 }
      return
    }
    if placesOfRows.count < range.count * width {
      placesOfRows = Array(repeating: 0, count: capacity * width)
    }
    for (place, column) in steps.places.enumerated() {
      let start = column * capacity + range.lowerBound
      for row in 0..<range.count { placesOfRows[row * width + place] = codes[start + row] }
    }
    var done = 0
    while done < range.count {
      done += placesOfRows.withUnsafeBufferPointer { places in
        block.sites.withUnsafeMutableBufferPointer { found in
          sites.values(
            of: UnsafeBufferPointer(rebasing: places[(done * width)...]),
            into: UnsafeMutableBufferPointer(
              rebasing: found[first + done..<first + range.count]))
        }
      }
      guard done < range.count else { return }
      // The first of its kind.
      let record = range.lowerBound + done
      block.sites[first + done] = UInt32(
        truncatingIfNeeded: site(record, line: records[record].line, into: &builder))
      done += 1
    }
  }
}
