import DetainerModel

/// What stands in the configuration file of a user: JSON as people write it, entry by entry, so that
/// one that is wrong spoils no other and can be named by its line.
package struct ConfigurationFile {
  /// The entries, in the order in which they stand.
  package private(set) var entries: [ConfigurationEntry] = []
  /// The line on which the text can be read no further; nil where it can be read.
  package private(set) var brokenLine: Int?

  /// Reads a file; nil where there is none.
  /// - Throws: a ``LoadError`` where there is one that may not be read.
  package init?(path: String) throws(LoadError) {
    guard FileStatus(path: path) != nil else { return nil }
    do throws(FileError) {
      self.init(try FileBytes(description: path).withBytes { Array($0) })
    } catch {
      throw LoadError(error.description)
    }
  }

  /// Reads a text.
  init(_ text: [UInt8]) {
    func line(at position: Int) -> Int { 1 + text.prefix(position).count { $0 == Byte.newline } }
    // A shell empties the file before a command that writes to it begins.
    if text.allSatisfy({ $0 == Byte.space || $0 == Byte.newline }) { return }
    var problem = 0
    guard let root = JSONNode(byHand: text, problem: &problem), let sections = root.members else {
      brokenLine = line(at: problem)
      return
    }
    for section in sections {
      guard let members = section.value.members else {
        entries.append(
          ConfigurationEntry(
            section: section.name, name: "", value: .other, line: line(at: section.start)))
        continue
      }
      func entry(_ member: JSONNode.Member, in section: String) -> ConfigurationEntry {
        ConfigurationEntry(
          section: section, name: member.name, value: member.value.asEntry,
          line: line(at: member.start))
      }
      for member in members {
        // A section may have sections, as formats has csv.
        if let inner = member.value.members {
          entries += inner.map { entry($0, in: "\(section.name).\(member.name)") }
        } else {
          entries.append(entry(member, in: section.name))
        }
      }
    }
  }
}

extension JSONNode {
  /// The value as configurations have it.
  fileprivate var asEntry: ConfigurationEntry.Value {
    if let string { return .text(string) }
    if let integer { return .number(integer) }
    if let bool { return .flag(bool) }
    let texts = elements.map { $0.map(\.string) } ?? [nil]
    return texts.contains(nil) ? .other : .texts(texts.compactMap(\.self))
  }
}
