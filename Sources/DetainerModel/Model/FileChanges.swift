import Text

/// What became of the files of the data since they were read, by the names under which they are
/// shown.
package struct FileChanges: Hashable, Sendable {
  /// Files that have more bytes than before.
  package var grown: [String] = []
  /// Files that have fewer bytes than before.
  package var shortened: [String] = []
  /// Files in whose place another one stands.
  package var replaced: [String] = []
  /// Files that have other contents.
  package var changed: [String] = []
  /// Files that were not there.
  package var added: [String] = []
  /// Files that are not there any more.
  package var gone: [String] = []

  /// No change.
  package init() {}

  /// Whether nothing is otherwise than before.
  package var isEmpty: Bool { self == FileChanges() }

  /// What happened, in words: one file by its name, several by their number.
  package var words: String {
    let kinds = [
      (grown, "grew"), (shortened, "shortened"), (replaced, "replaced"), (changed, "changed"),
      (added, "new"), (gone, "gone"),
    ].filter { !$0.0.isEmpty }
    if kinds.isEmpty { return "no file has changed" }
    if kinds.count == 1, kinds[0].0.count == 1 {
      let (files, kind) = kinds[0]
      let verb = ["grew": "", "new": "is ", "gone": "is "][kind] ?? "was "
      return "\(files[0]) \(verb)\(kind)"
    }
    return kinds.enumerated().map { index, kind in
      let count = index == 0 ? counted(kind.0.count, "file") : grouped(kind.0.count)
      return "\(count) \(kind.1)"
    }.joined(separator: ", ")
  }
}
