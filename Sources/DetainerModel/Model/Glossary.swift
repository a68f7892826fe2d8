/// What the words of the data mean, said once for the help and the manual.
public enum Glossary {
  /// The words with their meanings, in the order in which they build on each other.
  public static let words: [(word: String, meaning: String)] = [
    ("issued", "The detainer was prepared; its date is the issue date."),
    ("lift reason", "Why a detainer ended; its date is the lift date."),
    ("resolved", "A lift reason is recorded: the detainer has ended."),
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
    ("other", "Any other lift reason, as “Transferred” or “Died”, or one that no table knows."),
  ]
}
