/// What a resource of a data package says of how its text is written, and what of it is not
/// followed.
struct ResourceForm {
  /// Lends the contents of a file that the package names; nil where there is none to be read.
  typealias Load = (_ path: String) -> [UInt8]?

  private(set) var form = TextForm()
  /// What is not followed, as it stands in a sentence: `the encoding “EBCDIC”`.
  private(set) var notFollowed: [String] = []

  /// Reads the properties of a resource; dialect and schema may stand in files of their own.
  init(_ resource: JSONNode, _ load: Load) {
    let stated = resource["encoding"].flatMap { $0.isNull ? nil : $0 }
    if let stated, stated.string == nil { notFollowed.append("“encoding”") }
    if let name = stated?.string {
      form.encoding = TextEncoding(named: name)
      if form.encoding == nil { notFollowed.append("the encoding “\(name)”") }
    }
    let dialect = part("dialect", of: resource, load)
    let schema = part("schema", of: resource, load)
    takeMissing(of: schema)
    for field in schema?["fields"]?.elements ?? [] { takeDates(of: field) }
    if resource["path"] == nil, resource["data"] != nil { notFollowed.append("“data”") }
    for member in dialect?.members ?? [] { take(member, names: schema?["fields"]) }
    // Nothing can be told of an empty cell: it is missing in every text.
    form.missing.remove([])
  }

  private mutating func part(_ name: String, of resource: JSONNode, _ load: Load) -> JSONNode? {
    guard let node = resource[name], !node.isNull else { return nil }
    guard let path = node.string else {
      if node.members == nil { notFollowed.append("“\(name)”") }
      return node
    }
    guard DataPackage.refusal(of: path) == nil, let bytes = load(path),
      let part = JSONNode(bytes, allowsLastComma: true)
    else {
      notFollowed.append("the \(name) in “\(path)”")
      return nil
    }
    return part
  }

  /// Takes the texts that a schema says are missing in all columns.
  private mutating func takeMissing(of schema: JSONNode?) {
    if let missing = schema?["missingValues"], !missing.isNull {
      let values = (missing.elements ?? []).map { $0["value"] ?? $0 }
      if missing.elements == nil || values.contains(where: { $0.string == nil }) {
        notFollowed.append("“missingValues” of the schema")
      }
      for value in values { take(missing: value) }
    }
    if schema?["fields"]?.elements?.contains(where: { $0["missingValues"] != nil }) == true {
      notFollowed.append("“missingValues” of a field")
    }
  }

  /// Takes how a field writes its dates, where they would be read in another way.
  private mutating func takeDates(of field: JSONNode) {
    guard let name = field["name"]?.string, ["date", "datetime"].contains(field["type"]?.string),
      let pattern = field["format"]?.string, !["", "default", "any"].contains(pattern)
    else { return }
    guard let format = DateFormat(pattern) else {
      notFollowed.append("the format “\(pattern)” of “\(name)”")
      return
    }
    if !format.isUsual { form.dates[Array(name.utf8)] = format }
  }

  private mutating func take(missing value: JSONNode) {
    if let text = value.string { form.missing.insert(Array(text.utf8)) }
  }

  private mutating func take(_ member: JSONNode.Member, names fields: JSONNode?) {
    let value = member.value
    switch (member.name, value.bool, byte(value)) {
    case ("delimiter", _, let byte?): form.delimiter = byte
    case ("quoteChar", _, let byte) where byte != nil || value.isNullOrEmpty: form.quote = byte
    case ("escapeChar", _, let byte) where byte != nil || value.isNullOrEmpty: form.escape = byte
    case ("commentChar", _, let byte) where byte != nil || value.isNullOrEmpty:
      form.comment = byte
    case ("doubleQuote", let truth?, _): form.doublesQuotes = truth
    case ("skipInitialSpace", let truth?, _): form.skipsBlanks = truth
    case ("header", true, _): break
    case ("header", false, _):
      form.names = fields?.elements?.map { $0["name"]?.string ?? "" }
      if form.names == nil { notFollowed.append("a header that is missing without a schema") }
    case ("nullSequence", _, _): take(missing: value)
    case ("lineTerminator", _, _) where ["\n", "\r", "\r\n"].contains(value.string): break
    case ("headerRows", _, _) where value.elements?.count == 1: break
    case ("headerJoin", _, _), ("caseSensitiveHeader", _, _), ("csvddfVersion", _, _),
      ("$schema", _, _), ("name", _, _), ("title", _, _), ("description", _, _), ("type", _, _):
      break
    default: notFollowed.append("“\(member.name)” of the dialect")
    }
  }

  /// A text of one byte; nil for any other value, such as none.
  private func byte(_ value: JSONNode) -> UInt8? {
    guard let text = value.string, text.utf8.count == 1, let byte = text.utf8.first else {
      return nil
    }
    return byte == Byte.newline || byte == Byte.return ? nil : byte
  }
}

extension JSONNode {
  /// Whether it says that there is no such character.
  fileprivate var isNullOrEmpty: Bool { isNull || string?.isEmpty == true || bool == false }
}
