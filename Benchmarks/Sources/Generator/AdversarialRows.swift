/// What real releases do to a reader: one row of a thousand, and the edges of the file.
struct AdversarialRows {
  private static let share = 0.001
  /// A loader that lets the second of two columns of one name win shows this word.
  static let secondState = "NOWHERE"

  private let isOn: Bool
  private var random: SplitMix64
  private let columns: [Column]
  private var spoiled = 0

  init(isOn: Bool, columns: [Column], seed: UInt64) {
    self.isOn = isOn
    self.columns = columns
    random = SplitMix64(seed: ~seed)
  }

  private func index(of field: Column.Field) -> Int? {
    columns.firstIndex { $0.field == field }
  }

  /// The header; a file with bad rows has a byte order mark, a preamble and a second column of states.
  func putStart(into buffer: inout RowBuffer) {
    if isOn {
      buffer.put("\u{FEFF}U.S. Immigration and Customs Enforcement\n")
      buffer.put("Detainers\n\n\"Made up, for tests\"\n\n\n")
    }
    var names = columns.map(\.name)
    if isOn { names += columns.filter { $0.field == .state }.map(\.name) }
    buffer.put(names.joined(separator: String(UnicodeScalar(buffer.delimiter))))
    buffer.put("\n")
  }

  /// Ends the row that begins at `start`, as it is or spoilt.
  mutating func end(rowFrom start: Int, in buffer: inout RowBuffer) {
    guard isOn else { return buffer.put("\n") }
    var ending: StaticString = "\n"
    if random.chance(Self.share) {
      var fields = RawFields(buffer.bytes[start...], delimiter: buffer.delimiter)
      ending = spoil(&fields)
      buffer.remove(from: start)
      buffer.put(fields.joined)
    }
    buffer.put(buffer.delimiter)
    buffer.put(Self.secondState)
    buffer.put(ending)
  }

  /// Blank lines after the last row.
  func putEnd(into buffer: inout RowBuffer) {
    if isOn { buffer.put("\n\n\n") }
  }

  private mutating func spoil(_ fields: inout RawFields) -> StaticString {
    // In turn, so that a file of 60,000 rows surely has them all.
    spoiled += 1
    switch Self.faults[spoiled % Self.faults.count] {
    case .carriageReturn:
      return "\r\n"
    case .set(let values):
      for (field, value) in values {
        if let column = index(of: field) { fields[column] = value }
      }
      return "\n"
    case .tooShort:
      fields.removeLast(2)
      return "\n"
    case .tooLong:
      fields.append("left over")
      return "\n"
    case .trailingSpaces:
      if let city = index(of: .city) { fields[city] += "   " }
      return "\n"
    }
  }

  private enum Fault {
    case carriageReturn
    case set([(Column.Field, String)])
    case tooShort
    case tooLong
    case trailingSpaces
  }

  private static let faults: [Fault] =
    [
      .carriageReturn, .carriageReturn, .tooShort, .tooLong, .trailingSpaces,
      .set([(.liftReason, "No longer in State, Local, or Federal Custody")]),
      .set([(.facility, "\"OLD\" COUNTY JAIL")]),
      .set([(.facility, "COUNTY JAIL,\nANNEX")]),
      .set([(.facility, "ARK. D.O.C.-DIAGNOSTIC   .")]),
      .set([(.facility, "LOS ANGELES COUNTY JAIL-TWIN TOWER")]),
      .set([(.facility, "b(6), b(7)c"), (.person, "(b)(6), (b)(7)(c)")]),
      .set([(.facility, "(b)(6), (b)(7)(c) (b)(7)(e)")]),
      .set([(.city, "NA"), (.state, "NA")]), .set([(.city, "NULL"), (.threat, "UNKNOWN")]),
      .set([(.threat, "1.0")]), .set([(.threat, "N/A"), (.liftReason, "UNK")]),
      .set([(.city, "DOÑA ANA"), (.state, "NEW MEXICO")]),
      .set([(.city, "BAYAMÓN"), (.state, "PUERTO RICO")]),
      .set([(.issued, "06/14/0002 03:10 PM")]), .set([(.issued, "12MAR08")]),
      .set([(.issued, "6/11/2008 0:00")]), .set([(.issued, "41981")]), .set([(.issued, "")]),
      .set([(.issued, "2012-02-30")]), .set([(.issued, "1/2/14")]),
    ]
    + [
      ("FAYETTEVILLE", "ARKANSAS"), ("WEISER", "IDAHO"), ("SALEM", "INDIANA"),
      ("SPRINGFIELD", "KENTUCKY"), ("HAGERSTOWN", "MARYLAND"), ("STILLWATER", "MINNESOTA"),
      ("GREENVILLE", "MISSISSIPPI"), ("HILLSBORO", "OREGON"), ("WASHINGTON", "PENNSYLVANIA"),
      ("JONESBOROUGH", "TENNESSEE"), ("BRENHAM", "TEXAS"), ("HURRICANE", "UTAH"),
      ("WEST BEND", "WISCONSIN"),
    ].map { place in
      .set([(.facility, "WASHINGTON COUNTY JAIL"), (.city, place.0), (.state, place.1)])
    }
}

/// The fields of one row, taken apart and put together again.
private struct RawFields {
  private var fields: [String]
  private let delimiter: Character

  init(_ bytes: Slice<UnsafeRawBufferPointer>, delimiter: UInt8) {
    self.delimiter = Character(UnicodeScalar(delimiter))
    var field: [UInt8] = []
    var fields: [String] = []
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == delimiter, !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    self.fields = fields
  }

  subscript(column: Int) -> String {
    get { fields[column] }
    set { fields[column] = newValue }
  }

  mutating func removeLast(_ count: Int) {
    fields.removeLast(count)
  }

  mutating func append(_ field: String) {
    fields.append(field)
  }

  var joined: String {
    fields.map { field in
      guard field.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else {
        return field
      }
      var quoted = "\""
      for character in field {
        quoted.append(character)
        if character == "\"" { quoted.append(character) }
      }
      return quoted + "\""
    }
    .joined(separator: String(delimiter))
  }
}
