/// A key laid over the rows of a table: the code of each row, and the group that each code falls
/// in.
struct KeyColumn: Sendable {
  let codes: Codes
  /// The codes by which rows count as issued.
  let issueCodes: Codes
  /// The group of each code.
  let groups: [UInt32]
  /// The value of each group.
  let values: [KeyValue]

  /// Lays a key over a table.
  init(_ key: GroupKey, over table: DetainerTable) {
    switch key {
    case .week:
      self.init(
        table.report, issue: table.report(of: .issue),
        table.reports.map { .text($0.period.name) })
    case .source:
      self.init(table.report, table.reports.map { .text($0.source) })
    case .day, .month, .quarter, .year, .fiscalYear:
      let period = key.length ?? .month
      // One label for each day that occurs; most of the 65,536 days never do.
      let days = [table.date(of: .end)] + (table.issueDate.map { [$0] } ?? [])
      let occurs = Self.daysThatOccur(days)
      let values: [KeyValue] = occurs.indices.map {
        .text(occurs[$0] ? period.label(of: Day(packed: UInt16($0))) : "")
      }
      self.init(
        table.days(of: .end, by: period), issue: table.days(of: .issue, by: period),
        values + [.notItemised(state: "")])
    case .outcome:
      self.init(.narrow(table.outcome), Outcome.allCases.map { .text($0.name) } + [.text("")])
    case .state: self.init(sitesOf: table) { .text($0.state) }
    case .county: self.init(sitesOf: table, Self.county)
    case .jurisdiction:
      // Each is another one, so that none need be told apart.
      self.init(
        sitesOf: table, table.jurisdictions.map { .jurisdiction($0) },
        table.jurisdictions.indices.map { UInt32($0) })
    case .aor:
      self.init(table.site, table.sites.map { .text($0.aor) })
    case .facility:
      self.init(
        table.site,
        table.sites.map { Self.facility($0, state: table.jurisdictions[$0.jurisdiction].state) })
    case .city:
      self.init(
        table.site,
        table.sites.map {
          $0.city.isEmpty
            ? .text("")
            : .city(name: $0.city, state: table.jurisdictions[$0.jurisdiction].state)
        })
    case .age:
      self.init(.narrow(table.agesAtIssue), (UInt8.min...UInt8.max).map { .text(AgeBand($0).name) })
    case .type:
      let column = table.column(.type)
      self.init(
        column.codes, column.dictionary.texts.map { .text(DetainerTable.typeCode($0)) })
    default:
      let column = key.field.map { table.column($0) } ?? TextColumn()
      self.init(column.codes, column.dictionary.texts.map { .text($0) })
    }
  }

  private init(_ codes: Codes, issue: Codes? = nil, _ valueOfCode: [KeyValue]) {
    var numbers: [KeyValue: UInt32] = [:]
    var values: [KeyValue] = []
    groups = valueOfCode.map { value in
      if let number = numbers[value] { return number }
      let number = UInt32(values.count)
      numbers[value] = number
      values.append(value)
      return number
    }
    self.codes = codes
    issueCodes = issue ?? codes
    self.values = values
  }

  /// Lays what a jurisdiction is over its sites, of which there are many: values are told apart once
  /// for each jurisdiction.
  private init(sitesOf table: DetainerTable, _ value: (Jurisdiction) -> KeyValue) {
    let places = KeyColumn(table.site, table.jurisdictions.map(value))
    self.init(sitesOf: table, places.values, places.groups)
  }

  /// Lays values over the sites, given the value of each jurisdiction by its number.
  private init(
    sitesOf table: DetainerTable, _ valuesOfPlaces: [KeyValue], _ valueOfPlace: [UInt32]
  ) {
    // Groups are numbered as they come, so that none is without a site.
    var numbers = Array(repeating: UInt32.max, count: valuesOfPlaces.count)
    var values: [KeyValue] = []
    groups = table.sites.map { site in
      let place = Int(valueOfPlace[site.jurisdiction])
      if numbers[place] == .max {
        numbers[place] = UInt32(values.count)
        values.append(valuesOfPlaces[place])
      }
      return numbers[place]
    }
    codes = table.site
    issueCodes = codes
    self.values = values
  }

  private static func daysThatOccur(_ columns: [Column<UInt16>]) -> [Bool] {
    var occurs = Array(repeating: false, count: Int(UInt16.max) + 1)
    occurs.withUnsafeMutableBufferPointer { occurs in
      for days in columns {
        days.withUnsafeBufferPointer { for day in $0 { occurs[Int(day)] = true } }
      }
    }
    return occurs
  }

  /// Unlocated records are one group whatever their state.
  static func county(_ place: Jurisdiction) -> KeyValue {
    place.isUnlocated ? .text("") : .jurisdiction(place)
  }

  static func facility(_ site: Site, state: String) -> KeyValue {
    site.facility.isEmpty
      ? .text("")
      : .facility(Facility(name: site.facility, city: site.city, state: state))
  }

  /// The value in a row.
  func value(_ row: Int) -> KeyValue { values[Int(groups[codes[row]])] }

  /// The codes by which rows count for an event.
  func codes(of event: Event) -> Codes { event == .issue ? issueCodes : codes }
}

extension Dataset {
  /// Keys laid over the table.
  func keyColumns(_ keys: [GroupKey]) -> [KeyColumn] {
    keys.map { key in cache.key(key) { KeyColumn(key, over: table) } }
  }
}

extension DetainerTable {
  /// The days by which rows count, as codes of a key of time; one code more stands for the rows of
  /// reports that reach over several of its periods.
  fileprivate func days(of event: Event, by length: Period.Length) -> Codes {
    let days = date(of: event)
    let straddling = reports.map { $0.period.isKnown && length.label(of: $0.period) == nil }
    guard straddling.contains(true) else { return .medium(days) }
    let report = report(of: event)
    let codes = (0..<rowCount).map { row in
      straddling[report[row]] ? UInt32(UInt16.max) + 1 : UInt32(days[row])
    }
    return GrowingCodes(codes).column
  }
}
