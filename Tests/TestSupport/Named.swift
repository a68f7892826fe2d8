import Testing

/// An argument of a test under a short name, so that what is long or hostile is not printed.
package struct Named<Value: Sendable>: Sendable, CustomTestStringConvertible {
  /// The name that the report of the tests shows.
  package let name: String
  /// What is tested.
  package let value: Value

  /// A value under a name.
  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// The name, in place of the value.
  package var testDescription: String { name }
}

/// A text names itself: the start of it, with everything that a terminal could take amiss escaped.
extension Named: ExpressibleByStringLiteral where Value == String {
  /// A text under the start of itself.
  package init(stringLiteral text: String) { self.init(text) }

  /// A text under the start of itself.
  package init(_ text: String) {
    var name = ""
    for scalar in text.unicodeScalars {
      guard name.unicodeScalars.count < 32 else {
        name += "…"
        break
      }
      name += scalar.escaped(asASCII: true)
    }
    self.init("“\(name)”", text)
  }
}

extension Named: ExpressibleByUnicodeScalarLiteral where Value == String {}

extension Named: ExpressibleByExtendedGraphemeClusterLiteral where Value == String {}
