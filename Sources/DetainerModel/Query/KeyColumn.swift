/// A key laid over the rows of a table: the code of each row, and the group that each code falls
/// in.
struct KeyColumn {
  let codes: Codes
  /// The group of each code.
  let groups: [UInt32]
  /// The value of each group.
  let values: [KeyValue]

  /// Lays a key over a table, for the weeks and dates of an event.
  init(_ key: GroupKey, in dataset: Dataset, of event: Event = .end) {
    let table = dataset.table
    switch key {
    case .week:
      self.init(table.report(of: event), table.reports.map { .text($0.week.iso) })
    case .source:
      self.init(table.report, table.reports.map { .text($0.source) })
    case .day, .month, .quarter, .year, .fiscalYear:
      let period = key.period ?? .month
      // One label for each day that occurs; most of the 65,536 days never do.
      var occurs = Array(repeating: false, count: Int(UInt16.max) + 1)
      let dates = table.date(of: event)
      for day in dates { occurs[Int(day)] = true }
      self.init(
        .medium(dates),
        occurs.indices.map { .text(occurs[$0] ? period.label(of: Day(packed: UInt16($0))) : "") })
    case .outcome:
      self.init(.narrow(table.outcome), Outcome.allCases.map { .text($0.name) })
    case .state:
      self.init(table.site, table.sites.map { .text(table.jurisdictions[$0.jurisdiction].state) })
    case .county:
      self.init(
        table.site, table.sites.map { Self.county(table.jurisdictions[$0.jurisdiction]) })
    case .jurisdiction:
      self.init(
        table.site, table.sites.map { .jurisdiction(table.jurisdictions[$0.jurisdiction]) })
    case .aor:
      self.init(table.site, table.sites.map { .text($0.aor) })
    case .facility:
      self.init(
        table.site,
        table.sites.map { Self.facility($0, state: table.jurisdictions[$0.jurisdiction].state) })
    case .type:
      let column = table.column(.type)
      self.init(
        column.codes, column.dictionary.texts.map { .text(DetainerTable.typeCode($0)) })
    case .crime, .citizenship, .basis, .liftReason, .criminality, .threat, .gender:
      let column = table.column(key.field ?? .crime)
      self.init(column.codes, column.dictionary.texts.map { .text($0) })
    }
  }

  private init(_ codes: Codes, _ valueOfCode: [KeyValue]) {
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
    self.values = values
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

  /// Adds this key to the packed group of each row: group × number of values + value.
  func pack(into packed: inout [UInt64]) {
    switch codes {
    case .narrow(let codes): pack(codes, into: &packed)
    case .medium(let codes): pack(codes, into: &packed)
    case .wide(let codes): pack(codes, into: &packed)
    }
  }

  private func pack<Code: FixedWidthInteger>(_ codes: Column<Code>, into packed: inout [UInt64]) {
    let size = UInt64(max(1, values.count))
    groups.withUnsafeBufferPointer { groups in
      codes.withUnsafeBufferPointer { codes in
        packed.withUnsafeMutableBufferPointer { packed in
          for row in codes.indices {
            packed[row] = packed[row] &* size &+ UInt64(groups[Int(codes[row])])
          }
        }
      }
    }
  }
}
