/// The text of a `datapackage.json` under edit: what is added fits in, all else stays byte by byte.
struct PackageText {
  private(set) var bytes: [UInt8]
  private var root: JSONNode

  /// Reads a text; nil when it is not a JSON object whose resources, if there are any, are an
  /// array of objects.
  init?(_ bytes: [UInt8]) {
    guard let root = JSONNode(bytes), root.members != nil else { return nil }
    // Of two members of one name readers choose as they like: what is added might never be seen.
    guard root.members(named: "resources").count < 2 else { return nil }
    if let resources = root["resources"], Self.word(resources, in: bytes) != "null" {
      guard let elements = resources.elements, elements.allSatisfy({ $0.members != nil }) else {
        return nil
      }
    }
    self.bytes = bytes
    self.root = root
  }

  /// The text of a package that holds nothing yet.
  static func empty(name: String, title: String) -> [UInt8] {
    let value = JSONValue.object([
      "profile": "tabular-data-package", "name": .string(name), "title": .string(title),
    ])
    return Array((value.text(JSONValue.Layout()) + "\n").utf8)
  }

  /// The resources, as they stand.
  var resources: [JSONNode] { root["resources"]?.elements ?? [] }

  /// A value as it is written.
  func text(of node: JSONNode) -> String { string(node.range) }

  // MARK: Edits

  /// Adds a resource after the others.
  mutating func append(resource: JSONValue) {
    guard let array = root["resources"] else {
      return append(member: "resources", .array([resource]), to: root)
    }
    guard let elements = array.elements, let last = elements.last else {
      return replace(array.range, with: .array([resource]), inside: root.range)
    }
    // Resources that stand on a line each, or all on one, are followed by one that does so too.
    let layout = layout(at: last.range.lowerBound, inside: last.range)
    insert(resource.text(layout), after: elements.map(\.range), opening: array.range.lowerBound)
  }

  /// Puts a resource in the place of another.
  mutating func replace(resource index: Int, with value: JSONValue) {
    let old = resources[index].range
    replace(old, with: value, inside: old)
  }

  /// Sets a member of a resource, in its place or after the others.
  mutating func set(_ name: String, to value: JSONValue, ofResource index: Int) {
    let resource = resources[index]
    if let old = resource[name] {
      replace(old.range, with: value, inside: resource.range)
    } else {
      append(member: name, value, to: resource)
    }
  }

  /// Takes a member of a resource out, if it has it, with the comma that belongs to it.
  mutating func remove(_ name: String, ofResource index: Int) {
    let members = resources[index].members ?? []
    guard let place = members.firstIndex(where: { $0.name == name }) else { return }
    let end = members[place].value.range.upperBound
    if place > 0 {
      splice(members[place - 1].value.range.upperBound..<end, with: "")
    } else if members.count > 1 {
      splice(members[place].start..<members[place + 1].start, with: "")
    } else {
      splice(members[place].start..<end, with: "")
    }
  }

  private mutating func append(member name: String, _ value: JSONValue, to object: JSONNode) {
    guard let members = object.members, let last = members.last else {
      let member = JSONValue.Member(name, value)
      return replace(object.range, with: .object([member]), inside: bytes.indices)
    }
    var text = ByteBuffer()
    text.appendJSON(name)
    text.append(": " + value.text(layout(at: last.start, inside: object.range)))
    insert(
      text.text,
      after: members.map { $0.start..<$0.value.range.upperBound },
      opening: object.range.lowerBound)
  }

  /// Inserts after the last of some parts, apart from it as they are from each other.
  private mutating func insert(_ text: String, after parts: [Range<Int>], opening: Int) {
    guard let last = parts.last else { return }
    var separator: String
    if let other = parts.dropLast().last {
      separator = string(other.upperBound..<last.lowerBound)
    } else {
      separator = "," + string(opening + 1..<last.lowerBound)
      if separator == "," { separator = ", " }
    }
    splice(last.upperBound..<last.upperBound, with: separator + text)
  }

  private mutating func replace(
    _ range: Range<Int>, with value: JSONValue, inside whole: Range<Int>
  ) {
    splice(range, with: value.text(layout(at: range.lowerBound, inside: whole)))
  }

  private mutating func splice(_ range: Range<Int>, with text: String) {
    var edited = bytes
    edited.replaceSubrange(range, with: text.utf8)
    // An edit that does not read any more is not taken over; whoever asked for it looks again.
    guard let root = JSONNode(edited) else { return }
    self.root = root
    bytes = edited
  }

  // MARK: How the text is laid out

  /// The layout of a value that begins at a place: on one line if all that it lies in is.
  private func layout(at place: Int, inside whole: Range<Int>) -> JSONValue.Layout {
    guard bytes[whole].contains(where: isLineEnd) else { return JSONValue.Layout(newline: "") }
    return JSONValue.Layout(newline: newline, step: step, indent: indent(at: place))
  }

  /// The first line end of the text.
  private var newline: String {
    guard let end = bytes.firstIndex(where: isLineEnd) else { return "" }
    return string(end..<end + 1)
      + (bytes[end...].starts(with: [Byte.return, Byte.newline]) ? "\n" : "")
  }

  /// One step of indentation: that of the first line that has any.
  private var step: String {
    var index = 0
    while let end = bytes[index...].firstIndex(where: isLineEnd) {
      let blanks = bytes[(end + 1)...].prefix { $0 == Byte.space || $0 == Byte.tab }
      let follows = blanks.endIndex < bytes.count ? bytes[blanks.endIndex] : Byte.newline
      if !blanks.isEmpty, !isLineEnd(follows) { return String(decoding: blanks, as: UTF8.self) }
      index = end + 1
    }
    return "  "
  }

  /// The blanks at the start of the line that a place is on.
  private func indent(at place: Int) -> String {
    let start = bytes[..<place].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    return String(
      decoding: bytes[start...].prefix { $0 == Byte.space || $0 == Byte.tab }, as: UTF8.self)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.newline || byte == Byte.return }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func word(_ node: JSONNode, in bytes: [UInt8]) -> String {
    String(decoding: bytes[node.range], as: UTF8.self)
  }
}
