import Text

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

  /// What `--sort` calls it.
  package var name: String {
    switch self {
    case .file: "file"
    case .field(let field): field.rawValue
    case .week: "week"
    case .days: FilterField.days.rawValue
    }
  }
}

extension Selection {
  /// The rows that are shown, in order; rows that are alike keep the order of the files.
  public func detainers(by order: DetainerOrder = .file, isReversed: Bool = false) -> [Int] {
    guard order != .file else {
      return isReversed ? shown.rows.reversed() : shown.rows
    }
    var sorting = RankedRows(shown)
    switch order {
    case .file: break
    case .week: sorting.rank(by: table.report, ranksOfReports(newestFirst: true))
    case .days: sorting.rank { table.age($0).map { UInt32(1 << 20 - $0) } ?? .max }
    case .field(let field): rank(&sorting, by: field)
    }
    return sorting.sorted(isReversed: isReversed)
  }

  private var table: DetainerTable { dataset.table }

  private func rank(_ rows: inout RankedRows, by field: DetainerField) {
    switch field {
    case .outcome:
      rows.rank(by: .narrow(table.outcome), alphabetical(Outcome.allCases.map(\.name) + [""]))
    case .issued: rows.rank(by: table.issued)
    case .lifted: rows.rank(by: table.lifted)
    case .birthYear: rows.rank(by: table.birthYear)
    case .week: rows.rank(by: table.report, ranksOfReports(newestFirst: false))
    case .count: rows.rank { UInt32.max - 1 - UInt32(truncatingIfNeeded: table.count($0)) }
    case .duplicate: rows.rank { table.isDuplicate($0) ? 0 : 1 }
    case .facility, .city, .state, .county, .countyFIPS, .aor:
      rows.rank(by: table.site, ranks(of: field))
    case .person:
      // Nearly each is another one, so that they are put in order like words.
      var persons: [String] = []
      shown.forEach { persons.append(table.text(.person, $0)) }
      rows.rank(each: alphabetical(persons))
    default: rows.rank(by: table.column(field).codes, ranks(of: field))
    }
  }

  private func ranksOfReports(newestFirst: Bool) -> [UInt32] {
    let ordered = Set(table.reports.map(\.period)).filter(\.isKnown).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(ordered, ordered.indices))
    return table.reports.map { report in
      guard let place = places[report.period] else { return .max }
      return UInt32(newestFirst ? ordered.count - 1 - place : place)
    }
  }

  /// The place of each code of a field in the alphabet.
  private func ranks(of field: DetainerField) -> [UInt32] {
    dataset.cache.ranks(field) {
      guard field.textIndex == nil else {
        return alphabetical(table.column(field).dictionary.texts)
      }
      return alphabetical(
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
    }
  }
}

/// The place of each text in the alphabet, the empty one last.
private func alphabetical(_ texts: [String]) -> [UInt32] {
  let folds = texts.map { folded($0) }
  var ranks = Array(repeating: UInt32.max, count: texts.count)
  var rank: UInt32 = 0
  var previous: Int?
  for index in texts.indices.sorted(by: { (folds[$0], texts[$0]) < (folds[$1], texts[$1]) })
  where !texts[index].isEmpty {
    if let previous, texts[previous] != texts[index] { rank += 1 }
    ranks[index] = rank
    previous = index
  }
  return ranks
}
