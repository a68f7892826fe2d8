/// The tables that leave the program, with the columns that the command line promises.
extension Selection {
  /// `list weeks`.
  public func weeksListing(_ rows: [WeekRow]) -> Listing {
    let places = placesWithDecline()
    return Listing(
      columns: [
        .init("week", .date), .init("week_end", .date), .init("days", .integer), .init("source"),
        .init("kind"),
        .init("issued", .integer), .init("resolved", .integer), .init("declined", .integer),
        Measure.mostColumn, .init("listed", .integer), .init("jurisdictions", .integer),
      ],
      rowCount: rows.count
    ) { index in
      let row = rows[index]
      return [
        Value(row.report.period.start.iso), Value(row.report.period.end.iso),
        Value(row.report.period.isKnown ? row.coveredDays : nil), Value(row.report.source),
        Value(row.report.kind.rawValue), Value(row.group.issued), Value(row.group.resolved),
        Value(row.group.declined), Value(row.group.declinedMost), .integer(row.group.listed),
        // Of a release without lift reasons no place is known to have none.
        places[row.group.keys].map { .integer($0) }
          ?? (row.group.hasUnknownOutcomes ? .missing : .integer(0)),
      ]
    }.named("weeks", from: self)
  }

  /// `list jurisdictions`.
  public func jurisdictionsListing(_ rows: [JurisdictionRow]) -> Listing {
    Listing(
      columns: [
        .init("state"), .init("county"), .init("county_fips"), .init("issued", .integer),
        .init("resolved", .integer), .init("declined", .integer), Measure.mostColumn,
        .init("listed", .integer), .init("corrections", .integer),
      ],
      rowCount: rows.count
    ) { index in
      let row = rows[index]
      return [
        Value(row.jurisdiction.state), Value(row.county), Value(row.jurisdiction.fips),
        Value(row.group.issued), Value(row.group.resolved), Value(row.group.declined),
        Value(row.group.declinedMost), .integer(row.group.listed), .integer(row.corrections),
      ]
    }.named("jurisdictions", from: self)
  }

  /// `list detainers`: where each row stands, then the canonical columns.
  public func detainersListing(_ rows: [Int]) -> Listing {
    let fields = DetainerField.allCases.filter { $0 != .week }
    let table = dataset.table
    // Looked up once, and not for each cell of millions of rows.
    let places = fields.map { ($0, $0.textIndex) }
    var listing = Listing(
      columns: [
        .init("week"), .init("source"), .init("file"), .init("row", .integer),
      ] + fields.map { .init($0.rawValue, $0.kind) },
      rowCount: rows.count
    ) { index, buffer in
      let row = rows[index]
      let report = table.reports[table.report[row]]
      buffer.append(report.period.name)
      buffer.append(report.source)
      buffer.append(table.sources[table.source[row]].file)
      buffer.append(.integer(table.line(row)))
      for (field, place) in places { table.add(field, at: place, row, to: &buffer) }
    }.named("detainers", from: self)
    listing.otherOrders = [DetainerOrder.days.name]
    return listing
  }

  /// `count --by`.
  public func countListing(
    _ groups: [Group], keys: [GroupKey], withPersons: Bool = false
  ) -> Listing {
    countListing(
      groups, keys: keys, withPersons: withPersons, showing: withPersons ? .persons : query.measure)
  }

  private func countListing(
    _ groups: [Group], keys: [GroupKey], withPersons: Bool, showing measure: Measure
  ) -> Listing {
    let withState = !keys.contains(.state)
    return Listing(
      columns: keys.map { .init($0.rawValue) } + Measure.columns
        + (withPersons ? Measure.personColumns : []),
      rowCount: groups.count
    ) { index in
      let group = groups[index]
      let persons = [Value(group.persons?.persons), Value(group.persons?.withoutID)]
      return group.keys.map { Value($0.text(withState: withState)) }
        + Measure.cells(of: group) + (withPersons ? persons : [])
    }.named("count", from: self)
      .measuring(measure.title, by: keys)
  }

  /// `count --by`, in the order of a measure or of the column that is asked for.
  ///
  /// - Parameters:
  ///   - keys: what to count by.
  ///   - measure: what to order by.
  ///   - minimum: the least total whose share is ranked with the others.
  ///   - key: the column to sort by; nil for the measure, largest first.
  /// - Throws: a ``NameError`` where there is no such column, and a ``SourceOverlap`` where two
  ///   sources of one week would be added.
  public func countListing(
    by keys: [GroupKey], measure: Measure = .declined, minimum: Int = Measure.usualMinimum,
    sortedBy key: SortKey? = nil
  ) throws -> Listing {
    var order = GroupOrder.measure(measure, minimum: minimum)
    let withPersons = measure == .persons
    let keys = withPersons ? keysOfPersons(keys) : keys
    func found() throws(SourceOverlap) -> [Group] {
      withPersons ? try groupsWithPersons(by: keys) : try self.groups(by: keys)
    }
    if let key {
      let column = try countListing([], keys: keys, withPersons: withPersons)
        .column(named: key.column)
      if column < keys.count {
        order = .key(column)
      } else if let measure = Measure.allCases.first(where: { $0.column.name == key.column }) {
        order = .measure(measure, minimum: minimum)
      } else {
        return try countListing(
          found().ordered(by: order, keys: keys), keys: keys, withPersons: withPersons,
          showing: measure
        ).sorted(by: key)
      }
    }
    let groups = try found()
      .ordered(by: order, keys: keys, isReversed: key?.isReversed ?? false)
    return countListing(groups, keys: keys, withPersons: withPersons, showing: measure)
  }
}

extension DetainerTable {
  /// The value of a canonical column in a row, in the stored form of the data directory.
  public func value(_ field: DetainerField, _ row: Int) -> Value {
    var buffer = RowBuffer()
    add(field, at: field.textIndex, row, to: &buffer)
    return buffer.value(0)
  }

  /// Adds the value of a canonical column in a row, in the stored form of the data directory.
  /// - Parameter place: the place of a text field among the texts.
  func add(_ field: DetainerField, at place: Int?, _ row: Int, to buffer: inout RowBuffer) {
    switch field {
    case .outcome: buffer.append(outcome(row)?.name ?? "")
    case .issued: buffer.append(issued(row))
    case .lifted: buffer.append(lifted(row))
    case .week: buffer.append(report(row).period.name)
    case .facility: buffer.append(sites[site[row]].facility)
    case .city: buffer.append(sites[site[row]].city)
    case .state: buffer.append(jurisdictions[sites[site[row]].jurisdiction].state)
    case .county: buffer.append(jurisdictions[sites[site[row]].jurisdiction].county)
    case .countyFIPS: buffer.append(jurisdictions[sites[site[row]].jurisdiction].fips)
    case .aor: buffer.append(sites[site[row]].aor)
    case .type:
      guard let place else { return buffer.appendMissing() }
      let type = texts[place]
      type.dictionary.withBytes(of: Int(type.codes[row])) { bytes in
        buffer.append(UnsafeRawBufferPointer(rebasing: bytes[..<Self.codeLength(bytes)]))
      }
    case .birthYear: buffer.append(Value(birthYear(row)))
    case .duplicate: buffer.append(isDuplicate(row) ? "true" : "")
    // A record is one detainer and says so by having no count; a tally line says how many it stands
    // for.
    case .count: buffer.append(isTally(row) ? .integer(count(row)) : .missing)
    case .person: buffer.append(text(.person, row))
    default:
      guard let place else { return buffer.appendMissing() }
      let code = Int(texts[place].codes[row])
      guard code > 0 else { return buffer.appendMissing() }
      texts[place].dictionary.withBytes(of: code) { buffer.append($0) }
    }
  }
}

extension Value {
  init(_ text: String) { self = text.isEmpty ? .missing : .text(text) }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .missing }
}
