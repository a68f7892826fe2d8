import Text

extension [PlacePage] {
  /// `place`: a row for each thing that is said of the places, with the section that says it.
  public var listing: Listing {
    Listing(
      columns: [
        .init("state"), .init("county"), .init("county_fips"), .init("section"), .init("week"),
        .init("source"), .init("rank", .integer), .init("issued", .integer),
        .init("resolved", .integer), .init("declined", .integer), Measure.mostColumn,
        .init("listed", .integer), .init("status"), .init("text"), .init("source_url"),
      ],
      // Of many places of one name those that no report names are told to be absent in few rows.
      rows: flatMap { $0.rows(isBrief: count > 1 && !$0.isPublished) })
  }
}

extension PlacePage {
  /// What is said in one row.
  private struct Fact: Hashable {
    let section: String
    var week = ""
    var source = ""
    var rank: Int?
    var issued: Int?
    var resolved: Int?
    var declined: Int?
    var declinedMost: Int?
    var listed: Int?
    var status = ""
    var text = ""
    var url = ""

    /// Those that say the same of several reports as one, which names all of them.
    static func gathered(_ facts: [Fact]) -> [Fact] {
      var order: [Fact] = []
      var reports: [Fact: [Fact]] = [:]
      for fact in facts {
        var said = fact
        (said.week, said.source) = ("", "")
        if reports[said] == nil { order.append(said) }
        reports[said, default: []].append(fact)
      }
      return order.map { said in
        var said = said
        let all = reports[said] ?? []
        (said.week, said.source) = (
          all.map(\.week).joined(separator: "|"), all.map(\.source).joined(separator: "|")
        )
        return said
      }
    }
  }

  /// - Parameter isBrief: whether what reports say alike stands in one row, with their weeks and
  ///   sources.
  fileprivate func rows(isBrief: Bool) -> [[Value]] {
    let sections = [published.filter(\.report.hasSections).map(sectionI), published.map(sectionII)]
    let facts =
      sections.flatMap { isBrief ? Fact.gathered($0) : $0 }
      + overSeveralWeeks.map { figure in
        Fact(
          section: "II",
          week: [figure.period.start, figure.period.end]
            .map { Period(.week, containing: $0).name }.joined(separator: "|"),
          source: figure.source,
          declined: figure.number, declinedMost: figure.number, status: "over \(figure.spanWords)",
          text: figure.note,
          url: figure.sourceURL)
      }
      + policies.map { policy in
        Fact(
          section: policy.isOfList ? "list" : "III",
          week: policy.weeksSeen.names.joined(separator: "|"), source: policy.source,
          status: "listed",
          text: policy.words, url: policy.sourceURL)
      }
      + corrections.map { correction in
        Fact(
          section: "correction", week: correction.weeks.names.joined(separator: "|"),
          source: correction.id,
          status: correction.kind.description, text: correction.what, url: correction.sourceURL)
      }
      + released.map { release in
        Fact(
          section: "released", source: release.source, issued: release.issued,
          resolved: release.resolved.exact, declined: release.declined.number,
          declinedMost: release.declined.most,
          text: release.sentence)
      }
    return facts.map { fact in
      [
        Value(place.state), Value(place.county), Value(place.fips), Value(fact.section),
        Value(fact.week), Value(fact.source), Value(fact.rank), Value(fact.issued),
        Value(fact.resolved), Value(fact.declined), Value(fact.declinedMost), Value(fact.listed),
        Value(fact.status),
        Value(fact.text), Value(fact.url),
      ]
    }
  }

  private func sectionI(_ entry: Published) -> Fact {
    Fact(
      section: "I", week: entry.report.period.name, source: entry.report.source,
      rank: entry.rank?.rank, issued: entry.countsRank ? entry.rank?.issued : nil,
      status: entry.rankStatus,
      text: entry.rank?.note ?? "", url: entry.rank?.sourceURL ?? "")
  }

  private func sectionII(_ entry: Published) -> Fact {
    Fact(
      section: entry.report.hasSections ? "II" : "", week: entry.report.period.name,
      source: entry.report.source,
      declined: entry.countsDeclines ? entry.known.number : nil,
      declinedMost: entry.countsDeclines ? entry.known.most : nil,
      listed: entry.isInSectionII ? entry.listed : nil,
      status: entry.declineStatus, text: entry.facilityWords)
  }
}

extension PlacePage.Published {
  /// Whether Section II names the place.
  public var isInSectionII: Bool { declined != nil || listed > 0 }

  /// What became of the rank, in words: `void by E01`, `disputed`, `absent`.
  public var rankStatus: String {
    guard let rank else { return gap?.rawValue ?? "" }
    return voidsOfRank.isEmpty ? rank.status : Self.words(voidsOfRank)
  }

  /// What became of the declines, in words.
  public var declineStatus: String {
    if isInSectionII { return Self.words(voidsOfDeclines) }
    if let figure = overSeveralWeeks.first {
      return "not named alone; \(figure.value) stated over \(figure.spanWords)"
    }
    return known == .zero
      ? "none: what is stated leaves nothing for it"
      : "not named: \(known.text) may be among what is not itemised"
  }

  /// The figures of facilities, in words.
  public var facilityWords: String {
    facilities.compactMap { figure -> String? in
      guard case .facility(let name, _) = figure.key, let number = figure.number else { return nil }
      return "\(grouped(number)) \(name)"
    }.joined(separator: ", ")
  }

  private static func words(_ voids: [Correction]) -> String {
    voids.isEmpty ? "" : "void by " + voids.map(\.id).joined(separator: ", ")
  }
}

extension Figure {
  /// The first and the last day that it covers: `2017-02-04 to 2017-02-17`.
  public var spanWords: String { "\(period.start.iso) to \(period.end.iso)" }
}

extension PlacePage.Released {
  /// When there were declines, and how many of the nation's.
  public var sentence: String {
    if issued == nil {
      return "not named by the records: \(declined.text) of those declined in its state "
        + "may be of it, \(basis.words)"
    }
    guard let weeks else {
      return declined.isExact
        ? "no declines, \(basis.words)" : "declines are not known: \(Outcome.reasonUnknown)"
    }
    let span =
      weeks.lowerBound == weeks.upperBound
      ? "declines in \(weeks.lowerBound.sentenceName)"
      : "first decline in \(weeks.lowerBound.sentenceName), last in \(weeks.upperBound.words)"
    guard let declined = declined.exact, let ofNation = declinedOfNation.exact else {
      return "\(span), \(basis.words); there may be others: \(Outcome.reasonUnknown) for a part"
    }
    return "\(span); \(percent(declined, of: ofNation)) of the nation's "
      + "\(grouped(ofNation)), \(basis.words)"
  }
}
