import DetainerModel

/// How a page is printed: a sheet cannot be scrolled, so every column has to stand on it.
extension HTMLFormat {
  /// Adds the style of print: the more columns have anything in them, the smaller it is.
  func appendPrintStyle(of listing: Listing, to line: inout ByteBuffer) {
    let isFilled = filledColumns(of: listing)
    let sheet = Sheet(columns: isFilled.count { $0 })
    line.append(
      """
      @page{margin:1cm\(sheet.isLandscape ? ";size:landscape" : "")}
      @media print{main{padding:0}table{width:100%}div{overflow:visible}th{position:static}
        thead{display:table-header-group}tr{break-inside:avoid}body{font-size:\(sheet.points)pt}
        th,td{padding:.15rem .2rem;max-width:none;min-width:\(sheet.leastWidth)ch;overflow-wrap:anywhere}}

      """)
    for (index, isFilled) in isFilled.enumerated() where !isFilled {
      let place = ":nth-child(\(index + 1))"
      line.append("@media print{th\(place),td\(place){display:none}}\n")
    }
  }

  /// In which columns any row has a value; all of them where there are no rows.
  private func filledColumns(of listing: Listing) -> [Bool] {
    var isFilled = Array(repeating: listing.rowCount == 0, count: listing.columns.count)
    var empty = isFilled.count { !$0 }
    var cells = RowBuffer()
    for index in 0..<listing.rowCount where empty > 0 {
      listing.fill(&cells, with: index)
      for column in isFilled.indices
      where !isFilled[column] && cells.kind(column) != .missing {
        isFilled[column] = true
        empty -= 1
      }
    }
    return isFilled
  }

  /// A sheet of paper that has room for so many columns.
  private struct Sheet {
    let isLandscape: Bool
    let points: Int
    /// The width below which no column goes, in digits.
    let leastWidth: Int

    init(columns: Int) {
      isLandscape = columns > 8
      switch columns {
      case ...8: (points, leastWidth) = (9, 6)
      case ...20: (points, leastWidth) = (7, 6)
      case ...36: (points, leastWidth) = (5, 4)
      default: (points, leastWidth) = (4, 0)
      }
    }
  }
}
