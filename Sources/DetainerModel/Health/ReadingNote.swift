/// How numbers have to be read, in a sentence or two.
public struct ReadingNote: Hashable, Sendable {
  /// What it is about.
  public let head: String
  /// What is to be known.
  public let text: String

  /// Writes a note.
  package init(_ head: String, _ text: String) {
    self.head = head
    self.text = text
  }

  /// The rules of the data that concern published reports.
  package static let ofPublished = [
    ReadingNote(
      "Section I and II",
      "Issued and declined of a published report are different lists; they are never added or divided."
    ),
    ReadingNote(
      "Rows at hand",
      "A total is what the report states; the rows at hand are those that public sources give. What no row or figure explains is “(not itemised)”."
    ),
  ]
  /// The rules of the data that concern reports of any kind.
  package static let ofAll = [
    ReadingNote(
      "Two sources",
      "Two sources of one week stay two reports, and are never added. A report of a year is in no sum with weeks."
    ),
    ReadingNote(
      "Shares", "Shares are of issued and of resolved, for built reports by issue date only."),
    ReadingNote(
      "Equal rows",
      "Equal rows are different people, unless the release itself marks them as duplicates."),
    ReadingNote(
      "Counties",
      "A county is the file's, or that of the facility or city in a reference table; what no table places is unlocated, never guessed."
    ),
  ]
  /// The rule of the data that concerns what was said of reports later.
  package static let ofCorrections = ReadingNote(
    "Corrections",
    "The published value stays, and the correction stands beside it. ICE never stated a corrected total."
  )
}
