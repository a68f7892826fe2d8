/// Where a text stands in a field wider than itself.
package enum Alignment: Sendable {
  /// At the left edge.
  case leading
  /// In the middle, one column further left if it cannot be exact.
  case center
  /// At the right edge.
  case trailing
}
