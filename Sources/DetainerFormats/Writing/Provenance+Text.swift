import DetainerModel

extension Provenance {
  /// Everything as a note in Markdown, for formats that have no room for it.
  package var markdown: String {
    var text = ByteBuffer()
    text.append("# About these rows\n\n")
    for entry in entries {
      text.append("- **")
      MarkdownFormat.append(entry.label, to: &text)
      text.append(":** ")
      MarkdownFormat.append(entry.text, to: &text)
      text.append("\n")
    }
    return text.text
  }
}
