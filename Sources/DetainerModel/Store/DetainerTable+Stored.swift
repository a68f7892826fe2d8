/// What a row says, in the forms in which a data directory stores it.
extension DetainerTable {
  /// Lends the bytes of a text field in a row to the body: millions of cells need no `String`.
  package func withText<Result>(
    of field: DetainerField, _ row: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    if field == .person {
      var person = text(.person, row)
      return person.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
    guard let index = field.textIndex else { return nil }
    return texts[index].dictionary.withBytes(of: texts[index].codes[row], body)
  }

  /// The number of the place of detention of a row in ``sites``.
  package func siteNumber(_ row: Int) -> Int { site[row] }

  /// The number of the file of a row in ``sources``.
  package func sourceNumber(_ row: Int) -> Int { source[row] }

  /// The period that the file itself names for a row; not known where its own dates decide.
  package func namedPeriod(_ row: Int) -> Period {
    let report = report(row)
    if report.isLonger { return report.period }
    // A row counts at the Friday of the week that is named for it, else at its own date.
    let isByLiftDate = report.basis == .liftDate && date(row) == lifted(row)
    return date(row) == issued(row) || isByLiftDate ? .none : report.period
  }

  /// Whether any row says what became of its detainer.
  package var saysOutcomes: Bool { outcome.contains { $0 != Outcome.unknownCode } }

  /// Whether any row does not say what became of its detainer.
  package var missesOutcomes: Bool { outcome.contains(Outcome.unknownCode) }

  /// Whether any row says something in a field.
  package func says(_ field: DetainerField) -> Bool {
    let rows = 0..<rowCount
    func site(_ isSaid: (Site) -> Bool) -> Bool {
      let isSaid = sites.map(isSaid)
      return rows.contains { isSaid[self.site[$0]] }
    }
    return switch field {
    case .outcome: saysOutcomes
    case .issued: rows.contains { issued[$0] != 0 }
    case .lifted: rows.contains { lifted[$0] != 0 }
    case .birthYear: rows.contains { birthYear[$0] != 0 }
    case .duplicate: duplicates.contains(1)
    case .person: rows.contains { hasPersons($0) && !text(.person, $0).isEmpty }
    case .week: rows.contains { namedPeriod($0).isKnown }
    case .count: rows.contains { isTally($0) }
    case .facility: site { !$0.facility.isEmpty }
    case .city: site { !$0.city.isEmpty }
    case .state: site { !jurisdictions[$0.jurisdiction].state.isEmpty }
    case .county: site { !jurisdictions[$0.jurisdiction].county.isEmpty }
    case .countyFIPS: site { !jurisdictions[$0.jurisdiction].fips.isEmpty }
    case .aor: site { !$0.aor.isEmpty }
    default:
      field.textIndex.map { index in rows.contains { texts[index].codes[$0] != 0 } } ?? false
    }
  }
}
