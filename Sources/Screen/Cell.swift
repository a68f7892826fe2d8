/// One place of a canvas: a cluster and its style.
public struct Cell: Equatable, Sendable {
  /// The cluster shown; a space where `isContinuation` is true.
  public var text: Character
  /// What the cell means.
  public var style: Style
  /// Whether this is the right half of the wide cluster in the cell before.
  public var isContinuation: Bool

  /// A cell; a wide cluster needs a continuation cell to its right.
  public init(text: Character = " ", style: Style = .normal, isContinuation: Bool = false) {
    self.text = text
    self.style = style
    self.isContinuation = isContinuation
  }
}
