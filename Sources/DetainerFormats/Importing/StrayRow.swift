/// What a row without a readable date is, if it is not a record of a detainer.
enum StrayRow {
  /// Nothing in it.
  case blank
  /// Nothing but `NA` and the like.
  case nothing
  /// The names of the columns again, as in files put together.
  case sameHeader
  /// The names of other columns, as in files of several releases put together.
  case header(ReleaseHeader)
  /// Nothing below the header, but something beside it.
  case beside
  /// A total or a footnote.
  case aside(String)

  /// Looks at the cleaned cells of a row; nil when it must be counted as a record.
  init?(_ cells: [String], below header: ReleaseHeader) {
    let filled = cells.indices.filter { !CellRules.isBlank(cells[$0]) }
    guard let first = filled.first else {
      self = cells.allSatisfy(\.isEmpty) ? .blank : .nothing
      return
    }
    if first >= header.count {
      self = .beside
      return
    }
    if filled.count > 1, let other = ReleaseHeader(names: cells) {
      let isOther = other.isSure && other.names != header.names
      self =
        isOther && other.behindRowNumbers?.names != header.names ? .header(other) : .sameHeader
      return
    }
    let text = cells[first]
    let isAlone = filled.count == 1 && first == 0 && !Self.isMeantAsDate(text)
    let isProse =
      cells.count < header.count && first == 0 && text.first?.isLetter ?? false
      && text.split(separator: " ").count > 2
    guard isAlone || isProse || Self.isTotalOrNote(text) else { return nil }
    self = .aside(text)
  }

  /// `06/14/0002 03:10 PM` is a bad date and dates a record; `Total rows: 123` does not.
  static func isMeantAsDate(_ text: String) -> Bool {
    guard text.first?.isNumber ?? false, text.contains(where: { $0 == "/" || $0 == "-" }) else {
      return false
    }
    return !text.split(whereSeparator: { !$0.isLetter }).contains { $0.count > 3 }
  }

  /// Whether a cleaned text stands for all places where others stand for one.
  static func isTotalOfPlaces(_ text: String) -> Bool {
    text.utf8.count < 20 && totalsOfPlaces.contains(text.lowercased().filter { $0 != "." })
  }

  private static let totalsOfPlaces: Set<String> = [
    "total", "totals", "grand total", "subtotal", "all", "all states", "all counties",
    "all facilities", "united states", "us", "usa", "national", "nationwide",
  ]

  static func isTotalOrNote(_ text: String) -> Bool {
    let text = text.lowercased()
    let beginnings = [
      "total", "grand total", "subtotal", "end of ", "note:", "notes:", "source:", "sources:", "*",
    ]
    return beginnings.contains { text.hasPrefix($0) }
  }
}
