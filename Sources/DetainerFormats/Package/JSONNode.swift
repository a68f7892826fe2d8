/// A value of a JSON text with the place where it stands, so that the text can be edited around it.
struct JSONNode {
  /// What kind of value it is.
  enum Kind {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
  }

  /// A member of an object.
  struct Member {
    let name: String
    /// Where its name begins.
    let start: Int
    let value: JSONNode
  }

  /// The bytes of the value.
  let range: Range<Int>
  let kind: Kind

  /// Reads a text; nil when it is not JSON in UTF-8, or nested deeper than anyone writes it.
  /// - Parameter allowsLastComma: whether a comma may stand before the end of an object or array.
  init?(_ text: some Collection<UInt8>, allowsLastComma: Bool = false) {
    var parser = JSONParser(text: Array(text), allowsLastComma: allowsLastComma)
    guard let root = parser.wholeText() else { return nil }
    self = root
  }

  /// Reads a text as people write it by hand (JSON5): with comments, commas at the end, names
  /// without quotes and texts in apostrophes; `problem` is where it cannot be read on.
  init?(byHand text: some Collection<UInt8>, problem: inout Int) {
    var parser = JSONParser(text: Array(text), allowsLastComma: true, isByHand: true)
    guard let root = parser.wholeText() else {
      problem = parser.position
      return nil
    }
    self = root
  }

  init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }

  /// The members, if it is an object.
  var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements, if it is an array.
  var elements: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The text, if it is a string.
  var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// What it says, if it is true or false.
  var bool: Bool? {
    if case .bool(let truth) = kind { truth } else { nil }
  }

  /// The number, if it is a whole one.
  var integer: Int? {
    if case .number(let number) = kind { Int(exactly: number) } else { nil }
  }

  /// Whether it says that there is no value.
  var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The members of a name; in a sound object there is one at most.
  func members(named name: String) -> [Member] { (members ?? []).filter { $0.name == name } }

  /// The value of the first member of a name.
  subscript(name: String) -> JSONNode? { members(named: name).first?.value }
}
