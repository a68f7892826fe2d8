/// What became of a detainer, by its lift reason.
public enum Outcome: UInt8, CaseIterable, Sendable {
  case declined, booked, released, pending, other

  /// The word used on screen, in filters and in exports.
  public var name: String {
    switch self {
    case .declined: "declined"
    case .booked: "booked"
    case .released: "released"
    case .pending: "pending"
    case .other: "other"
    }
  }

  /// Reads a lift reason by the closed table of the releases; a reason that the table does not know
  /// is `other`.
  public init(liftReason: String) {
    self =
      liftReason.isEmpty ? .pending : Self.table[liftReason.lowercased()] ?? .other
  }

  /// Whether the table knows this lift reason, so that new ones can be reported.
  public static func knows(liftReason: String) -> Bool {
    liftReason.isEmpty || table[liftReason.lowercased()] != nil
  }

  private static let table: [String: Outcome] = {
    let reasons: [Outcome: [String]] = [
      .declined: ["detainer declined by lea"],
      .booked: ["booked into detention"],
      .released: [
        "case closed", "prosecutorial discretion", "not amenable to removal",
        "noncitizen not amenable to removal", "alien not subject to deportation",
        "usc or presumptive claim to us citizenship", "united states citizen interviewed",
        "judicial review", "early release", "no longer in state, local, or federal custody",
        "lifted", "lifted - lack of funds", "lifted - lack of space",
        "ice temporary resource constraint",
      ],
      .other: [
        "transferred", "died", "duplicate", "superseding - new form issued",
        "insufficient notice to ice",
      ],
    ]
    return Dictionary(
      uniqueKeysWithValues: reasons.flatMap { outcome, names in names.map { ($0, outcome) } })
  }()
}
