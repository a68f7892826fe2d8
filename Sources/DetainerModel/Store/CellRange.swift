/// Where a cell is in a text: the offset of its first byte, and how many bytes it has.
///
/// A tuple, because an initialiser that only sister rooms see is never inlined in them, and the
/// reader makes millions of these.
package typealias CellRange = (start: Int, length: Int)
