/// Why a detainer ended, in ICE's words, with how often in which releases.
enum LiftReason {
  static let declined = 0
  static let booked = 1

  /// ICE's code, its words, and the weights among those not declined: to 2014, in FY2015, from 2016 on.
  private static let table: [(code: String, text: String, old: Double, fy15: Double, new: Double)] =
    [
      ("A", "Detainer Declined by LEA", 0, 0, 0),
      ("B", "Booked into Detention", 659_041, 15_877, 71),
      ("C", "Case Closed", 105_147, 503, 4),
      ("D", "Died", 401, 3, 0),
      ("E", "Early Release", 10_711, 61, 0.6),
      ("F", "Lifted - Lack of Funds", 666, 10, 0),
      ("L", "Lifted", 167_874, 3_773, 0),
      ("M", "Lifted - Lack of Space", 366, 8, 0),
      ("N", "Alien Not Subject to Deportation", 1_846, 180, 0),
      ("P", "Prosecutorial Discretion", 1_931, 520, 4),
      ("T", "Transferred", 17_988, 299, 0),
      ("U", "United States Citizen Interviewed", 693, 55, 0),
      ("G", "No longer in State, Local, or Federal Custody", 0, 0, 11),
      ("H", "Not Amenable to Removal", 0, 0, 0.8),
      ("I", "Noncitizen Not Amenable to Removal", 0, 0, 1.6),
      ("J", "USC or Presumptive Claim to US Citizenship", 0, 0, 0.4),
      ("K", "Judicial Review", 0, 0, 0.3),
      ("O", "Duplicate", 0, 0, 1.5),
      ("S", "Superseding - New Form Issued", 0, 0, 2.4),
      ("R", "ICE Temporary Resource Constraint", 0, 0, 1.2),
      ("Q", "Insufficient Notice to ICE", 0, 0, 1.2),
    ]

  static let texts = table.map(\.text)
  static let codes = table.map(\.code)

  /// Draws a reason other than declined.
  struct Others {
    private let old = WeightedChoice(table.map(\.old))
    private let fy15 = WeightedChoice(table.map(\.fy15))
    private let new = WeightedChoice(table.map(\.new))

    func draw(fiscalYear: Int, _ random: inout SplitMix64) -> Int {
      switch fiscalYear {
      case ..<2015: old.draw(&random)
      case 2015: fy15.draw(&random)
      default: new.draw(&random)
      }
    }
  }

  /// The share of detainers without a lift reason; it is higher in the last weeks of a release.
  static func pendingShare(day: Int, lastDay: Int) -> Double {
    let settled: Double =
      switch Day.fiscalYear(day) {
      case ..<2015: 0.43
      case 2015: 0.66
      case ..<2023: 0.42
      default: 0.34
      }
    let late = 60
    let age = lastDay - day
    return age >= late ? settled : 0.9 - (0.9 - settled) * Double(age) / Double(late)
  }
}
