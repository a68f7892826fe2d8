/// A part of a whole to one decimal, `34.1 %`, rounded half up; `–` where there is no whole.
///
/// A part never reads as none or as all: it is `<0.1 %` or `>99.9 %` then.
package func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0, part >= 0 else { return "–" }
  let doubled = Int128(whole) * 2
  return percent(
    tenths: Int((Int128(part) * 2000 + doubled / 2) / doubled), isNone: part == 0,
    isPart: part < whole)
}

/// A share to one decimal, as ``percent(_:of:)`` writes the counts behind it.
package func percent(_ share: Double) -> String {
  guard share >= 0, share < 1e12 else { return "–" }
  // The halves of counts below 500 million are found again, though few of them are exact here.
  return percent(
    tenths: Int(share * 1000 + 0.5 + 1e-9), isNone: share == 0, isPart: share < 1)
}

private func percent(tenths: Int, isNone: Bool, isPart: Bool) -> String {
  if tenths == 0, !isNone { return "<0.1 %" }
  if tenths == 1000, isPart { return ">99.9 %" }
  return "\(tenths / 10).\(tenths % 10) %"
}
