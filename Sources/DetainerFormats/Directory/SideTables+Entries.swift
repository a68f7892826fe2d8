import DetainerModel
import Text

/// Policies and corrections, which stand beside what is counted.
extension SideTables {
  /// A row of Section III.
  static func policy(_ row: TextTable.Row) -> Policy? {
    var policy = Policy()
    policy.jurisdiction = row["jurisdiction"]
    policy.state = row["state"]
    policy.level = row["level"]
    policy.fips = row["county_fips"]
    policy.aor = row["aor"]
    policy.dateEnacted = row["date_enacted"]
    policy.datePrecision = row["date_precision"]
    policy.policy = row["policy"]
    policy.criteria = row["criteria"]
    policy.weeksSeen = NamedWeeks(row["weeks_seen"])
    policy.confidence = row["confidence"]
    policy.sourceURL = row["source_url"]
    policy.note = row["note"]
    policy.source = row["source"]
    policy.listed = row["listed"]
    policy.line = row.line
    return policy
  }

  /// An erratum or a dispute.
  static func correction(
    _ row: TextTable.Row, log: inout DiagnosticLog
  ) -> Correction {
    func list(_ name: String) -> [String] { row[name].split(separator: "|").map(String.init) }
    var correction = Correction()
    correction.id = row["id"]
    correction.kind = Correction.Kind(
      word("kind", of: row, among: Correction.Kind.known, otherwise: "kept as it stands", log: &log)
    )
    correction.date = row["date"]
    correction.weeks = NamedWeeks(row["weeks"])
    correction.sections = row["section"].split { $0 == "|" || $0 == "," }.map(String.init)
    let scopes = Correction.Scope.allCases.map(\.rawValue)
    correction.scope = Correction.Scope(
      rawValue: word("scope", of: row, among: scopes, otherwise: "read as not stated", log: &log))
    correction.jurisdictions = list("jurisdiction")
    correction.states = list("state")
    correction.fips = list("county_fips")
    for entry in list("ranks") {
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let period = Period(ofReportNamed: parts[0]),
        case .known(let rank) = CellRules.count(String(parts[1]))
      else {
        log.add(
          .unreadableRank, row: row.line, column: "ranks",
          "“\(excerpt(entry))” is not an entry such as 2017-01-28:9; it is left out.")
        continue
      }
      correction.ranks.append(Correction.RankEntry(period: period, rank: rank))
    }
    let voids = CellRules.truth(row["voids"])
    correction.voids = voids == true
    if voids == nil, !row["voids"].isEmpty {
      log.add(
        .unreadableVoids, row: row.line, column: "voids",
        "“\(excerpt(row["voids"]))” is neither yes nor no; it is read as no.")
    }
    correction.affects = row["affects"]
    let affected = row["affected_count"]
    correction.affectedCount =
      switch CellRules.count(affected) {
      case .none where !affected.isEmpty: .text(affected)
      default: count("affected_count", of: row, log: &log).map { .integer($0) } ?? .missing
      }
    correction.what = row["what"]
    correction.sourceURL = row["source_url"]
    correction.confidence = row["confidence"]
    correction.line = row.line
    return correction
  }
}
