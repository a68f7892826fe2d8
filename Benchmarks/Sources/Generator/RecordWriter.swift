/// The 16 columns of a record file, under the canonical names.
struct RecordWriter: RowWriter {
  static let longestRow = 1024
  static let columns = [
    "issued", "lifted", "lift_reason", "facility", "facility_code", "city", "state", "aor", "type",
    "criminality", "threat", "crime", "citizenship", "gender", "birth_year", "person",
  ]

  let header: String
  private let texts: DetainerTexts
  private let hasLiftDates: Bool
  private let seed: UInt64

  init(_ sampler: DetainerSampler, hasLiftDates: Bool, delimiter: UInt8, seed: UInt64) {
    texts = DetainerTexts(sampler, delimiter: delimiter)
    self.hasLiftDates = hasLiftDates
    self.seed = seed
    let names = Self.columns.filter { hasLiftDates || $0 != "lifted" }
    header = names.joined(separator: String(UnicodeScalar(delimiter)))
  }

  func put(_ detainer: Detainer, isRepeated: Bool, row: Int, into buffer: inout RowBuffer) {
    let next = buffer.delimiter
    buffer.put(texts.days, detainer.issued - texts.firstDay)
    buffer.put(next)
    if hasLiftDates {
      if let lifted = detainer.lifted { buffer.put(texts.days, lifted - texts.firstDay) }
      buffer.put(next)
    }
    if let reason = detainer.liftReason { buffer.put(texts.liftReasons, reason) }
    buffer.put(next)
    if let facility = detainer.facility { buffer.put(texts.facilities, facility) }
    buffer.put(next)
    if let facility = detainer.facility { buffer.put(texts.facilityCodes, facility) }
    buffer.put(next)
    if detainer.hasCity { buffer.put(texts.cities, detainer.place) }
    buffer.put(next)
    if detainer.hasState { buffer.put(texts.states, detainer.place) }
    buffer.put(next)
    if detainer.hasAOR { buffer.put(texts.aors, detainer.place) }
    buffer.put(next)
    if let type = detainer.type { buffer.put(texts.types, type) }
    buffer.put(next)
    if let criminality = detainer.criminality { buffer.put(texts.criminalities, criminality) }
    buffer.put(next)
    if let threat = detainer.threat { buffer.put(threat) }
    buffer.put(next)
    if let charge = detainer.charge { buffer.put(texts.charges, charge) }
    buffer.put(next)
    buffer.put(texts.countries, detainer.citizenship)
    buffer.put(next)
    buffer.put(texts.genders, detainer.gender)
    buffer.put(next)
    buffer.put(detainer.birthYear)
    buffer.put(next)
    if let person = detainer.person { buffer.putPerson(person, seed: seed) }
  }
}
