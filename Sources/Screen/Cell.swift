/// One place of a canvas: a cluster and its style.
package struct Cell: Equatable, Sendable {
  /// The cluster shown; a space where `isContinuation` is true.
  package var text: Character
  /// What the cell means.
  package var style: Style
  /// Whether this is the right half of the wide cluster in the cell before.
  package var isContinuation: Bool
  /// Whether it lies on the filled bar of the first or the last line.
  package var isOnBand = false
  /// Whether ink and ground change places, as under the cursor on a ground that is filled.
  package var isReversed = false

  /// A cell; a wide cluster needs a continuation cell to its right.
  package init(text: Character = " ", style: Style = .normal, isContinuation: Bool = false) {
    self.text = text
    self.style = style
    self.isContinuation = isContinuation
  }
}
