import Text

/// What is said of a place, in short: by which sections, and how many records.
public struct PlaceMentions: Hashable, Sendable {
  /// The place.
  public let place: Jurisdiction
  /// The published reports whose Section I ranks it.
  public fileprivate(set) var ranking = 0
  /// The published reports that state or list declines of it.
  public fileprivate(set) var declining = 0
  /// The rows of Section III and of later lists that name it.
  public fileprivate(set) var policies = 0
  /// The corrections and disputes that name it.
  public fileprivate(set) var corrections = 0
  /// The detainers in released records.
  public fileprivate(set) var records = 0

  /// What is said of it, in words.
  public var words: String {
    let parts = [
      declining > 0 ? "declines in \(counted(declining, "report"))" : "",
      ranking > 0 ? "ranked in \(counted(ranking, "report"))" : "",
      policies > 0 ? counted(policies, "policy", "policies") : "",
      corrections > 0 ? counted(corrections, "correction") : "",
      records > 0 ? counted(records, "record") : "",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "nothing is said of it" : parts.joined(separator: " · ")
  }

  /// Whether nothing at hand names it.
  public var isEmpty: Bool { declining + ranking + policies + corrections + records == 0 }
}

extension Dataset {
  /// All places that have a name, in the data or in the reference tables, with what is said of each:
  /// those that a published report names first, then those with most records, then by name.
  public func placesWithMentions() -> [PlaceMentions] {
    var mentions: [Jurisdiction: PlaceMentions] = [:]
    for place in namedPlaces { mentions[place] = PlaceMentions(place: place) }
    func mention(_ place: Jurisdiction?, _ change: (inout PlaceMentions) -> Void) {
      guard let place, var mention = mentions[place] else { return }
      change(&mention)
      mentions[place] = mention
    }
    func county(_ fips: String) -> Jurisdiction? { places.county(fips: fips)?.jurisdiction }
    let all = SiteSums(of: [0..<table.rowCount], in: table)
    for (number, site) in table.sites.enumerated() where all.detainers[number] > 0 {
      mention(table.jurisdictions[site.jurisdiction]) { $0.records += all.detainers[number] }
    }
    for (number, report) in table.reports.enumerated() where report.kind == .published {
      for (place, found) in publishedFigures(ofReport: number).places {
        mention(place) {
          if (found.declined ?? 0) > 0 { $0.declining += 1 }
          // What a report lists is no released record.
          $0.records -= found.listed
        }
      }
    }
    for report in table.reports where report.kind == .published {
      for place in Set(ranks(in: report).map(\.jurisdiction)) { mention(place) { $0.ranking += 1 } }
    }
    for place in placesOfPolicies { mention(place) { $0.policies += 1 } }
    for correction in corrections {
      for fips in Set(correction.fips) { mention(county(fips)) { $0.corrections += 1 } }
    }
    return mentions.values.sorted { a, b in
      let (x, y) = (a.order, b.order)
      if x != y { return y.lexicographicallyPrecedes(x) }
      return [a.place.state, a.place.county].lexicographicallyPrecedes([
        b.place.state, b.place.county,
      ])
    }
  }
}

extension PlaceMentions {
  /// What comes first, the greatest first.
  fileprivate var order: [Int] { [declining, ranking, records, policies + corrections] }
}
