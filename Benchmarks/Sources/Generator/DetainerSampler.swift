import Glibc

/// Draws detainers one after the other; the same seed gives the same detainers.
struct DetainerSampler {
  let facilities: Facilities
  let charges = Charges()
  let dates: IssueDates
  private let facilityChoice: WeightedChoice
  private let batches: [[(day: Int, odds: Double)]]
  private let rates: DeclineRates
  private let others = LiftReason.Others()
  private let types = DetainerType.Choice()
  private let genders = WeightedChoice([93, 7, 0.03])
  private let threats = WeightedChoice([45, 20, 29])
  private let criminalities: [WeightedChoice]
  private let persons: Int
  private var random: SplitMix64
  private var previous: Detainer?

  /// So many persons per row that two thirds as many persons as rows occur, at 1.3 rows each.
  private static let personsPerRow = 1.56
  private static let repeatedShare = 0.008

  init(
    dates range: ClosedRange<Int>, facilities selection: Facilities.Selection, rows: Int,
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    dates = IssueDates(range)
    facilities = Facilities(selection, earlyShare: dates.earlyShare)
    facilityChoice = WeightedChoice(facilities.all.map(\.weight))
    let batches = Batches(dates, random: &random)
    self.batches = facilities.all.map { batches.days(of: $0.state) }
    let years = Day.fiscalYear(range.lowerBound)...Day.fiscalYear(range.upperBound)
    rates = DeclineRates(facilities, years: years, random: &random)
    // The shares of FY2023 to FY2026; older years are like the first of them.
    criminalities = [[42.5, 54.5, 3], [39.6, 57.5, 2.9], [28.1, 66.5, 5.4], [16.4, 71.2, 12.5]]
      .map { WeightedChoice($0) }
    persons = max(1, Int(Double(rows) * Self.personsPerRow))
    self.random = random
  }

  /// The next detainer, at a facility of the caller's choice or of its own.
  mutating func next(at chosen: Int? = nil) -> Detainer {
    let isRepeat = random.chance(Self.repeatedShare)
    if isRepeat, let previous, previous.person != nil, !previous.isRepeated,
      chosen == nil || chosen == previous.place
    {
      return again(previous)
    }
    let detainer = fresh(at: chosen ?? facilityChoice.draw(&random))
    previous = detainer
    return detainer
  }

  private mutating func fresh(at place: Int) -> Detainer {
    let facility = facilities.all[place]
    var detainer = Detainer()
    detainer.place = place
    detainer.issued = issueDay(facility, place)
    let fiscalYear = Day.fiscalYear(detainer.issued)
    detainer.facility = random.chance(0.000_02) ? nil : place
    if facility.hasPlace {
      detainer.hasCity = !random.chance(0.0014)
      detainer.hasState = !random.chance(0.0014)
      detainer.hasAOR = !random.chance(0.2)
    }
    detainer.type = types.draw(day: detainer.issued, &random)
    end(&detainer, fiscalYear: fiscalYear)
    describe(&detainer, fiscalYear: fiscalYear)
    return detainer
  }

  private mutating func issueDay(_ facility: Facilities.Facility, _ place: Int) -> Int {
    guard facility.hasPlace else { return dates.drawEarly(&random) }
    for batch in batches[place] where random.chance(batch.odds / (1 + batch.odds)) {
      return batch.day
    }
    return dates.draw(&random)
  }

  private mutating func end(_ detainer: inout Detainer, fiscalYear: Int) {
    let last = dates.range.upperBound
    let pending = LiftReason.pendingShare(day: detainer.issued, lastDay: last)
    if random.chance(pending) { return }
    let declines = random.chance(rates.rate(facility: detainer.place, fiscalYear: fiscalYear))
    detainer.liftReason =
      declines ? LiftReason.declined : others.draw(fiscalYear: fiscalYear, &random)
    // A few lift reasons come without their date.
    if random.chance(0.004) { return }
    let mean = random.chance(0.8) ? 20.0 : 300.0
    let delay = Int(-mean * log(1 - random.unit()))
    let age = last - detainer.issued
    // What has ended did so before the release was made.
    detainer.lifted = detainer.issued + (delay <= age ? delay : random.below(age + 1))
  }

  private mutating func describe(_ detainer: inout Detainer, fiscalYear: Int) {
    let criminality = criminalities[min(max(0, fiscalYear - 2023), criminalities.count - 1)]
    detainer.criminality = random.chance(0.002) ? nil : criminality.draw(&random)
    detainer.threat = random.chance(0.06) ? nil : 1 + threats.draw(&random)
    detainer.charge = random.chance(0.7) ? nil : charges.draw(&random)
    detainer.person = random.chance(0.125) ? nil : random.below(persons)
    // What belongs to a person is the same in all of the person's detainers.
    var own = detainer.person.map { SplitMix64(seed: UInt64($0)) } ?? random
    detainer.citizenship = Countries.choice.draw(&own)
    detainer.gender = genders.draw(&own)
    let age = 36 + 10 * Self.normal(&own)
    detainer.birthYear = Day.civil(detainer.issued).year - min(max(Int(age), 14), 95)
    if detainer.person == nil { random = own }
  }

  /// The same request again, on the same day or the day after.
  private mutating func again(_ first: Detainer) -> Detainer {
    var second = first
    second.issued = min(dates.range.upperBound, first.issued + random.below(2))
    second.lifted = first.lifted.map { max($0, second.issued) }
    second.isRepeated = true
    previous = nil
    return second
  }

  /// The sum of twelve even draws, less six: close to a normal number, and no function of a library.
  private static func normal(_ random: inout SplitMix64) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + random.unit() }
  }
}
