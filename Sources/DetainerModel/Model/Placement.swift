/// How a record came to its county.
public enum Placement: UInt8, Sendable, CaseIterable {
  /// Nothing places it.
  case none
  /// The file names the county.
  case file
  /// The facility's name says it.
  case facilityName
  /// A public register of prisons and jails lists the facility.
  case register
  /// The city lies in one county.
  case city
  /// The city lies in several counties, and mainly in this one.
  case mainCounty
  /// The facility's code has one county.
  case facilityCode
  /// The rows of other files, or other rows, have one county for the facility's code.
  case codeOfOthers
  /// One county of an Area of Responsibility has a facility of that name.
  case nameAndAOR
  /// The `places.csv` of the data directory says it.
  case user

  /// The sentence shown beside the county.
  public var explanation: String {
    switch self {
    case .none: "not placed by any table"
    case .file: "named in the file"
    case .facilityName: "by the facility's name"
    case .register: "by a register of facilities"
    case .city: "by the county of its city"
    case .mainCounty: "by the main county of its city"
    case .facilityCode: "by the facility's code"
    case .codeOfOthers: "by the county of other rows with the facility's code"
    case .nameAndAOR: "by the facility's name in its Area of Responsibility"
    case .user: "by places.csv of this data directory"
    }
  }
}
