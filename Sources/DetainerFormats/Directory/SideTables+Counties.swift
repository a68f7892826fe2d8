import DetainerModel
import Text

extension SideTables {
  /// Lists the rows of a side table whose FIPS code names no county, or another than the row's own
  /// words: such a row would stand under the wrong place.
  static func checkCounties(_ table: TextTable, places: Places, log: inout DiagnosticLog) {
    guard table.columns.contains("county_fips") else { return }
    let name = table.columns.contains("county") ? "county" : "jurisdiction"
    for row in table.rows {
      for fips in row["county_fips"].split(separator: "|").map(String.init) {
        guard let county = places.county(fips: fips) else {
          log.add(
            .unknownCounty, row: row.line, column: "county_fips",
            "“\(excerpt(fips))” is the FIPS code of no county.")
          continue
        }
        let place = county.jurisdiction
        let states = row["state"].split(separator: "|").map(String.init)
        guard !states.isEmpty else { continue }
        func said() -> String { "\(row[name]), \(row["state"])" }
        if !states.contains(where: { places.state($0)?.code == place.state }) {
          log.add(
            .countyMismatch, row: row.line, column: "county_fips",
            "\(fips) is \(place.county), \(place.state), but the row says \(said()).")
        } else if name == "county", !row[name].isEmpty,
          places.county(named: row[name], state: place.state)?.jurisdiction.fips != fips,
          folded(row[name]) != folded(county.name)
        {
          log.add(
            .countyMismatch, row: row.line, column: "county_fips",
            "\(fips) is \(place.county), \(place.state), but the row says \(said()).")
        }
      }
    }
  }
}
