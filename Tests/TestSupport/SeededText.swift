/// Random numbers that are the same in every run, so a failure can be repeated from its seed.
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers that follow from a seed.
  package init(_ seed: UInt64) { state = seed }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of clusters that give trouble, loose scalars that join into others, and plain ones.
  package mutating func text(upTo length: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      switch Int.random(in: 0..<4, using: &self) {
      case 0: scalars.append(Unicode.Scalar(UInt8.random(in: 0x20..<0x7F, using: &self)))
      case 1:
        scalars += (Self.clusters.randomElement(using: &self) ?? "").unicodeScalars
      case 2: scalars.append(Self.scalars.randomElement(using: &self) ?? "a")
      default:
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x20000, using: &self)) {
          scalars.append(scalar)
        }
      }
    }
    return String(scalars)
  }

  private static let clusters = [
    "界", "한", "ñ", "n\u{303}", "👍🏽", "👩‍👩‍👧", "🇺🇸", "❤️", "1️⃣", "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "क्षि", "…", "▶", "═", "\r\n", "e\u{301}\u{302}",
  ]
  private static let scalars: [Unicode.Scalar] = [
    "\u{200D}", "\u{FE0F}", "\u{301}", "\u{1F3FD}", "\u{1F1FA}", "\u{1B}", "\u{202E}", "\u{E000}",
    "\u{1100}", "\u{1161}", "\u{11A8}", "\u{0600}", "\u{0903}", "\u{E0041}", "\t", "\u{AD}",
    "\u{3164}", "\u{34F}", "\u{2028}", "\u{0D4E}", "\u{10FFFF}",
  ]
}
