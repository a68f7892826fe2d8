/// What was done with the mouse, and on which cell.
package struct Mouse: Hashable, Sendable {
  /// What was done.
  package enum Deed: Hashable, Sendable {
    /// The first button was pressed.
    case press
    /// It was pressed for the second time at one place.
    case doublePress
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned towards the user.
    case wheelDown
  }

  /// What was done.
  package let deed: Deed
  /// The cell.
  package let place: Point

  /// Something that was done on a cell.
  package init(_ deed: Deed, at place: Point) {
    self.deed = deed
    self.place = place
  }
}
