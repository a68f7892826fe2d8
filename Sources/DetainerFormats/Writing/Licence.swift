import DetainerModel

/// A licence of rows that leave the program, as Data Package names it; NOTICE says the same of the
/// program's own tables.
struct Licence {
  /// Its name in the list of Open Definition.
  let name: String
  let title: String
  let path: String

  /// Those of rows with these columns.
  static func all(of columns: [Listing.Column]) -> [Licence] {
    [publicDomain] + (columns.contains { $0.name == "county" } ? [countiesByCity] : [])
  }

  /// Neither works of the government nor facts have a copyright in the United States.
  private static let publicDomain = Licence(
    name: "other-pd",
    title:
      "Public domain: records of U.S. Immigration and Customs Enforcement, a work of the U.S. government (17 U.S.C. 105), and facts of the Census Bureau and HIFLD",
    path: "https://www.usa.gov/government-copyright")

  private static let countiesByCity = Licence(
    name: "MIT",
    title:
      "MIT License: the zip-based part of the city-to-county table, by which some counties may have been found, was compiled with the Python package zipcodes",
    path: "https://opensource.org/license/mit")

  var value: JSONValue {
    .object(["name": .string(name), "title": .string(title), "path": .string(path)])
  }
}
