import TestSupport

/// What a test plants in a file, and what must come out of it: written down here by hand, never
/// asked of the code that is tested.
struct PlantedRecord: Sendable {
  /// A place as a release writes it, with the state and county it lies in.
  struct Place: Sendable {
    let facility: String
    let city: String
    let state: String
    /// The county as the research table writes it.
    let county: String
    let code: String
    let fips: String
  }

  /// A lift reason with its outcome by the table of the releases.
  struct Reason: Sendable {
    let text: String
    let outcome: String
  }

  /// A date as it is written, and the Saturday of its week; empty where it must not be read.
  struct Date: Sendable {
    let cell: String
    let week: String
    var isBad = false
  }

  var date: Date
  var place: Place
  var reason: Reason
  var type = ""
  var citizenship = ""
  var crime = ""
  var threat = ""
  var gender = ""
  var birthYear = 0
  var person = ""
  var isDuplicate = false
}

extension PlantedRecord {
  /// Records that mix all that is seen in the releases; the same ones every time.
  static func sample(_ count: Int, seed: UInt64) -> [PlantedRecord] {
    var random = SeededGenerator(seed)
    return (0..<count).map { index in
      let year = 1950 + Int.random(in: 0..<55, using: &random)
      return PlantedRecord(
        date: index < dates.count ? dates[index] : pick(dates, &random),
        place: pick(places, &random), reason: pick(reasons, &random), type: pick(types, &random),
        citizenship: pick(["MEXICO", "CHINA, PEOPLES REPUBLIC OF", "BOSNIA-HERZEGOVINA"], &random),
        crime: pick(["", "Sex Assault", "Rape - Strongarm"], &random),
        threat: pick(["", "1", "2", "3"], &random),
        gender: pick(["Male", "Female", "Unknown"], &random), birthYear: year,
        person: index % 8 == 0 ? "" : "00\(index % 97)e5d5c0ffee",
        isDuplicate: index % 11 == 3)
    }
  }

  private static func pick<T>(_ all: [T], _ random: inout SeededGenerator) -> T {
    all[Int(random.next() % UInt64(all.count))]
  }

  /// Every form of date; 2008-03-12 was a Wednesday, 2015-05-08 a Friday, 2024-02-29 a Thursday.
  static let dates: [Date] = [
    Date(cell: "2015-05-08", week: "2015-05-02"),
    Date(cell: "2015-05-09 00:00:00", week: "2015-05-09"),
    Date(cell: "2024-02-29T13:14:15.123Z", week: "2024-02-24"),
    Date(cell: "2024-03-01 23:59:59.999+00:00", week: "2024-02-24"),
    Date(cell: "5/8/15", week: "2015-05-02"),
    Date(cell: "05/08/2015", week: "2015-05-02"),
    Date(cell: "10/02/09", week: "2009-09-26"),
    Date(cell: "6/11/2008 0:00", week: "2008-06-07"),
    Date(cell: "06/14/2008 03:10 PM", week: "2008-06-14"),
    Date(cell: "12MAR08", week: "2008-03-08"),
    Date(cell: "12-Mar-08", week: "2008-03-08"),
    Date(cell: "14-MAR-2008", week: "2008-03-08"),
    Date(cell: "20080315", week: "2008-03-15"),
    Date(cell: "42132", week: "2015-05-02"),
    Date(cell: "42132.604166666664", week: "2015-05-02"),
    Date(cell: "  2015-05-08 ", week: "2015-05-02"),
    Date(cell: "06/14/0002 03:10 PM", week: "", isBad: true),
    Date(cell: "2015-02-29", week: "", isBad: true),
    Date(cell: "NA", week: ""),
  ]

  static let places: [Place] = [
    Place(
      facility: "OTHER-OTHER FACILITY", city: "", state: "", county: "", code: "", fips: ""),
    Place(
      facility: "MINN.C.F.,ST.CLOUD", city: "ST. CLOUD", state: "MINNESOTA", county: "Stearns",
      code: "MN", fips: "27145"),
    Place(
      facility: "WASHINGTON COUNTY JAIL", city: "HILLSBORO", state: "OREGON",
      county: "WASHINGTON COUNTY", code: "OR", fips: "41067"),
    Place(
      facility: "WASHINGTON  COUNTY JAIL ", city: "WEISER", state: "Idaho",
      county: "Washington County", code: "ID", fips: "16087"),
    Place(
      facility: "WASHINGTON COUNTY JAIL", city: "Fort  Edward", state: "NY", county: "Washington",
      code: "NY", fips: "36115"),
    Place(
      facility: "DONA ANA COUNTY DETENTION FACILITY", city: "LAS CRUCES", state: "NEW MEXICO",
      county: "Doña Ana", code: "NM", fips: "35013"),
    Place(
      facility: "BAYAMON REGIONAL JAIL.", city: "BAYAMÓN", state: "PUERTO RICO",
      county: "Bayamon", code: "PR", fips: "72021"),
    Place(
      facility: "SOUTHWEST REGIONAL JAIL-JONESVILLE", city: "JONESVILLE", state: "VIRGINIA",
      county: "LEE COUNTY", code: "VA", fips: "51105"),
    Place(
      facility: "GUAM POLICE DEPT", city: "HAGATNA", state: "GUAM", county: "Guam", code: "GU",
      fips: "66010"),
    Place(
      facility: "NO SUCH \"BIG\" JAIL", city: "NOWHERE", state: "DISTRICT OF COLUMBIA",
      county: "", code: "DC", fips: ""),
  ]

  static let reasons: [Reason] = [
    Reason(text: "", outcome: "pending"),
    Reason(text: "NULL", outcome: "pending"),
    Reason(text: "Detainer Declined by LEA", outcome: "declined"),
    Reason(text: "DETAINER  DECLINED BY LEA ", outcome: "declined"),
    Reason(text: "Booked into Detention", outcome: "booked"),
    Reason(
      text: "No longer in State, Local, or Federal Custody", outcome: "released"),
    Reason(text: "Lifted - Lack of Funds", outcome: "released"),
    Reason(text: "Transferred", outcome: "other"),
    Reason(text: "Superseding - New Form Issued", outcome: "other"),
    Reason(text: "A reason of tomorrow", outcome: "other"),
  ]

  static let types = [
    "", "I247D - Immigration Detainer - Request for Action",
    "I247A - Immigration Detainer -  Immigration Detainer - Notice of Action",
  ]
}
