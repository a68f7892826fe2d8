/// The 65 columns of the Deportation Data Project, the first without a name, and NA for nothing.
struct DDPWriter: RowWriter {
  static let longestRow = 4096

  let header: String
  private let texts: DetainerTexts
  private let columns: [DDPColumn]
  private let seed: UInt64
  private let delimiter: UInt8
  private let lastDay: Int

  init(_ sampler: DetainerSampler, delimiter: UInt8, seed: UInt64) {
    texts = DetainerTexts(sampler, delimiter: delimiter)
    columns = DDPColumn.all(delimiter: delimiter)
    self.seed = seed
    self.delimiter = delimiter
    lastDay = sampler.dates.range.upperBound
    header =
      ([#""""#] + columns.map(\.name)).joined(separator: String(UnicodeScalar(delimiter)))
  }

  func put(_ detainer: Detainer, isRepeated: Bool, row: Int, into buffer: inout RowBuffer) {
    // The columns that no other kind of file has are drawn by the row's number.
    var random = SplitMix64(seed: SplitMix64.mix(UInt64(row)) ^ seed)
    let departed = random.chance(0.31) ? detainer.issued + random.below(200) : nil
    buffer.put(row + 1)
    for column in columns {
      buffer.put(delimiter)
      put(column.content, detainer, Row(row, isRepeated, departed), &random, &buffer)
    }
  }

  /// What the columns of one row share beyond the detainer.
  private struct Row {
    let number: Int
    let isRepeated: Bool
    let departed: Int?

    init(_ number: Int, _ isRepeated: Bool, _ departed: Int?) {
      self.number = number
      self.isRepeated = isRepeated
      self.departed = departed
    }
  }

  private func put(
    _ content: DDPColumn.Content, _ detainer: Detainer, _ row: Row,
    _ random: inout SplitMix64, _ buffer: inout RowBuffer
  ) {
    switch content {
    case .issued: buffer.put(texts.days, detainer.issued - texts.firstDay)
    case .state: put(texts.states, detainer.hasState ? detainer.place : nil, &buffer)
    case .aor: put(texts.aors, detainer.hasAOR ? detainer.place : nil, &buffer)
    case .criminality: put(texts.criminalities, detainer.criminality, &buffer)
    case .facility: put(texts.facilities, detainer.facility, &buffer)
    case .facilityCode: put(texts.facilityCodes, detainer.facility, &buffer)
    case .city: put(texts.cities, detainer.hasCity ? detainer.place : nil, &buffer)
    case .threat: putNumber(detainer.threat, &buffer)
    case .gender: put(texts.genders, detainer.gender, &buffer)
    case .citizenship: put(texts.countries, detainer.citizenship, &buffer)
    case .birthCountry:
      let isBornThere = random.chance(0.98)
      let born = isBornThere ? detainer.citizenship : random.below(texts.countries.count)
      put(texts.countries, born, &buffer)
    case .birthYear: buffer.put(detainer.birthYear)
    case .charge: put(texts.charges, detainer.charge, &buffer)
    case .chargeCode: put(texts.chargeCodes, detainer.charge, &buffer)
    case .chargeDate(let before):
      let age = 1 + random.below(before)
      let day = detainer.charge == nil ? nil : detainer.issued - age - texts.firstDay
      put(texts.days, day, &buffer)
    case .liftReason: put(texts.liftReasons, detainer.liftReason, &buffer)
    case .liftReasonCode: put(texts.liftReasonCodes, detainer.liftReason, &buffer)
    case .type: put(texts.types, detainer.type, &buffer)
    case .person:
      if let person = detainer.person {
        buffer.putPerson(person, seed: seed)
      } else {
        buffer.put("NA")
      }
    case .duplicate:
      buffer.put(detainer.person == nil ? "NA" : row.isRepeated ? "TRUE" : "FALSE")
    case .sheet:
      buffer.put("FY")
      buffer.put(Day.fiscalYear(detainer.issued))
    case .row: buffer.put(row.number + 8)
    case .file:
      buffer.put("2026-ICLI-00005_Detainers_FY")
      buffer.put(Day.fiscalYear(detainer.issued) % 100)
      buffer.put("_20260311_Redacted.xlsx")
    case .departurePort(let ports, let choice):
      let port = choice.draw(&random)
      put(ports, row.departed == nil ? nil : port, &buffer)
    case .departureCountry:
      put(texts.countries, row.departed == nil ? nil : detainer.citizenship, &buffer)
    case .departedDate:
      let day = row.departed.map { min($0, lastDay) - texts.firstDay }
      put(texts.days, day, &buffer)
    case .number(let bound, let present):
      putNumber(random.chance(present) ? 1 + random.below(bound) : nil, &buffer)
    case .day(let before, let present):
      let age = random.below(before)
      let day = random.chance(present) ? detainer.issued - age - texts.firstDay : nil
      put(texts.days, day, &buffer)
    case .choice(let values, let choice, let present):
      put(values, random.chance(present) ? choice.draw(&random) : nil, &buffer)
    }
  }

  private func put(_ values: FieldTexts, _ index: Int?, _ buffer: inout RowBuffer) {
    if let index, !values[index].isEmpty {
      buffer.put(values, index)
    } else {
      buffer.put("NA")
    }
  }

  private func putNumber(_ number: Int?, _ buffer: inout RowBuffer) {
    if let number { buffer.put(number) } else { buffer.put("NA") }
  }
}
