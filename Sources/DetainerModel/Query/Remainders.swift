/// A part of a published report that no county is named for, and that may be of several.
enum Remainder: Hashable, Sendable {
  /// What is stated of the nation beyond the states and places that are named.
  case nation
  /// What is stated of a state beyond the places that are named.
  case state(String)
  /// What is named of a place that may be another's too: a city that overlaps counties, or what
  /// errata have taken from places.
  case place(Jurisdiction)
}

/// How much more than what is named some places may have: each remainder once, however many of the
/// places can have it.
struct Remainders {
  /// The remainders by how large they are.
  private(set) var counts: [Remainder: Int] = [:]
  /// Whether nothing limits them, because the source states no total.
  var isOpen = false

  mutating func add(_ count: Int, _ remainder: Remainder) {
    if count > 0 { counts[remainder] = count }
  }

  mutating func formUnion(_ other: Remainders) {
    counts.merge(other.counts) { first, _ in first }
    isOpen = isOpen || other.isOpen
  }

  /// What they are beyond a least, without those that are part of it.
  func known(atLeast least: Int, without included: Set<Remainder> = []) -> Known {
    let known = counts.reduce(Known(least)) { sum, part in
      included.contains(part.key) ? sum : sum + Known(least: 0, most: part.value)
    }
    return isOpen ? Known(least: least, most: nil) : known
  }
}

/// The declined of one group of a published report while they are counted.
struct PublishedSum {
  /// What is named or stated; nil where nothing is.
  var declined: Int?
  /// What may be of the group beyond that.
  var remainders = Remainders()
  /// The remainders that are counted.
  var included: Set<Remainder> = []
  /// Detainers issued, of Section I.
  var issued: Int?
  /// The detainers at hand in rows.
  var listed = 0
  /// Whether the group is shown for what it may have.
  var isShownForMost = false

  mutating func add(declined: Int?, issued: Int? = nil, listed: Int = 0) {
    if let declined { self.declined = Known.sum(self.declined ?? 0, declined) }
    if let issued { self.issued = Known.sum(self.issued ?? 0, issued) }
    self.listed = Known.sum(self.listed, listed)
  }

  /// What is known of the declined.
  var known: Known { remainders.known(atLeast: declined ?? 0, without: included) }
}

extension PublishedFigures {
  /// What places of one state may have that is not named of them (rules 2 to 4 and 16 of what is
  /// not known).
  func remainders(of candidates: [Jurisdiction], inState state: String) -> Remainders {
    let open = candidates.filter { places[$0]?.exact == nil }
    guard !open.isEmpty else { return Remainders() }
    var remainders = Remainders()
    if states[state] != nil {
      remainders.add(remainder(ofState: state), .state(state))
    } else if total != nil {
      remainders.add(nationalRemainder, .nation)
    } else {
      remainders.isOpen = true
    }
    let hasCounty = open.contains { !$0.fips.isEmpty }
    let hasOther = open.contains { $0.fips.isEmpty && $0.isNamed }
    for (place, figures) in placesByState[state] ?? [] {
      guard let declined = figures.declined else { continue }
      if place.isNotAttributable {
        // Errata took it from the voided places, so it is of others.
        if open.contains(where: { !voided.contains($0.fips) }) {
          remainders.add(declined, .place(place))
        }
      } else if hasOther || hasCounty && place.isNamed && place.fips.isEmpty {
        // A city overlaps the counties of its state (rule 4).
        if open != [place] { remainders.add(declined, .place(place)) }
      }
    }
    return remainders
  }
}
