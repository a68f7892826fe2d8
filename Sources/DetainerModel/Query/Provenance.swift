/// Where the rows of a listing come from and how their numbers are to be read: what goes out with
/// them, so that a number can be traced and counted again.
public struct Provenance: Hashable, Sendable {
  /// A source that rows come from.
  public struct Source: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How its reports count: published, by issue date or by lift date.
    public let basis: String
    /// The periods of its reports, from the first to the last, in words.
    public let periods: String
    /// The days that it covers, in words; empty where that is not known.
    public let coverage: String
    /// The files that its records are read from, as they are shown.
    public let files: [String]
    /// Where its reports are published.
    public let urls: [String]
  }

  /// One thing that is said, and what it is about.
  public struct Entry: Hashable, Sendable {
    /// What it is about, in a word or two.
    public let label: String
    /// What is said.
    public let text: String
  }

  /// What the rows are, as the name of a table.
  public let name: String
  /// What is counted and by what, in words; empty where nothing is.
  public let measured: String
  /// The title of the data.
  public let title: String
  /// What is counted and how much of it is at hand.
  public let coverage: String
  /// The filter in the filter language; empty where everything is chosen.
  public let filter: String
  /// What else was chosen, such as the options of a command.
  public let choices: [String]
  /// The sources, in the order of the data.
  public let sources: [Source]
  /// The licences of the rows, as far as they are known.
  public let licences: [Licence]
  /// The corrections that speak of what is shown.
  public let corrections: [Correction]
  /// How the numbers are to be read.
  public let caveats: [ReadingNote]
  /// Which numbers are at least; empty where all are exact.
  public let leastWords: String
  /// The program and its version.
  public let program: String
  /// The command line that gives the rows again; empty where there is none.
  public let command: String
  /// The digests of the files as they were read, by the names as they are shown.
  public let hashes: [String: String]

  /// The filter, or that there is none.
  package var filterWords: String { filter.isEmpty ? "none: everything is chosen" : filter }

  /// Everything as labels and texts, in the order to read.
  public var entries: [Entry] {
    var entries: [(String, String)] = [
      ("Rows", name), ("Counted", measured), ("Data", title), ("Coverage", coverage),
      ("Filter", filterWords),
    ]
    entries += choices.map { ("Choice", $0) }
    entries += sources.map { ("Source", $0.sentence(hashes)) }
    entries += licences.map { ("Licence", $0.sentence) }
    entries += [("At least", leastWords)]
    entries += caveats.map { ($0.head, $0.text) }
    entries += corrections.map { ("Correction \($0.id)", $0.sentence) }
    entries += [("Program", program), ("Command", command)]
    return entries.filter { !$0.1.isEmpty }.map { Entry(label: $0, text: $1) }
  }
}

extension Provenance.Source {
  /// All of it on one line.
  fileprivate func sentence(_ hashes: [String: String]) -> String {
    let files = files.map { file in hashes[file].map { "\(file) (\($0))" } ?? file }
    return
      ([name, basis, periods, coverage.isEmpty ? "" : "covers \(coverage)"] + files + urls)
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Licence {
  /// All of it on one line.
  fileprivate var sentence: String {
    [title.isEmpty ? name : title, path].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Correction {
  /// What was said, when, of what, and where it can be read.
  fileprivate var sentence: String {
    let about = weeks.names.joined(separator: ", ")
    let places = jurisdictions.joined(separator: ", ")
    return [kind.description, date, about, places, what, sourceURL].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}
