/// The canonical columns of a detainer record, in order.
///
/// The names are the columns of exported and imported files and are recognised again.
public enum DetainerField: String, CaseIterable, Sendable {
  /// What became of the detainer, which only files of ours say beside the lift reason: of rows that
  /// are declined without one, and of those whose lift reason is not known.
  case outcome
  case issued, lifted
  case liftReason = "lift_reason"
  case facility
  case facilityCode = "facility_code"
  case city, state, county
  case countyFIPS = "county_fips"
  case aor, type, criminality, threat, crime
  case crimeCode = "crime_code"
  case basis, citizenship
  case birthCountry = "birth_country"
  case gender
  case birthYear = "birth_year"
  /// The final program of the release, such as 287(g).
  case program
  case apprehensionMethod = "apprehension_method"
  /// The date of apprehension.
  case apprehended
  case person, duplicate, week, count
  case sourceURL = "source_url"
  case confidence, note

  /// The fields that are kept as dictionary-coded text, one column each; the date of apprehension,
  /// by which nothing counts, is one. Identifiers of persons are read again from the file
  /// (`OriginalRecords`).
  public static let texts: [DetainerField] = [
    .liftReason, .facilityCode, .type, .criminality, .threat, .crime, .crimeCode, .basis,
    .citizenship, .birthCountry, .gender, .program, .apprehensionMethod, .apprehended, .sourceURL,
    .confidence, .note,
  ]

  /// What the cells of its column hold.
  package var kind: Listing.Column.Kind {
    switch self {
    case .issued, .lifted: .date
    case .birthYear, .count: .integer
    default: .text
    }
  }

  /// Finds a text field by its name.
  init?(textNamed name: String) {
    guard let field = DetainerField(rawValue: name), field.textIndex != nil else { return nil }
    self = field
  }

  /// The place of a text field in ``texts``; nil for the other fields.
  public var textIndex: Int? { Self.textIndices[self] }

  private static let textIndices = Dictionary(
    uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
}
