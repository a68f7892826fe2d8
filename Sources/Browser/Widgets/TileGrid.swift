/// Where the states stand on the map: one tile each, about where they lie.
enum TileGrid {
  /// A place on the map.
  struct Place: Hashable, Sendable {
    let row: Int
    let column: Int
  }

  static let rows = 8
  static let columns = 11

  /// The states and the federal district; two points are a place without a state.
  private static let picture = [
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT ..",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI .. .. TX .. .. .. .. FL .. ..",
  ]

  /// The places of the states, by code.
  static let places: [String: Place] = {
    var places: [String: Place] = [:]
    for (row, line) in picture.enumerated() {
      for (column, code) in line.split(separator: " ").enumerated() where code != ".." {
        places[String(code)] = Place(row: row, column: column)
      }
    }
    return places
  }()

  /// The place of some that is next in a direction: in the line of the one that is left, else the
  /// nearest beside it; nil at the edge.
  static func next(
    from place: Place, columns: Int = 0, rows: Int = 0, among places: some Sequence<Place>
  ) -> Place? {
    func distance(_ other: Place) -> Int? {
      let along = (other.column - place.column) * columns + (other.row - place.row) * rows
      let aside = columns == 0 ? abs(other.column - place.column) : abs(other.row - place.row)
      // Sideways the map is left only along its lines; up and down some lines have few tiles.
      guard along > 0, columns == 0 || aside == 0 else { return nil }
      return along * 2 + aside * 3
    }
    return places.compactMap { other in distance(other).map { (other, $0) } }
      .min { ($0.1, $0.0.column, $0.0.row) < ($1.1, $1.0.column, $1.0.row) }?.0
  }
}
