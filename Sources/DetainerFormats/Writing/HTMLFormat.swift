import DetainerModel
import Text

/// One page that needs nothing else: a table with a caption that a reader of screens can follow, that
/// sorts without a server, in light and dark, and prints with its head on every sheet; below it
/// where the rows come from.
public struct HTMLFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the page.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    var line = ByteBuffer()
    appendHead(of: listing, to: &line)
    try line.empty(into: &sink)
    try listing.writeRows(to: &sink) { _, cells, line in
      line.append("<tr>")
      for index in 0..<cells.count {
        line.append("<td>")
        appendCell(cells.bytes(index), isText: cells.kind(index) == .text, to: &line)
      }
      line.append("\n")
    }
    line.append("</tbody></table></div>\n")
    if let provenance = listing.provenance {
      line.append("<h2>About these rows</h2>\n<dl>\n")
      for entry in provenance.entries {
        line.append("<dt>")
        line.appendHTML(entry.label)
        line.append("<dd>")
        line.appendHTML(entry.text)
        line.append("\n")
      }
      line.append("</dl>\n")
    }
    line.append("</main>\n<script>\(Self.script)</script>\n</html>\n")
    try line.empty(into: &sink)
  }

  private func appendHead(of listing: Listing, to line: inout ByteBuffer) {
    let title = listing.provenance?.title ?? ""
    line.append(
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'">
      <title>
      """)
    line.appendHTML(title.isEmpty ? listing.name : "\(listing.name) – \(title)")
    line.append("</title>\n<style>\(Self.style)")
    for (index, column) in listing.columns.enumerated() where column.kind.isNumber {
      line.append("th:nth-child(\(index + 1)),td:nth-child(\(index + 1)){text-align:right}\n")
    }
    appendPrintStyle(of: listing, to: &line)
    line.append("</style>\n<main>\n<h1>")
    line.appendHTML(title.isEmpty ? listing.name : title)
    line.append("</h1>\n<div tabindex=\"0\" role=\"region\" aria-labelledby=\"caption\">")
    line.append("<table>\n<caption id=\"caption\">")
    line.appendHTML(caption(of: listing))
    line.append("</caption>\n<thead><tr>")
    for column in listing.columns {
      line.append("<th scope=\"col\"><button>")
      line.appendHTML(column.name)
      line.append("</button>")
    }
    line.append("</thead>\n<tbody>\n")
  }

  private func caption(of listing: Listing) -> String {
    let rows = "\(listing.name): \(counted(listing.rowCount, "row"))"
    let filter = listing.provenance?.filter ?? ""
    return filter.isEmpty ? rows : "\(rows), filter \(filter)"
  }

  private func appendCell(
    _ text: UnsafeRawBufferPointer, isText: Bool, to line: inout ByteBuffer
  ) {
    guard isText, text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8) else {
      return line.appendHTML(text)
    }
    line.append("<a rel=\"noreferrer\" href=\"")
    line.appendHTML(text)
    line.append("\">")
    line.appendHTML(text)
    line.append("</a>")
  }

  // Numbers sort as numbers, what is empty comes last, and rows that are alike keep their order.
  private static let script = """

    for (const [column, head] of [...document.querySelectorAll("th")].entries())
      head.firstChild.onclick = () => {
        const down = head.ariaSort === "ascending";
        document.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
        head.ariaSort = down ? "descending" : "ascending";
        const body = document.querySelector("tbody");
        const order = new Intl.Collator("en", { numeric: true });
        const cell = row => row.cells[column].textContent;
        body.append(...[...body.rows].sort((a, b) => {
          const [x, y] = [cell(a), cell(b)];
          if (!x || !y) return !x - !y;
          const difference = isNaN(x) || isNaN(y) ? order.compare(x, y) : x - y;
          return down ? -difference : difference;
        }));
      };

    """

  private static let style = """

    :root{color-scheme:light dark;--line:light-dark(#d0d0d0,#484848);
      --head:light-dark(#f2f2f2,#262626);--link:light-dark(#0b57a8,#8cb8f0)}
    body{font:16px/1.45 system-ui,sans-serif;margin:0;color:CanvasText;background:Canvas}
    main{padding:1rem}
    h1{font-size:1.4rem}
    h2{font-size:1.15rem}
    div{overflow-x:auto}
    table{width:max-content;border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:.3rem 0}
    th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;
      vertical-align:top;
      max-width:40rem;unicode-bidi:plaintext;white-space:pre-wrap}
    th{position:sticky;top:0;background:var(--head)}
    button{font:inherit;font-weight:bold;border:0;background:none;color:inherit;padding:0;
      cursor:pointer}
    th[aria-sort=ascending] button::after{content:" ▲"}
    th[aria-sort=descending] button::after{content:" ▼"}
    a{color:var(--link)}
    dt{font-weight:bold}
    dd{margin:0 0 .5rem 1rem;max-width:60rem;overflow-wrap:anywhere}
    """
}

extension ByteBuffer {
  /// A text that stays text in a page, as UTF-8.
  mutating func appendHTML(_ text: UnsafeRawBufferPointer) {
    text.isPrintableASCII ? appendXML(text) : appendHTML(String(decoding: text, as: UTF8.self))
  }

  /// A text that stays text in a page: nothing in it is markup, and nothing moves what is beside it.
  mutating func appendHTML(_ text: String) {
    for (index, part) in text.harmlessLines.enumerated() {
      if index > 0 { append(Byte.newline) }
      appendXML(part)
    }
  }

  /// A text without the characters that are markup in HTML and XML.
  mutating func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { appendXML(UnsafeRawBufferPointer($0)) }
  }

  /// A text without the characters that are markup in HTML and XML, as UTF-8.
  mutating func appendXML(_ text: UnsafeRawBufferPointer) {
    let isMarkup = { (byte: UInt8) in
      byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == Byte.quote
    }
    guard text.contains(where: isMarkup) else { return append(text) }
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case Byte.quote: append("&quot;")
      default: append(byte)
      }
    }
  }
}

extension String {
  /// The lines of a text, each of which may be shown as it is.
  var harmlessLines: [String] {
    guard !isPrintableASCII else { return [self] }
    return split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
      .map { harmless(String($0)) }
  }
}

extension ExportFormat where Self == HTMLFormat {
  /// A page for a browser.
  public static var html: HTMLFormat { HTMLFormat() }
}
