/// The ages at issue from ten years on to the next: `20-29`.
///
/// Files give the year of birth, so an age is the difference of two years: one too many before the
/// birthday.
struct AgeBand {
  /// What stands for an age that is not known.
  static let unknown = UInt8.max
  /// The ages that are believed.
  static let believed = 0...120

  /// The name of the band; empty where the age is not known.
  let name: String

  /// The band that an age lies in.
  init(_ age: UInt8) {
    let first = Int(age) / 10 * 10
    name = Self.believed.contains(Int(age)) ? "\(first)-\(first + 9)" : ""
  }
}

extension DetainerTable {
  /// The age of each row at its issue, by the years alone; a row without an issue date counts from
  /// the day by which it counts.
  var agesAtIssue: Column<UInt8> {
    let yearOfDay = (0...UInt16.max).map {
      Day(packed: $0).isKnown ? Day(packed: $0).civil.year : 0
    }
    return issued.withUnsafeBufferPointer { issued in
      date.withUnsafeBufferPointer { dates in
        birthYear.withUnsafeBufferPointer { births in
          Column(
            (0..<rowCount).map { row in
              let year = yearOfDay[Int(issued[row] == 0 ? dates[row] : issued[row])]
              let age = year - Int(births[row])
              return year > 0 && births[row] > 0 && AgeBand.believed.contains(age)
                ? UInt8(truncatingIfNeeded: age) : AgeBand.unknown
            })
        }
      }
    }
  }
}
