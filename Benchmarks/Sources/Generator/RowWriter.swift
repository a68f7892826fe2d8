/// Writes detainers as the rows of one layout.
struct RowWriter {
  /// The most bytes that one row takes.
  static let longestRow = 4096

  private let columns: [Column]
  /// For each column that is drawn from words: their bytes, and how often each occurs.
  private let words: [(texts: FieldTexts, choice: WeightedChoice)?]
  private let blank: StaticString
  private let texts: DetainerTexts
  private let seed: UInt64
  private let lastDay: Int

  init(_ layout: Layout, _ sampler: DetainerSampler, delimiter: UInt8, seed: UInt64) {
    columns = layout.columns
    words = columns.map { column in
      column.words.map { words in
        (FieldTexts(words.map(\.0), delimiter: delimiter), WeightedChoice(words.map(\.1)))
      }
    }
    blank = layout.blank
    texts = DetainerTexts(sampler, delimiter: delimiter)
    self.seed = seed
    lastDay = layout.days.upperBound
  }

  /// Puts one row without its end. `isRepeated` says that the row or its neighbour repeats the other.
  func put(_ detainer: Detainer, isRepeated: Bool, row: Int, into buffer: inout RowBuffer) {
    var random = SplitMix64(seed: SplitMix64.mix(UInt64(row)) ^ seed)
    let departed = random.chance(0.31) ? detainer.issued + random.below(200) : nil
    let shared = Row(number: row, isRepeated: isRepeated, departed: departed)
    for column in columns.indices {
      if column > 0 { buffer.put(buffer.delimiter) }
      put(column, detainer, shared, &random, &buffer)
    }
  }

  /// What the columns of one row share beyond the detainer.
  private struct Row {
    let number: Int
    let isRepeated: Bool
    let departed: Int?
  }

  private func put(
    _ column: Int, _ detainer: Detainer, _ row: Row,
    _ random: inout SplitMix64, _ buffer: inout RowBuffer
  ) {
    switch columns[column].content {
    case .of(let field): put(field, detainer, &buffer)
    case .county(let present):
      put(texts.counties, random.chance(present) ? detainer.place : nil, &buffer)
    case .birthCountry:
      let isBornThere = random.chance(0.98)
      let born = isBornThere ? detainer.citizenship : random.below(texts.countries.count)
      put(texts.countries, born, &buffer)
    case .chargeDate(let before):
      let age = 1 + random.below(before)
      putDay(detainer.charge == nil ? nil : detainer.issued - age, &buffer)
    case .duplicate:
      buffer.put(detainer.person == nil ? blank : row.isRepeated ? "TRUE" : "FALSE")
    case .sheet:
      buffer.put("FY")
      buffer.put(Day.fiscalYear(detainer.issued))
    case .row(let first): buffer.put(row.number + first)
    case .file:
      buffer.put("2026-ICLI-00005_Detainers_FY")
      buffer.put(Day.fiscalYear(detainer.issued) % 100)
      buffer.put("_20260311_Redacted.xlsx")
    case .departurePort:
      let port = drawWord(of: column, &random)
      putWord(row.departed == nil ? nil : port, of: column, &buffer)
    case .departureCountry:
      put(texts.countries, row.departed == nil ? nil : detainer.citizenship, &buffer)
    case .departedDate: putDay(row.departed.map { min($0, lastDay) }, &buffer)
    case .number(let bound, let present):
      putNumber(random.chance(present) ? 1 + random.below(bound) : nil, &buffer)
    case .day(let before, let present):
      let age = random.below(before)
      putDay(random.chance(present) ? detainer.issued - age : nil, &buffer)
    case .words(_, let present):
      putWord(random.chance(present) ? drawWord(of: column, &random) : nil, of: column, &buffer)
    }
  }

  private func put(_ field: Column.Field, _ detainer: Detainer, _ buffer: inout RowBuffer) {
    switch field {
    case .issued: putDay(detainer.issued, &buffer)
    case .lifted: putDay(detainer.lifted, &buffer)
    case .liftReason: put(texts.liftReasons, detainer.liftReason, &buffer)
    case .liftReasonCode: put(texts.liftReasonCodes, detainer.liftReason, &buffer)
    case .facility: put(texts.facilities, detainer.facility, &buffer)
    case .facilityCode: put(texts.facilityCodes, detainer.facility, &buffer)
    case .city: put(texts.cities, detainer.hasCity ? detainer.place : nil, &buffer)
    case .state: put(texts.states, detainer.hasState ? detainer.place : nil, &buffer)
    case .aor: put(texts.aors, detainer.hasAOR ? detainer.place : nil, &buffer)
    case .type: put(texts.types, detainer.type, &buffer)
    case .typeCode: put(texts.typeCodes, detainer.type, &buffer)
    case .criminality: put(texts.criminalities, detainer.criminality, &buffer)
    case .threat: putNumber(detainer.threat, &buffer)
    case .charge: put(texts.charges, detainer.charge, &buffer)
    case .chargeCode: put(texts.chargeCodes, detainer.charge, &buffer)
    case .citizenship: put(texts.countries, detainer.citizenship, &buffer)
    case .gender: put(texts.genders, detainer.gender, &buffer)
    case .birthYear: buffer.put(detainer.birthYear)
    case .person:
      if let person = detainer.person {
        buffer.putPerson(person, seed: seed)
      } else {
        buffer.put(blank)
      }
    }
  }

  private func drawWord(of column: Int, _ random: inout SplitMix64) -> Int? {
    words[column]?.choice.draw(&random)
  }

  private func putWord(_ word: Int?, of column: Int, _ buffer: inout RowBuffer) {
    if let texts = words[column]?.texts { put(texts, word, &buffer) }
  }

  private func putDay(_ day: Int?, _ buffer: inout RowBuffer) {
    put(texts.days, day.map { $0 - texts.firstDay }, &buffer)
  }

  private func put(_ values: FieldTexts, _ index: Int?, _ buffer: inout RowBuffer) {
    if let index, !values[index].isEmpty {
      buffer.put(values, index)
    } else {
      buffer.put(blank)
    }
  }

  private func putNumber(_ number: Int?, _ buffer: inout RowBuffer) {
    if let number { buffer.put(number) } else { buffer.put(blank) }
  }
}
