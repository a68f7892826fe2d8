/// One column of a file: its name and where its values come from.
struct Column {
  /// What a detainer itself says.
  enum Field {
    case issued, lifted, liftReason, liftReasonCode, facility, facilityCode, city, state, aor
    case type, typeCode, criminality, threat, charge, chargeCode, citizenship, gender, birthYear
    case person
  }

  /// Texts with how often each occurs.
  typealias Words = [(String, Double)]

  /// Where the values come from. What is not of the detainer is drawn by the row's number.
  enum Content {
    case of(Field)
    case county(present: Double)
    case birthCountry, duplicate, file, sheet
    case row(from: Int)
    /// Port, country and day belong together: they are there for the same third of the rows.
    case departurePort(Words), departureCountry, departedDate
    /// A day of the years before the detainer, where there is a charge.
    case chargeDate(before: Int)
    case number(below: Int, present: Double)
    case day(before: Int, present: Double)
    case words(Words, present: Double)
  }

  let name: String
  let content: Content

  init(_ name: String, _ field: Field) {
    self.init(name, .of(field))
  }

  init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }

  init(_ name: String, _ words: Words, present: Double) {
    self.init(name, .words(words, present: present))
  }

  /// A column of `YES` and `NO`.
  static func flag(_ name: String, _ present: Double, yes: Double = 0.2) -> Column {
    Column(name, [("YES", yes), ("NO", 1 - yes)], present: present)
  }

  /// What of a detainer it holds, if anything.
  var field: Field? {
    if case .of(let field) = content { field } else { nil }
  }

  /// The texts that its values are drawn from, if they are.
  var words: Words? {
    switch content {
    case .words(let words, _), .departurePort(let words): words
    default: nil
    }
  }
}
