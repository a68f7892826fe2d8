import DetainerModel
import Screen
import Text

/// Links in what is selected, and the command that opens them.
extension BrowserState {
  static let openLink = Command(
    name: "open-link", keys: "go",
    help:
      "Open the link of the selected row with the command of the configuration; in the detail: o."
  ) { state, _ in state.openLinks() }

  /// Opens the link of what is selected, or lets one of several be chosen.
  mutating func openLinks() -> Effect {
    let links = links
    guard let first = links.first else {
      say("there is no link in what is selected")
      return .none
    }
    guard !linkCommand.isEmpty else {
      say("no command opens links; browser.link names one (ddor config)")
      return .none
    }
    if links.count == 1 { return open(first) }
    dialog = MenuDialog(
      title: "Open which link?", names: links, cursor: 0, footer: "Enter  Esc", key: "q",
      width: .max
    ) { state, row in state.open(links[row]) }
    return .none
  }

  private mutating func open(_ link: String) -> Effect {
    say("opening \(excerpt(link))")
    return .open(LinkOpening(link, with: linkCommand))
  }

  /// The links of what is selected, each once, in the order in which they stand there.
  private var links: [String] {
    let texts: [String]
    if let open = shown.openView {
      let lines = open.selected == nil ? [] : open.table.lines(ofRow: open.position.cursor)
      let values = open.table.listing.map { listing in lines.flatMap { listing.row($0) } } ?? []
      texts = values.map(\.plainText) + (open.selected?.cells ?? [])
    } else {
      texts = DetailPane.facts(self).map(\.text)
    }
    var seen: Set<String> = []
    return texts.flatMap(LinkOpening.links).filter { seen.insert($0).inserted }
  }
}

/// A link that is given to a command.
package struct LinkOpening: Equatable, Sendable {
  /// The words of the command, the link as one of them or as a part of one; no shell reads them.
  package let words: [String]

  /// Puts a link in the place of `{}` in the words of a command, else behind them.
  init(_ link: String, with command: String) {
    let words = command.split(separator: " ").map(String.init)
    self.words =
      words.contains { $0.contains("{}") }
      ? words.map { $0.replacing("{}", with: link) } : words + [link]
  }

  /// The links in a text: of the web alone, and of letters that belong into one, so that nothing else
  /// is ever given to a command.
  static func links(in text: String) -> [String] {
    text.split { $0.isWhitespace || "<>\"'`|;,".contains($0) }.compactMap { word in
      guard let start = ["https://", "http://"].compactMap({ word.firstRange(of: $0) }).first,
        case let link = word[start.lowerBound...], link.count > 8,
        link.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
      else { return nil }
      // The point at the end of a sentence is not part of it.
      var end = link
      while let last = end.last, ".)]".contains(last) { end.removeLast() }
      return String(end)
    }
  }
}
