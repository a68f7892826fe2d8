import Text

extension CommandLine {
  /// The command line, as a shell takes it again; empty where that may not be told.
  static var text: String { shellLine(["ddor"] + Ddor.arguments.dropFirst()) ?? "" }
}
