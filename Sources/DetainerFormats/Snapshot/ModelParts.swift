import DetainerModel

// The values of the model field by field. A new field is a new format: see ``SnapshotFile/version``.

extension Diagnostic.Severity: SnapshotPart {}
extension Report.Kind: SnapshotPart {}
extension Placement: SnapshotPart {}

extension Day: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(packed: UInt16(truncatingIfNeeded: try parts.number()))
  }
  func write(to parts: inout PartWriter) { parts.add(UInt64(packed)) }
}

extension Week: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(containing: try parts.read())
  }
  func write(to parts: inout PartWriter) { parts.add(start) }
}

extension Jurisdiction: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(state: try parts.text(), county: try parts.text(), fips: try parts.text())
  }
  func write(to parts: inout PartWriter) {
    for text in [state, county, fips] { parts.add(text: text) }
  }
}

extension Site: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      facility: try parts.text(), city: try parts.text(), jurisdiction: try parts.read(),
      aor: try parts.text(), placement: try parts.read())
  }
  func write(to parts: inout PartWriter) {
    parts.add(text: facility)
    parts.add(text: city)
    parts.add(jurisdiction)
    parts.add(text: aor)
    parts.add(placement)
  }
}

extension Source: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      name: try parts.text(), file: try parts.text(), isTally: try parts.read(),
      schema: try parts.text())
  }
  func write(to parts: inout PartWriter) {
    parts.add(text: name)
    parts.add(text: file)
    parts.add(isTally)
    parts.add(text: schema)
  }
}

extension Report: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      week: try parts.read(), source: try parts.text(), kind: try parts.read(),
      statement: try parts.read(), basis: try parts.read() ? .liftDate : .issueDate)
  }
  func write(to parts: inout PartWriter) {
    parts.add(week)
    parts.add(text: source)
    parts.add(kind)
    parts.add(statement)
    parts.add(basis == .liftDate)
  }
}

extension Report.Statement: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init()
    title = try parts.text()
    sections = try parts.read()
    published = try parts.text()
    pages = try parts.read()
    issued = try parts.read()
    declined = try parts.read()
    status = try parts.text()
    caveat = try parts.text()
    sourceURL = try parts.text()
    confidence = try parts.text()
  }
  func write(to parts: inout PartWriter) {
    parts.add(text: title)
    parts.add(sections)
    parts.add(text: published)
    for number in [pages, issued, declined] { parts.add(number) }
    for text in [status, caveat, sourceURL, confidence] { parts.add(text: text) }
  }
}

extension Rank: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      week: try parts.read(), source: try parts.text(), rank: try parts.read(),
      jurisdiction: try parts.read(), issued: try parts.read(), status: try parts.text(),
      confidence: try parts.text(), sourceURL: try parts.text(), note: try parts.text(),
      line: try parts.read())
  }
  func write(to parts: inout PartWriter) {
    parts.add(week)
    parts.add(text: source)
    parts.add(rank)
    parts.add(jurisdiction)
    parts.add(issued)
    for text in [status, confidence, sourceURL, note] { parts.add(text: text) }
    parts.add(line)
  }
}

extension Figure: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      week: try parts.read(), end: try parts.read(), source: try parts.text(),
      measure: try parts.text(), key: try parts.read(), value: try parts.text(),
      number: try parts.read(), confidence: try parts.text(), sourceURL: try parts.text(),
      note: try parts.text(), line: try parts.read())
  }
  func write(to parts: inout PartWriter) {
    parts.add(week)
    parts.add(end)
    parts.add(text: source)
    parts.add(text: measure)
    parts.add(key)
    parts.add(text: value)
    parts.add(number)
    for text in [confidence, sourceURL, note] { parts.add(text: text) }
    parts.add(line)
  }
}

extension Figure.Key: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    switch try parts.number() {
    case 0: self = .state(try parts.text())
    case 1: self = .jurisdiction(try parts.read())
    case 2: self = .facility(try parts.text(), try parts.read())
    case 3: self = .citizenship(try parts.text())
    case 4: self = .crime(try parts.text())
    case 5: self = .other(kind: try parts.text(), key: try parts.text())
    default: throw SnapshotDoubt()
    }
  }
  func write(to parts: inout PartWriter) {
    switch self {
    case .state(let code):
      parts.add(0 as UInt64)
      parts.add(text: code)
    case .jurisdiction(let place):
      parts.add(1 as UInt64)
      parts.add(place)
    case .facility(let name, let place):
      parts.add(2 as UInt64)
      parts.add(text: name)
      parts.add(place)
    case .citizenship(let name):
      parts.add(3 as UInt64)
      parts.add(text: name)
    case .crime(let name):
      parts.add(4 as UInt64)
      parts.add(text: name)
    case .other(let kind, let key):
      parts.add(5 as UInt64)
      parts.add(text: kind)
      parts.add(text: key)
    }
  }
}

extension SideRow: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(values: try parts.read(), line: try parts.read())
  }
  func write(to parts: inout PartWriter) {
    parts.add(values)
    parts.add(line)
  }
}

extension Policy: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    guard let policy = Policy(row: try parts.read()) else { throw SnapshotDoubt() }
    self = policy
  }
  func write(to parts: inout PartWriter) { parts.add(row) }
}

extension Correction: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    guard let correction = Correction(row: try parts.read()) else { throw SnapshotDoubt() }
    self = correction
  }
  func write(to parts: inout PartWriter) { parts.add(row) }
}

extension Diagnostic: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      try parts.read(), code: try parts.text(), file: try parts.text(), row: try parts.read(),
      column: try parts.read(), count: try parts.read(), try parts.text())
  }
  func write(to parts: inout PartWriter) {
    parts.add(severity)
    parts.add(text: code)
    parts.add(text: file)
    parts.add(row)
    parts.add(column)
    parts.add(count)
    parts.add(text: message)
  }
}

extension Batch: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(
      source: try parts.text(), state: try parts.text(), day: try parts.read(),
      detainers: try parts.read(), median: try parts.read(), row: try parts.read())
  }
  func write(to parts: inout PartWriter) {
    parts.add(text: source)
    parts.add(text: state)
    parts.add(day)
    for number in [detainers, median, row] { parts.add(number) }
  }
}
