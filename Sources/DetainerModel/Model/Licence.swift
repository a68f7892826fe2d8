/// A licence under which data is published, as its data directory states it.
public struct Licence: Hashable, Sendable {
  /// Its name in the list of the Open Definition; empty where none is stated.
  public let name: String
  /// What it is, or what it is of.
  public let title: String
  /// Where it can be read.
  public let path: String

  /// Describes a licence.
  public init(name: String, title: String, path: String) {
    self.name = name
    self.title = title
    self.path = path
  }

  /// That of the cities in the reference tables; NOTICE says the same.
  static let ofCities = Licence(
    name: "MIT",
    title:
      "MIT License: the zip-based part of the city-to-county table, by which some counties may have been found, was compiled with the Python package zipcodes",
    path: "https://opensource.org/license/mit")
}

extension Dataset {
  /// Whether a city in the reference tables has given a record its county.
  var hasCountiesByCity: Bool {
    table.sites.contains { $0.placement == .city || $0.placement == .mainCounty }
  }
}
