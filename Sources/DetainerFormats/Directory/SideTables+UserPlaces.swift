import DetainerModel
import Text

extension SideTables {
  /// Reads `places.csv`, in which a user says where records belong. A row that cannot mean what it
  /// says is left out and listed, so that no record moves by mistake.
  mutating func readUserPlaces(_ table: TextTable, places: Places, log: inout DiagnosticLog) {
    for name in table.columns where !name.isEmpty && !UserPlaces.columns.contains(name) {
      log.add(
        .unknownColumn, row: 1, column: name,
        "the column “\(excerpt(name))” is not used; those of the file are "
          + "\(UserPlaces.columns.joined(separator: ", ")).")
    }
    for row in rows(table, needing: ["state"], log: &log, { row, _ in row }) {
      let state = places.state(row["state"])?.code ?? row["state"]
      if !state.isEmpty, places.state(state) == nil {
        log.add(
          .unknownState, row: row.line, column: "state",
          "“\(excerpt(state))” is not a known state; the row is for records that say just this."
        )
      }
      guard let entry = Self.entry(row, state: state, places: places, log: &log) else { continue }
      let (facility, city) = (row["facility"], row["city"])
      if let first = userPlaces.add(entry, facility: facility, city: city, state: state) {
        log.add(
          .twoRowsForOnePlace, row: row.line,
          "line \(first.line) speaks of the same facility, city and state; this row is left out.")
      }
    }
  }

  /// What a row says; nil when it is left out.
  private static func entry(
    _ row: TextTable.Row, state: String, places: Places, log: inout DiagnosticLog
  ) -> UserPlaces.Entry? {
    func leaveOut(
      _ code: FindingCode, column: String? = nil, _ problem: String
    ) -> UserPlaces.Entry? {
      log.add(
        code, severity: .error, row: row.line, column: column, "\(problem); the row is left out.")
      return nil
    }
    let (county, fips) = (row["county"], row["county_fips"])
    guard !state.isEmpty || !row["facility"].isEmpty || !row["city"].isEmpty else {
      return leaveOut(.rowForNoPlace, "the row names no facility, no city and no state")
    }
    var place: Jurisdiction?
    if !fips.isEmpty {
      place = places.county(fips: fips)?.jurisdiction
      guard let place else {
        return leaveOut(
          .unknownCounty, column: "county_fips",
          "“\(excerpt(fips))” is not a county; a FIPS code has five digits, such as 06037")
      }
      if !county.isEmpty,
        places.county(named: county, state: place.state)?.jurisdiction != place
      {
        return leaveOut(
          .countyAndCodeDiffer, column: "county_fips",
          "\(fips) is \(place.county), \(place.state), but the county says “\(excerpt(county))”")
      }
      if !state.isEmpty, place.state != state {
        log.add(
          .countyInOtherState, row: row.line, column: "county_fips",
          "\(fips) is \(place.county), \(place.state), but the state says \(state); "
            + "the county is taken.")
      }
    } else if !county.isEmpty {
      place = places.county(named: county, state: state)?.jurisdiction
      if place == nil {
        return leaveOut(
          .unknownCounty, column: "county",
          "“\(excerpt(county))” is not a known county of “\(excerpt(state))”; give its county_fips"
        )
      }
    } else if row["note"].isEmpty {
      return leaveOut(
        .rowWithoutCounty, column: "county",
        "the row names no county; if its records are to stay unlocated, say why in the note")
    }
    var aor = row["aor"]
    if !aor.isEmpty {
      guard let known = places.aor(aor)?.code else {
        return leaveOut(
          .unknownAOR, column: "aor", "“\(excerpt(aor))” is not a known area of responsibility"
        )
      }
      aor = known
    }
    return UserPlaces.Entry(county: place, aor: aor, line: row.line)
  }
}
