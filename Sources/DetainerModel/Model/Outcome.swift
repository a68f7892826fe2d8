/// What became of a detainer, by its lift reason.
public enum Outcome: UInt8, CaseIterable, Sendable {
  case declined, booked, released, pending, other

  /// The code of rows of which their release does not say what became of them, in place of a raw
  /// value.
  static let unknownCode = UInt8(allCases.count)
  /// How many codes there are, that of what is not known among them.
  static let codeCount = allCases.count + 1
  /// Why an outcome is not known.
  package static let reasonUnknown = "the release gives no lift reason"

  /// Whether a lift reason is recorded, so that the detainer has ended.
  public var isResolved: Bool { self != .pending }

  /// Whether a code is that of an outcome with a lift reason.
  static func isResolved(code: UInt8) -> Bool { code != pending.rawValue && code != unknownCode }

  /// The code of an outcome by its name, that of what is not known for an empty one; nil where no
  /// outcome has this name.
  package static func code(named name: String) -> UInt8? {
    name.isEmpty
      ? unknownCode : allCases.first { $0.name == name.lowercased() }?.rawValue
  }

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
