/// The bytes of every value that a detainer can have.
struct DetainerTexts {
  let firstDay: Int
  let days: FieldTexts
  let liftReasons: FieldTexts
  let liftReasonCodes: FieldTexts
  let facilities: FieldTexts
  let facilityCodes: FieldTexts
  let cities: FieldTexts
  let states: FieldTexts
  let counties: FieldTexts
  let aors: FieldTexts
  let types: FieldTexts
  let typeCodes: FieldTexts
  let criminalities: FieldTexts
  let charges: FieldTexts
  let chargeCodes: FieldTexts
  let countries: FieldTexts
  let genders: FieldTexts

  init(_ sampler: DetainerSampler, delimiter: UInt8) {
    func texts(_ values: some Sequence<String>) -> FieldTexts {
      FieldTexts(values, delimiter: delimiter)
    }
    // Dates of convictions, charges and apprehensions go back before the first issue date.
    firstDay = sampler.dates.range.lowerBound - Self.daysBefore
    days = texts((firstDay...sampler.dates.range.upperBound).map(Day.text))
    liftReasons = texts(LiftReason.texts)
    liftReasonCodes = texts(LiftReason.codes)
    facilities = texts(sampler.facilities.all.map(\.name))
    facilityCodes = texts(sampler.facilities.all.map(\.code))
    cities = texts(sampler.facilities.all.map(\.city))
    states = texts(sampler.facilities.all.map(\.state))
    counties = texts(sampler.facilities.all.map(\.county))
    aors = texts(sampler.facilities.all.map(\.aor))
    types = texts(DetainerType.texts)
    typeCodes = texts(DetainerType.codes)
    criminalities = texts(
      ["1 Convicted Criminal", "2 Pending Criminal Charges", "3 Other Immigration Violator"])
    charges = texts(sampler.charges.texts)
    chargeCodes = texts(sampler.charges.codes)
    countries = texts(Countries.texts)
    genders = texts(["Male", "Female", "Unknown"])
  }

  static let daysBefore = 3_650
}

extension RowBuffer {
  /// The 40 hexadecimal digits that stand for a made-up person; another seed, other digits.
  mutating func putPerson(_ person: Int, seed: UInt64) {
    var random = SplitMix64(seed: SplitMix64.mix(UInt64(person)) ^ seed)
    put(hexadecimal: random.next(), digits: 16)
    put(hexadecimal: random.next(), digits: 16)
    put(hexadecimal: random.next(), digits: 8)
  }
}
