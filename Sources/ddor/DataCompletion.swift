import ArgumentParser
import DetainerFormats
import DetainerModel
import Glibc

/// What the shell offers for values that the data knows: read from the data that the line names,
/// for as long as someone waits for a key.
enum DataCompletion {
  static let keys = list { _ in GroupKey.names }
  static let states = list { places(in: $0).map(\.state).sorted() }
  static let counties = list { places(in: $0).map(\.county).sorted() }
  static let weeks = list { dataset in
    dataset.orderedReports.map { dataset.table.reports[$0].period }.filter(\.isKnown).map(\.name)
  }
  static let sources = list { $0.table.reports.map(\.source) }

  /// How long the data may take to be read.
  private static let patience = Duration.seconds(2)

  /// The columns of the rows that the line prints; of some that it prints is known only with data.
  static let columns = list { dataset, words in
    head(of: words, in: dataset)?.columns.map(\.name) ?? []
  }
  /// What these rows can be sorted by, up or down.
  static let orders = list { dataset, words in
    (head(of: words, in: dataset)?.orders ?? []).flatMap { [$0, "-" + $0] }
  }

  private static func head(of words: [String], in dataset: Dataset) -> Listing? {
    let command = (try? Ddor.parseAsRoot(words)) as? any RowCommand
    return try? command?.head(in: dataset)
  }

  private static func list(_ values: @escaping @Sendable (Dataset) -> [String]) -> CompletionKind {
    list { dataset, _ in values(dataset) }
  }

  /// Values with commas between them, of which the last is completed.
  /// - Parameter values: gives them all, of the data and the line without the option.
  private static func list(
    _ values: @escaping @Sendable (Dataset, [String]) -> [String]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      guard let dataset = dataset(named: words, except: index) else { return [] }
      // The shell passes quotes and backslashes as they were typed.
      let typed = prefix.filter { !"\"'\\".contains($0) }
      let comma = typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex
      let (before, word) = (typed[..<comma], typed[comma...])
      // Shells compare letter by letter, commands do not.
      let isLower = !word.isEmpty && word == word.lowercased()
      var seen: Set<String> = []
      let line = words.indices.dropFirst().filter { $0 != index && $0 != index - 1 }
      return values(dataset, line.map { words[$0] })
        .filter { !$0.isEmpty && seen.insert($0).inserted }
        .map { isLower ? $0.lowercased() : $0 }
        .filter { $0.hasPrefix(word) }.map { before + $0 }
    }
  }

  private static func places(in dataset: Dataset) -> [Jurisdiction] {
    dataset.table.jurisdictions.filter { $0.isNamed && !$0.state.isEmpty }
  }

  /// Reads the data that the words of the line name, else what is opened without a name.
  private static func dataset(named words: [String], except index: Int) -> Dataset? {
    // A folder may have the name of what is listed.
    let spoken = Set(ListingName.allCases.map(\.rawValue) + StartCommand.subcommands)
    // What follows an option is its value; a path there would be one that is written.
    let paths = words.indices.dropFirst().filter { place in
      place != index && !spoken.contains(words[place]) && !words[place - 1].hasPrefix("-")
        && access(words[place], R_OK) == 0
        && !DataCompletion.isPipe(words[place])
    }.map { words[$0] }
    guard let opened = try? DefaultData.paths(orGiven: paths),
      var loader = try? Loader(opened, snapshots: DefaultData.snapshots)
    else { return nil }
    let start = ContinuousClock.now
    try? loader.finish { _ in ContinuousClock.now - start < patience }
    return loader.dataset
  }

  /// What a pipe holds is for the command, not for its completion.
  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }
}
