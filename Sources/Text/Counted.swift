/// A count with a comma between thousands, as it is shown and never as it is exported.
package func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}

/// A count that may not be known.
package func grouped(_ number: Int?) -> String { number.map { grouped($0) } ?? "–" }

/// A count with its noun: `1 row`, `2 rows`.
package func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// A count in at most five columns: `1,234`, `123k`, `12.3M`.
package func short(_ count: Int) -> String {
  switch count {
  case ..<10_000: grouped(count)
  case ..<999_500: "\((count + 500) / 1000)k"
  default:
    // In tenths of a million.
    "\((count + 50_000) / 1_000_000).\((count + 50_000) / 100_000 % 10)M"
  }
}
