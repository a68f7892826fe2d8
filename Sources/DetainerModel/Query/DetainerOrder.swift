/// What records can be ordered by: their place in the files, or a column.
public enum DetainerOrder: Hashable, Sendable {
  /// By file and row.
  case file
  /// By a canonical column, up; numbers are down.
  case field(DetainerField)
  /// By week, newest first.
  case week
  /// By days from issue to decline, longest first.
  case days
}

extension Selection {
  /// The rows that are shown, in order.
  public func detainers(by order: DetainerOrder = .file, isReversed: Bool = false) -> [Int] {
    let rows = shown.rows
    let table = dataset.table
    let ranks: (Int) -> Int
    switch order {
    case .file:
      return isReversed ? rows.reversed() : rows
    case .week:
      ranks = {
        let week = table.report($0).week
        return week.isKnown ? -Int(week.start.packed) : .max
      }
    case .days:
      ranks = { table.age($0).map { -$0 } ?? .max }
    case .field(let field):
      ranks = self.ranks(of: field)
    }
    // One sort key a row, made once; rows of one key keep the order of the files.
    var keyed = rows.map { (rank: ranks($0), row: $0) }
    keyed.sort { a, b in
      if a.rank == b.rank { return a.row < b.row }
      // What is not known comes last either way round.
      if a.rank == .max || b.rank == .max { return b.rank == .max }
      return (a.rank < b.rank) != isReversed
    }
    return keyed.map(\.row)
  }

  private func ranks(of field: DetainerField) -> (Int) -> Int {
    let table = dataset.table
    switch field {
    case .issued: return { table.issued[$0] == 0 ? .max : Int(table.issued[$0]) }
    case .lifted: return { table.lifted[$0] == 0 ? .max : Int(table.lifted[$0]) }
    case .week:
      return { table.report($0).week.isKnown ? Int(table.report($0).week.start.packed) : .max }
    case .count: return { -table.count($0) }
    case .birthYear: return { table.birthYear($0) ?? .max }
    case .duplicate: return { table.isDuplicate($0) ? 0 : 1 }
    case .facility, .city, .state, .county, .countyFIPS, .aor:
      let ranks = Self.alphabetical(
        table.sites.map { site in
          let place = table.jurisdictions[site.jurisdiction]
          return switch field {
          case .facility: site.facility
          case .city: site.city
          case .state: place.state
          case .county: place.county
          case .countyFIPS: place.fips
          default: site.aor
          }
        })
      return { ranks[table.site[$0]] }
    case .person:
      let persons = (0..<table.rowCount).map { shown.contains($0) ? table.text(.person, $0) : "" }
      let ranks = Self.alphabetical(persons)
      return { ranks[$0] }
    default:
      let column = table.column(field)
      let ranks = Self.alphabetical(column.dictionary.texts)
      return { ranks[column.codes[$0]] }
    }
  }

  /// The place of each text in the alphabet, the empty one last.
  private static func alphabetical(_ texts: [String]) -> [Int] {
    let folds = texts.map { folded($0) }
    var ranks = Array(repeating: Int.max, count: texts.count)
    var rank = 0
    var previous: Int?
    for index in texts.indices.sorted(by: { (folds[$0], texts[$0]) < (folds[$1], texts[$1]) })
    where !texts[index].isEmpty {
      if let previous, texts[previous] != texts[index] { rank += 1 }
      ranks[index] = rank
      previous = index
    }
    return ranks
  }
}
