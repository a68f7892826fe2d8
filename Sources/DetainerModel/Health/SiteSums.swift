/// What the rows of one file come to by place of detention, by the numbers of the sites.
struct SiteSums {
  private(set) var rows: [Int]
  private(set) var detainers: [Int]
  /// The first row of each site, in the table.
  private(set) var first: [Int]

  init(of ranges: [Range<Int>], in table: DetainerTable) {
    var rows = Array(repeating: 0, count: table.sites.count)
    var detainers = rows
    var first = Array(repeating: -1, count: table.sites.count)
    for range in ranges {
      table.site.forEach(in: range) { row, site in
        if first[site] < 0 { first[site] = row }
        rows[site] &+= 1
        if !table.counts.isEmpty { detainers[site] &+= Int(table.counts[row]) }
      }
    }
    self.rows = rows
    self.detainers = table.counts.isEmpty ? rows : detainers
    self.first = first
  }

  /// The detainers of the sites for which a test holds.
  func detainers(where holds: (Int) -> Bool) -> Int {
    rows.indices.reduce(0) { rows[$1] > 0 && holds($1) ? $0 + detainers[$1] : $0 }
  }
}
