/// Where the `places.csv` of a data directory says that records belong.
package struct UserPlaces: Sendable {
  /// What a row of the file says of the records that it applies to.
  package struct Entry: Hashable, Sendable {
    /// The county; nil where the place is unlocated on purpose.
    package let county: Jurisdiction?
    /// The code of the area of responsibility; empty when the row names none.
    package let aor: String
    /// The line of the file where the row begins.
    package let line: Int

    /// Describes a row.
    package init(county: Jurisdiction?, aor: String, line: Int) {
      self.county = county
      self.aor = aor
      self.line = line
    }
  }

  /// The columns of the file, in order.
  package static let columns = [
    "facility", "city", "state", "county", "county_fips", "aor", "note",
  ]

  private var entries: [String: Entry] = [:]

  /// A file without rows.
  package init() {}

  /// Adds a row; gives back the one that speaks of the same records already, which stays.
  package mutating func add(
    _ entry: Entry, facility: String, city: String, state: String
  ) -> Entry? {
    let key = Self.key(facility: facility, city: city, state: state)
    if let first = entries[key] { return first }
    entries[key] = entry
    return nil
  }

  /// The row for a record, the most specific first: an empty facility or city of a row means any.
  package func entry(facility: String, city: String, state: String) -> Entry? {
    if entries.isEmpty { return nil }
    return entries[Self.key(facility: facility, city: city, state: state)]
      ?? entries[Self.key(facility: facility, city: "", state: state)]
      ?? entries[Self.key(facility: "", city: city, state: state)]
      ?? entries[Self.key(facility: "", city: "", state: state)]
  }

  /// Names are compared as the reference tables compare them: facilities by upper case, cities by
  /// their key.
  private static func key(facility: String, city: String, state: String) -> String {
    facility.uppercased() + "|" + FacilityTable.key(city: city, state: state)
  }
}
