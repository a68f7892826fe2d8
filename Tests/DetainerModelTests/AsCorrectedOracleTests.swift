import DetainerModel
import TestSupport
import Testing

/// Published reports as corrected, against a naive count of random ones.
@Suite struct AsCorrectedOracleTests {
  private static let places = [
    Jurisdiction(state: "TX", county: "Clark County", fips: "48001"),
    Jurisdiction(state: "TX", county: "Clarke County", fips: "48003"),
    Jurisdiction(state: "CA", county: "Clark County", fips: "06001"),
    Jurisdiction(state: "TX", county: "", fips: ""),
  ]
  private static let weeks = ["2017-01-28", "2017-02-04"].compactMap { Period(naming: $0) }

  /// What one report says of one place.
  private struct Entry {
    var period: Period
    var place: Jurisdiction
    var rows = 0
    var stated: Int?
    var isRanked = false
    var issued: Int?
    var isVoid: [String: Bool] = [:]

    /// The place to which a section counts as corrected.
    func place(of section: String) -> Jurisdiction {
      isVoid[section] == true ? .notAttributable(inState: place.state) : place
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func everythingIsCountedOnceWhereItBelongs(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var entries = Self.weeks.flatMap { week in
      Self.places.map { place -> Entry in
        var entry = Entry(period: week, place: place)
        entry.rows = random.below(4)
        if !place.isUnlocated {
          if random.below(3) == 0 { entry.stated = entry.rows + random.below(3) }
          entry.isRanked = random.below(2) == 0
          if entry.isRanked, random.below(4) > 0 { entry.issued = random.below(50) }
        }
        return entry
      }
    }
    let corrections = (0..<random.below(5)).map { index in
      correction(index, &entries, &random)
    }
    let dataset = dataset(entries, corrections)
    for week in Self.weeks {
      var declined: [Jurisdiction: Int] = [:]
      var issued: [Jurisdiction: Int] = [:]
      var listed: [Jurisdiction: Int] = [:]
      for entry in entries where entry.period == week {
        if let count = entry.stated ?? (entry.rows > 0 ? entry.rows : nil) {
          declined[entry.place(of: "II"), default: 0] += count
        }
        if let count = entry.issued { issued[entry.place(of: "I"), default: 0] += count }
        if entry.rows > 0 { listed[entry.place(of: "II"), default: 0] += entry.rows }
      }
      let filter = try FilterParser.parse("week:\(week.name)")
      let rows = try Selection(Query(filter, isAsCorrected: true), in: dataset).jurisdictions()
        .filter { !$0.isRemainder }
      #expect(Set(rows.map(\.jurisdiction)).count == rows.count)
      for row in rows {
        // Where errata took nothing of Section II, nothing is not attributable.
        let none = row.jurisdiction.isNotAttributable ? 0 : nil
        #expect(row.group.declined == declined.removeValue(forKey: row.jurisdiction) ?? none)
        #expect(row.group.issued == issued.removeValue(forKey: row.jurisdiction))
        #expect(row.group.listed == listed.removeValue(forKey: row.jurisdiction) ?? 0)
      }
      #expect(declined.isEmpty && issued.isEmpty && listed.isEmpty, "nothing is silently gone")
      // Every place that was published is still named.
      let published = try Selection(Query(filter), in: dataset).jurisdictions().map(\.jurisdiction)
      #expect(
        Set(published).isSubset(
          of: rows.map(\.jurisdiction) + [.init(state: "", county: "", fips: "")]))
    }
  }

  /// An erratum on random places, weeks and sections, which voids or does not.
  private func correction(
    _ index: Int, _ entries: inout [Entry], _ random: inout SeededGenerator
  ) -> Correction {
    let weeks = Self.weeks.filter { _ in random.below(2) == 0 }
    let places = Self.places.filter { !$0.isUnlocated && random.below(2) == 0 }
    let section = random.pick(["I", "II", "I|II", "all", "III"])
    let voids = random.below(3) > 0
    for entry in entries.indices
    where voids && weeks.contains(entries[entry].period) && places.contains(entries[entry].place) {
      for name in ["I", "II"]
      where section == "all" || section.split(separator: "|").contains(Substring(name)) {
        entries[entry].isVoid[name] = true
      }
    }
    var correction = Correction()
    correction.id = "E\(index)"
    correction.weeks = NamedWeeks(weeks.map(\.name).joined(separator: "|"))
    correction.sections = section.split(separator: "|").map(String.init)
    correction.states = Set(places.map(\.state)).sorted()
    correction.fips = places.map(\.fips).filter { !$0.isEmpty }
    correction.voids = voids
    correction.line = index + 2
    return correction
  }

  private func dataset(_ entries: [Entry], _ corrections: [Correction]) -> Dataset {
    var builder = TableBuilder(
      published: Self.weeks.map { Report(period: $0, source: $0.name, kind: .published) })
    for week in Self.weeks {
      builder.begin(Source(name: week.name, file: week.name + ".csv"))
      for entry in entries where entry.period == week {
        let number = builder.jurisdiction(entry.place)
        for line in 0..<entry.rows {
          var row = TableBuilder.Row()
          row.period = week
          row.line = line
          row.site = builder.site(
            Site(facility: "", city: "", jurisdiction: number, aor: "SNA", placement: .file))
          builder.append(row)
        }
      }
    }
    let ranks = entries.filter(\.isRanked).enumerated().map { index, entry in
      Rank(
        period: entry.period, source: entry.period.name, rank: index + 1, jurisdiction: entry.place,
        issued: entry.issued)
    }
    let figures = entries.compactMap { entry in
      entry.stated.map {
        Figure(
          period: entry.period, source: entry.period.name, measure: "declined",
          key: .jurisdiction(entry.place), value: "\($0)", number: $0)
      }
    }
    return Dataset(
      places: OracleTests.places, table: builder.finished(), ranks: ranks, figures: figures,
      corrections: corrections)
  }
}
