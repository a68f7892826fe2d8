import CExpat

/// What the functions that expat calls are given: the reader, and what keeps hostile parts small.
struct XMLContext {
  /// Deeper than any workbook; each level costs memory.
  private static let largestDepth = 64
  /// More names of elements and attributes than any workbook has; expat keeps each for good.
  private static let largestVocabulary = 1_000

  /// The reader, of a type its functions know.
  let reader: UnsafeMutableRawPointer
  let part: String
  let path: String
  /// Why reading was stopped.
  private(set) var failure: FileError?
  /// Whether the reader has seen enough.
  private(set) var isEnough = false
  /// Whether nothing more is to be read, for one or the other reason.
  private(set) var isStopped = false
  private let parser: XML_Parser
  /// How many elements are open.
  private(set) var depth = 0
  private var names: Set<Int> = []

  init(_ parser: XML_Parser, reader: UnsafeMutableRawPointer, part: String, path: String) {
    self.parser = parser
    self.reader = reader
    self.part = part
    self.path = path
  }

  @inline(__always)
  mutating func enter() {
    depth &+= 1
    if depth > Self.largestDepth { stopAsMalformed() }
  }

  @inline(__always)
  mutating func leave() { depth &-= 1 }

  /// To be told of every name that the reader does not expect.
  mutating func note(_ name: XMLName) {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(start: name, count: name.count))
    names.insert(hasher.finalize())
    if names.count > Self.largestVocabulary { stopAsMalformed() }
  }

  mutating func note(_ attributes: XMLAttributes) {
    var index = 0
    while let name = attributes[index] {
      note(name)
      index += 2
    }
  }

  mutating func stop(_ problem: WorkbookProblem) { stop(.workbook(path: path, problem)) }

  mutating func stop(_ failure: FileError) {
    if self.failure == nil { self.failure = failure }
    isStopped = true
    XML_StopParser(parser, 0)
  }

  mutating func stopWithEnough() {
    isEnough = true
    isStopped = true
    XML_StopParser(parser, 0)
  }

  mutating func stopAsMalformed() { stop(malformed) }

  /// That the part is not well-formed where the parser is.
  var malformed: FileError {
    .workbook(
      path: path, .malformed(part: part, line: Int(XML_GetCurrentLineNumber(parser))))
  }
}

/// A name or a value as expat gives it, ended by a zero.
typealias XMLName = UnsafePointer<CChar>

/// Names and values of attributes in turn, ended by nil.
typealias XMLAttributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

extension XMLName {
  var count: Int {
    var count = 0
    while self[count] != 0 { count &+= 1 }
    return count
  }

  /// The name without its prefix: workbooks may write `row` or `x:row`.
  var local: XMLName {
    var start = self
    var index = self
    while index.pointee != 0 {
      if index.pointee == 0x3A { start = index + 1 }
      index += 1
    }
    return start
  }

  /// Whether the name is this, prefix included.
  func equals(_ text: StaticString) -> Bool {
    let wanted = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount where UInt8(bitPattern: self[index]) != wanted[index] {
      return false
    }
    return self[text.utf8CodeUnitCount] == 0
  }
}
