/// What the words of the data mean, said once for the help and the manual.
public enum Glossary {
  /// The words with their meanings, in the order in which they build on each other.
  public static let words: [(word: String, meaning: String)] =
    detainers + outcomes + reports + places + offences + numbers

  private static let detainers = [
    (
      "detainer",
      "A request by ICE to a law enforcement agency, on form I-247 or one of its successors, to hold a person or to give notice of a release."
    ),
    ("issued", "The detainer was prepared; its date is the issue date."),
    ("lift reason", "Why a detainer ended; its date is the lift date."),
    ("resolved", "A lift reason is recorded: the detainer has ended."),
  ]

  private static let outcomes = [
    (
      "outcome",
      "What became of a detainer: declined, booked, released, pending or other, by its lift reason."
    ),
    (
      "declined",
      "The lift reason is “Detainer Declined by LEA”, or Section II of a published report lists it."
    ),
    ("pending", "No lift reason is recorded, or none yet."),
    ("booked", "The lift reason is “Booked into Detention”."),
    (
      "released",
      "A group of lift reasons, from “Lifted” to “Case Closed”; it does not say that a person walked free."
    ),
    (
      "other", "Any other lift reason, such as “Transferred” or “Died”, or one that no table knows."
    ),
  ]

  private static let reports = [
    (
      "week",
      "Saturday to Friday, named by its Saturday, as in the published reports: 2017-01-28 goes to 3 February."
    ),
    ("report", "What one source says of one period: a week unless it says otherwise."),
    ("published", "Of a report: made and published by ICE, or by another who states its figures."),
    (
      "built",
      "Of a report: counted from released records, by issue date unless the release gives a lift date."
    ),
    ("Section I", "The part of a published report that ranks jurisdictions by detainers issued."),
    ("Section II", "The part of a published report that lists declined detainers."),
    (
      "Section III",
      "The part of a published report that lists policies that restrict cooperation."
    ),
    ("rank", "The place of a jurisdiction in Section I, from the most detainers issued down."),
    ("not ranked", "Section I does not name the jurisdiction, which does not make it 0."),
    ("source", "The file and row that a record came from; every row on the screen has one."),
    (
      "coverage",
      "The span of dates that a source reaches over. A period that it fills only partly is a part."
    ),
    ("tally", "A file in which a line stands for so many detainers that are alike."),
  ]

  private static let places = [
    (
      "jurisdiction",
      "Where the report says that the person was held: a county in one state, a city that it names, or unlocated."
    ),
    ("facility", "The jail that a record names, told from others by name, city and state."),
    ("AOR", "An Area of Responsibility of ICE, one of 25 field offices."),
    (
      "unlocated",
      "Neither the file nor a reference table says which county it is; none is guessed."
    ),
  ]

  private static let offences = [
    (
      "sample crime",
      "The “notable criminal activity” of a published report, or the most serious conviction in a release."
    ),
    (
      "basis",
      "Of a crime: charge, conviction, or not stated. Of a count: the date by which it counts."
    ),
    ("correction", "A published erratum, or a recorded dispute of an entry, with its source."),
    (
      "policy",
      "A row of Section III: how a jurisdiction restricts cooperation, since when, by which criteria."
    ),
  ]

  private static let numbers = [
    (
      "at least", "A count of what the source names; what it does not itemise could make it larger."
    ),
    ("between", "A count that may be nothing, and the most that it could be: 0–2."),
    ("not known", "No source at hand says it, and nothing leaves room for a number."),
    (
      "remainder",
      "What a report states beyond its parts that are named, shown as “(not itemised)”."
    ),
    ("not itemised", "Stated in a total, but in no part that is known."),
    (
      "not attributable",
      "Stated for a place that an erratum takes it from, and for no other; the totals keep it."
    ),
    (
      "share",
      "Declined of a hundred issued, or of a hundred resolved. Published reports have none: their sections count different things."
    ),
    (
      "persons",
      "Different identifiers in the rows shown. One person may have several detainers; rows without an identifier are told beside it."
    ),
    (
      "likely duplicate",
      "A row that the release itself marks as one. Other rows that are equal are different people."
    ),
  ]
}
