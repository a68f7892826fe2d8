import ArgumentParser
import DetainerFormats
import DetainerModel
import Glibc
import Text

/// `ddor diff`: two releases held against each other, row by row.
struct DiffCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: Ddor.name,
    abstract: "Tell what one release says otherwise than another about the days that both cover.",
    discussion: """
      A release is a file or a directory of released records, or the name of a source in the data \
      at PATH, as “ddor list weeks” shows it. Only days of issue that both cover are compared; how \
      many detainers lie on others is told.

      Rows are compared by what their own columns say, those that both releases have: equal rows \
      are different people, so each is found once. Counties that the reader found, files and row \
      numbers make no difference. What is left over is new or gone, or changed:

        identifier      the identifier of a person finds it again, where both releases
                        have the same ones: at least half of them on the same day
        columns         one row of its day and facility is alike in all columns but one,
                        or in all but lift reason and lift date
        one of several  the same, but other rows could be meant as well

      Without --by prints a row for each record that differs: status (changed, new, gone), the \
      columns that changed, what either release says in them, how it was found again, files and \
      rows, and its columns. With --by prints counts: all before and after, alike, new, gone, \
      changed, and moved in or out of the group by a change. Terms of a filter choose what is \
      printed, by either side; never what is compared.

      EXAMPLES:
        ddor diff fy2015-may.csv fy2015-july.csv.gz
        ddor diff old.xlsx new.parquet --by lift_reason
        ddor diff may july releases --by state --filter type:I247A
        ddor diff old.csv new.csv --limit 20 --format table
      """)

  @Argument(help: "The release before.", completion: .file())
  var before: String

  @Argument(help: "The release after.", completion: .file())
  var after: String

  @Option(
    help: ArgumentHelp(
      "Count by keys in place of printing rows; several with commas.",
      valueName: "key[,key...]"),
    completion: DataCompletion.keys)
  var by: [String] = []

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  var paths: [String] { [before, after] + selection.paths }

  /// Checks what needs no data.
  func validate() throws {
    if try GroupKey.keys(ofOption: by).contains(.source) {
      throw ValidationError("--by, \(DiffError.keyOfRelease(.source))")
    }
  }

  /// Prints the rows or the counts.
  func run() throws {
    _ = try output.chosenForm()
    let keys = try GroupKey.keys(ofOption: by)
    let query = selection.query(try selection.parsedFilter())
    if query.filter.terms.contains(where: { $0.field == .source }) {
      throw ValidationError(
        "A release is not chosen by a term on source; name it in place of a file.")
    }
    let (before, after, data) = try releases()
    for data in data { _ = try selection.select(in: data.dataset) }
    let diff = try ReleaseDiff(before, after)
    let rows = try diff.rows(query)
    let listing =
      try keys.isEmpty ? diff.listing(rows) : diff.listing(diff.groups(by: keys, query), keys: keys)
    let sorted = try listing.sorted(by: output.order)
    let sentences = diff.sentences(of: rows, try diff.total(query))
    try answer(data[...]) {
      try output.write(
        sorted, of: data, from: data.map { try selection.select(in: $0.dataset) })
      sentences.forEach(complain)
    }
  }

  /// Answers once for all data that was read.
  private func answer(_ data: ArraySlice<LoadedData>, _ give: () throws -> Void) throws {
    guard let first = data.first else { return try give() }
    try first.answer { try answer(data.dropFirst(), give) }
  }

  /// Finds both releases, and the data in which they are, each once.
  private func releases() throws -> (ReleaseSide, ReleaseSide, [LoadedData]) {
    let areFiles = [before, after].map { (path: String) in
      access(path, F_OK) == 0 || Loader.isStandardInput(path)
    }
    if areFiles == [true, true], let path = selection.paths.first {
      throw CommandError.badRelease(
        path, reason: "two releases are compared, and both are files; leave this one out.")
    }
    var data: [(path: String?, data: LoadedData)] = []
    func side(_ text: String, isFile: Bool) throws -> ReleaseSide {
      let path = isFile ? text : nil
      let known = data.first { $0.path == path }?.data
      let found =
        try known
        ?? (isFile
          ? LoadedData([text], snapshots: selection.caching.snapshots) : LoadedData(selection))
      if known == nil { data.append((path, found)) }
      let names = found.dataset.releaseNames
      guard !isFile else { return try ReleaseSide(found.dataset, sources: Set(names), name: text) }
      guard names.contains(text) else {
        let error = NameError(
          text, "there is no such file, and no release of this name in the data", among: names)
        throw CommandError.badRelease(text, reason: error.reason)
      }
      return try ReleaseSide(found.dataset, sources: [text], name: text)
    }
    let first = try side(before, isFile: areFiles[0])
    return (first, try side(after, isFile: areFiles[1]), data.map(\.data))
  }

  func head(in dataset: Dataset) throws -> Listing {
    Listing(columns: ReleaseDiff.columns(by: try GroupKey.keys(ofOption: by)), rows: [])
  }
}
