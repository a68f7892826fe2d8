import DetainerModel
import Screen
import Text

/// One place across everything: is it on the list, in which section, and what else is said of it.
struct PlaceView: DataView {
  static let command = Command(
    "place", "p gl",
    "Tell whether this place is on the list: every section, policies, corrections, records."
  ) { state, _ in
    guard let place = state.selectedPlace, place.isNamed else {
      return state.say("no place is selected: what has no known place has no page")
    }
    state.openAbove(PlaceView(place: place))
  }

  let place: Jurisdiction

  func path(_ shown: Shown) -> [String] { ["Place", place.name] }
  func measureWords(_ shown: Shown) -> String { "all reports" }

  /// The name of a file, from the letters and digits of the place.
  var fileName: String {
    "place-"
      + place.name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  var keys: [ViewKey] { ViewKey.ofPage }

  func command(_ shown: Shown) -> Equivalent {
    let name = place.state.isEmpty ? place.county : "\(place.county), \(place.state)"
    let query = shown.query.with(.all)
    // A name may mean more places than this one.
    guard let meant = try? shown.dataset.places(named: name, under: query), meant == [place] else {
      return .none(
        "no command prints this place alone: others have its name; \(shown.key(ExportDialog.command)) writes the page"
      )
    }
    return .command(["place"] + query.options + (name.hasPrefix("-") ? ["--", name] : [name]))
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    Destination(ofLine: row.identity)
  }

  /// What is said of the place in a week, or in all of them, and of no other place.
  func terms(of row: Table.Row, _ shown: Shown) -> [FilterTerm] {
    guard case .line(_, _, let week?, _) = row.identity else { return place.typedTerms }
    return place.typedTerms + [FilterTerm(.week, [week.term])]
  }

  func table(_ shown: Shown) -> Table {
    // Everything that is said of the place, whatever the filter leaves of it in the panes.
    let all = shown.query.with(.all)
    guard let page = try? PlacePage(of: place, under: all, in: shown.dataset)
    else { return Table() }
    var table = Table(facts(page, shown.dataset), width: shown.room.width)
    table.listing = [page].listing.named("place", from: try? Selection(all, in: shown.dataset))
    return table
  }

  // MARK: What is said

  private func facts(_ page: PlacePage, _ dataset: Dataset) -> [Fact] {
    func fact(
      _ label: String, _ text: String, _ week: Period? = nil, style: Style = .normal,
      origin: Origin? = nil
    ) -> Fact {
      Fact(label, text, week: week, place: place, style: style, origin: origin)
    }
    return [
      fact("On the list", answer(page), style: .strong),
      fact(
        "Place",
        [
          place.name, place.fips.isEmpty ? "no county" : "FIPS \(place.fips)",
          page.aor.map { "AOR \($0.office)" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")),
    ]
      + page.published.filter(\.report.hasSections).map { entry in
        fact(
          "Section I \(entry.report.period.name)", sectionI(entry), entry.report.period,
          style: style(entry.rank == nil, entry.voidsOfRank))
      }
      + page.published.map { entry in
        fact(
          "\(entry.report.hasSections ? "Section II" : "Declined") \(entry.report.period.words)",
          sectionII(entry), entry.report.period,
          style: style(
            !entry.isInSectionII && entry.overSeveralWeeks.isEmpty, entry.voidsOfDeclines))
      }
      + page.overSeveralWeeks.map { figure in
        fact(
          "Section II",
          "\(counted(figure.number ?? 0, "decline")) stated over "
            + "\(figure.spanWords), in no week's count: \(figure.sourceURL)",
          Period(.week, containing: figure.period.start))
      }
      + page.policies.map {
        fact(
          $0.isOfList ? "List" : "Section III", $0.words, origin: Origin($0, in: dataset))
      }
      + (page.sectionIII.isEmpty && !page.published.isEmpty
        ? [fact("Section III", "no policy names it", style: .dim)] : [])
      + page.corrections.map { correction in
        fact(
          "Correction \(correction.id)",
          "\(correction.kind), \(correction.date): \(correction.what)",
          correction.weeks.known.first,
          style: .correction, origin: Origin(correction, in: dataset))
      }
      + page.released.map { release in
        let counts = release.issued.map {
          "\(grouped($0)) issued, \(release.declined.text) declined\(share(release, issued: $0)). "
        }
        return fact(
          "Records",
          "\(release.source): " + (counts ?? "")
            + (counts == nil
              ? release.sentence
              : release.sentence.prefix(1).uppercased() + release.sentence.dropFirst() + "."),
          release.weeks?.upperBound)
      }
  }

  /// The answer before anything else: which sections, in how many reports.
  private func answer(_ page: PlacePage) -> String {
    var parts: [String] = []
    let ranked = page.published.filter { $0.rank != nil }
    if !ranked.isEmpty {
      let void = ranked.filter { !$0.voidsOfRank.isEmpty }.count
      parts.append(
        "Section I of \(counted(ranked.count, "report"))"
          + (void == 0 ? "" : void == ranked.count ? ", void" : ", \(void) void"))
    }
    let declining = page.published.filter(\.isInSectionII)
    if !declining.isEmpty {
      let declined = declining.filter(\.countsDeclines)
        .reduce(0) { $0 + ($1.declined ?? $1.listed) }
      let void = declining.filter { !$0.voidsOfDeclines.isEmpty }.count
      parts.append(
        "Section II of \(counted(declining.count, "report")) with \(counted(declined, "decline"))"
          + (void == 0 ? "" : void == declining.count ? ", void" : ", \(void) void"))
    }
    for figure in page.overSeveralWeeks {
      parts.append(
        "Section II with \(counted(figure.number ?? 0, "decline")) over \(figure.spanWords)")
    }
    if !page.sectionIII.isEmpty {
      parts.append("Section III with \(counted(page.sectionIII.count, "policy", "policies"))")
    }
    if page.published.isEmpty { return "There is no published report in this data." }
    return parts.isEmpty
      ? "No: no section of the published reports names it, as far as they are at hand."
      : "Yes: " + parts.joined(separator: "; ") + "."
  }

  private func sectionI(_ entry: PlacePage.Published) -> String {
    guard let rank = entry.rank else { return entry.gap?.sentence ?? "" }
    let count = rank.issued.map { "\(grouped($0)) issued" } ?? "count not known"
    let status = entry.rankStatus
    return (entry.countsRank ? "" : "not attributable: published as ")
      + "rank \(rank.rank), \(count)" + (status.isEmpty ? "" : " – \(status)")
  }

  private func sectionII(_ entry: PlacePage.Published) -> String {
    guard entry.isInSectionII else { return entry.declineStatus }
    let facilities = entry.facilityWords
    let status = entry.declineStatus
    let declined =
      entry.countsDeclines
      ? entry.known.text
      : "\(entry.known.text) as corrected; not attributable: published as \(grouped(entry.declined))"
    return "\(declined) declined, \(counted(entry.listed, "row")) at hand"
      + (facilities.isEmpty ? "" : " (\(facilities))") + (status.isEmpty ? "" : " – \(status)")
  }

  private func style(_ isAbsent: Bool, _ voids: [Correction]) -> Style {
    isAbsent ? .dim : voids.isEmpty ? .normal : .correction
  }

  private func share(_ release: PlacePage.Released, issued: Int) -> String {
    guard release.basis == .issueDate, issued > 0,
      let declined = release.declined.exact, let resolved = release.resolved.exact
    else { return "" }
    let ofResolved = resolved == 0 ? "" : ", \(percent(declined, of: resolved)) of resolved"
    return " (\(percent(declined, of: issued)) of issued\(ofResolved))"
  }
}
