extension Value {
  /// The cell as plain text; a missing one is empty.
  package var plainText: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .fraction(let share): fourDecimals(share) ?? ""
    }
  }
}

extension Value {
  /// A share as it is written everywhere, with four decimals; nil for other cells and for what is
  /// not a number.
  package var share: Double? {
    guard case .fraction(let share) = self else { return nil }
    return fourDecimals(share).flatMap(Double.init)
  }
}

/// A number with four decimals, as C's `%.4f` writes it, so that other programs agree to the digit.
///
/// The exact value decides, and one exactly between two results goes to the even digit. Nil for
/// what is not a number and for sizes that no share or change has (2^63 and more).
package func fourDecimals(_ number: Double) -> String? {
  let size = number.magnitude
  guard size < 0x1p63 else { return nil }
  var whole = UInt64(size)
  var tenThousandths = 0 as UInt64
  let rest = size - Double(whole)
  // `rest` is significand / 2^shift without loss; below 2^-68 it cannot reach half of 0.0001.
  if rest >= 0x1p-68 {
    let shift = UInt128(52 - rest.exponent)
    let significand = UInt128(rest.significandBitPattern | 1 << 52)
    let product = significand * 10_000
    let remainder = product & (1 << shift - 1)
    let half = 1 << (shift - 1) as UInt128
    tenThousandths = UInt64(product >> shift)
    if remainder > half || remainder == half && tenThousandths % 2 == 1 { tenThousandths += 1 }
    if tenThousandths == 10_000 {
      whole += 1
      tenThousandths = 0
    }
  }
  let sign = number < 0 && (whole, tenThousandths) != (0, 0) ? "-" : ""
  let decimals = String(tenThousandths)
  return "\(sign)\(whole).\(String(repeating: "0", count: 4 - decimals.count))\(decimals)"
}
