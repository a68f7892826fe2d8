/// A column of two releases, with one number for each value that either of them has; 0 is blank.
struct ComparedColumn: Sendable {
  let field: DetainerField
  let before: SharedCodes
  let after: SharedCodes

  /// Lays a field over both sides; what only the reader adds, such as a county that it found, is
  /// blank.
  init(
    _ field: DetainerField, _ before: ReleaseSide, _ after: ReleaseSide,
    by length: Period.Length? = nil
  ) {
    self.field = field
    let (first, last) = (before.table, after.table)
    switch field {
    case .issued: (self.before, self.after) = (.numbers(first.issued), .numbers(last.issued))
    case .lifted: (self.before, self.after) = (.numbers(first.lifted), .numbers(last.lifted))
    case .birthYear:
      (self.before, self.after) = (.numbers(first.birthYear), .numbers(last.birthYear))
    case .duplicate: (self.before, self.after) = (first.duplicateCodes, last.duplicateCodes)
    case .week:
      // A line of a tally counts by the last day of its period.
      let starts = (length ?? .week).startOfDay
      self.before = SharedCodes(codes: .medium(first.date(of: .issue)), numbers: starts)
      self.after = SharedCodes(codes: .medium(last.date(of: .issue)), numbers: starts)
    case .type where first.hasBareTypes || last.hasBareTypes:
      // What is known of one side by its code alone is no other form on the other.
      (self.before, self.after) = SharedCodes.shared(
        (first.column(field).codes, first.column(field).texts.map(DetainerTable.typeCode)),
        (last.column(field).codes, last.column(field).texts.map(DetainerTable.typeCode)))
    default:
      if field.textIndex != nil {
        let (a, b) = (first.column(field), last.column(field))
        (self.before, self.after) = SharedCodes.shared((a.codes, a.texts), (b.codes, b.texts))
      } else {
        (self.before, self.after) = SharedCodes.shared(
          (first.site, first.sites.map { first.stated(field, of: $0) }),
          (last.site, last.sites.map { last.stated(field, of: $0) }))
      }
    }
  }

  /// Numbers the identifiers of persons in the rows that are compared: they are read from the files.
  init(personsOf before: (ReleaseSide, rows: [UInt32]), _ after: (ReleaseSide, rows: [UInt32])) {
    field = .person
    var dictionary = GrowingDictionary()
    func codes(_ side: ReleaseSide, _ rows: [UInt32]) -> SharedCodes {
      let table = side.table
      var numbers = Array(repeating: UInt32(0), count: table.rowCount)
      for row in rows {
        let code = table.withText(of: .person, Int(row)) { dictionary.code(for: $0) } ?? 0
        numbers[Int(row)] = UInt32(truncatingIfNeeded: code)
      }
      return SharedCodes(codes: .wide(Column(numbers)), numbers: nil)
    }
    self.before = codes(before.0, before.rows)
    self.after = codes(after.0, after.rows)
  }
}

/// The codes of a column of one side, and the number that each of them is on both sides.
struct SharedCodes: Sendable {
  let codes: Codes
  /// The number of each code; nil where the codes are the numbers.
  let numbers: [UInt32]?

  /// The number in a row.
  @inline(__always)
  subscript(row: Int) -> UInt32 {
    let code = codes[row]
    return numbers.map { $0[code] } ?? UInt32(truncatingIfNeeded: code)
  }

  /// Whether any of some rows says something.
  func saysAnything(in rows: [UInt32]) -> Bool { rows.contains { self[Int($0)] != 0 } }

  static func numbers(_ numbers: Column<UInt16>) -> SharedCodes {
    SharedCodes(codes: .medium(numbers), numbers: nil)
  }

  /// Numbers the texts of two sides alike.
  static func shared(
    _ before: (codes: Codes, texts: [String]), _ after: (codes: Codes, texts: [String])
  ) -> (SharedCodes, SharedCodes) {
    var dictionary = GrowingDictionary()
    func side(_ codes: Codes, _ texts: [String]) -> SharedCodes {
      SharedCodes(
        codes: codes,
        numbers: texts.map { UInt32(truncatingIfNeeded: dictionary.code(for: $0)) })
    }
    let first = side(before.codes, before.texts)
    return (first, side(after.codes, after.texts))
  }
}

extension TextColumn {
  fileprivate var texts: [String] { dictionary.texts }
}

extension DetainerTable {
  /// Whether no detainer type has more than its code, as in a data directory.
  fileprivate var hasBareTypes: Bool {
    column(.type).texts.allSatisfy { DetainerTable.typeCode($0) == $0 }
  }

  /// The marks of duplicates, of which there is no column where no row has one.
  fileprivate var duplicateCodes: SharedCodes {
    SharedCodes(
      codes: .narrow(
        duplicates.isEmpty ? Column(Array(repeating: 0, count: rowCount)) : duplicates),
      numbers: nil)
  }

  /// What a file states of a place of detention; a county that the reader found is not stated.
  fileprivate func stated(_ field: DetainerField, of site: Site) -> String {
    let place = jurisdictions[site.jurisdiction]
    return switch field {
    case .facility: site.facility
    case .city: site.city
    case .state: place.state
    case .county: site.placement == .file ? place.county : ""
    case .countyFIPS: site.placement == .file ? place.fips : ""
    case .aor: site.aor
    default: ""
    }
  }
}
