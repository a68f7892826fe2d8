import Text

extension CommandLine {
  /// The command line, as a shell takes it again.
  static var text: String {
    (["ddor"] + Ddor.arguments.dropFirst()).map { shellQuoted($0) ?? "…" }.joined(separator: " ")
  }
}
