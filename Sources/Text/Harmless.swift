/// Text made safe to show: control and direction-changing characters become visible signs.
///
/// Names of files and cells of records come from strangers; an escape sequence in one of them must
/// never reach a terminal, and a right-to-left override must not make one text look like another.
public func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHarmful) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(isHarmful(scalar) ? picture(of: scalar) : scalar)
  }
  return String(result)
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL and C1
  case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // text direction
  case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB: true  // line ends, byte order, annotations
  default: false
  }
}

/// Unicode has a picture of each C0 character (U+2400...); the others show as U+FFFD.
private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  default: "\u{FFFD}"
  }
}
