import ArgumentParser
import Browser
import DetainerFormats
import DetainerModel
import Text

/// `ddor validate`: the health of the data.
struct ValidateCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", _superCommandName: Ddor.name,
    abstract: "Check data and say what is missing, doubtful or wrong in it.",
    usage: "ddor validate [PATH ...] [--format FORMAT] [-o FILE]",
    discussion: """
      Reads a data directory or release files and never changes them. Prints a report to read; \
      with --format or -o the findings as rows of severity, code, file, row, column and message. \
      Ends with 1 if there is an error, else with 0.

      EXAMPLES:
        ddor validate
        ddor validate releases/fy2015.csv.gz
        ddor validate DIRECTORY --format json
        ddor validate DIRECTORY -o findings.csv

      FINDINGS:
      \(codes)
      """)

  @Argument(
    help: ArgumentHelp(
      "A data directory, or release files; $DDOR_DATA or the sample data when none is given.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var caching: CacheOptions
  @OptionGroup var output: OutputOptions

  /// How many rows a list of the report shows.
  private static let limit = 10
  /// The columns of the report, which is read on terminals of all widths and in files.
  private static let width = 80

  /// Prints the health of the data.
  func run() throws {
    let isReport = output.format == nil && output.output == nil
    if !isReport { _ = try output.chosenForm() }
    let paths = try DefaultData.paths(orGiven: self.paths)
    let (health, data) = health(of: paths)
    if isReport, output.order == nil, output.limit == nil {
      try printReport(health, of: paths)
    } else {
      let listing = health.listing
      try output.write(listing.sorted(by: output.order), of: data.map { [$0] } ?? [])
    }
    try data?.keep()
    if health.hasErrors { throw ExitCode(1) }
  }

  /// Reads what can be read of the paths; what cannot is a finding like others.
  private func health(of paths: [String]) -> (Health, LoadedData?) {
    do throws(LoadError) {
      let data = try LoadedData(paths, snapshots: caching.snapshots)
      var dataset = data.dataset
      dataset.diagnostics += data.differingHashes
      return (Health(of: dataset), data)
    } catch {
      var findings: [Diagnostic] = []
      var readable: [String] = []
      for path in paths {
        do throws(LoadError) {
          _ = try LoadedData([path], snapshots: nil)
          readable.append(path)
        } catch { findings += Self.findings(of: error, path: path) }
      }
      guard !readable.isEmpty, readable.count < paths.count,
        var dataset = try? LoadedData(readable, snapshots: nil).dataset
      else { return (Health(findings: findings), nil) }
      dataset.diagnostics = findings + dataset.diagnostics
      return (Health(of: dataset), nil)
    }
  }

  private static func findings(of error: LoadError, path: String) -> [Diagnostic] {
    if error.findings.contains(where: { $0.severity == .error }) { return error.findings }
    return [Diagnostic(.unreadablePath, file: harmless(path), error.description)]
      + error.findings
  }

  private func printReport(_ health: Health, of paths: [String]) throws(WriteError) {
    let names = paths.map { Loader.isStandardInput($0) ? "standard input" : $0 }
    let title = "Data health of \(firstNames(names)): \(HealthPage.verdict(health))"
    var sink = FileSink.standardOutput
    try sink.write(harmless(title) + "\n\n")
    let lines = HealthPage.lines(of: health, width: Self.width, limit: Self.limit)
    // The last section ends without the empty line that separates it from another.
    for line in lines.dropLast() { try sink.write(harmless(line.text) + "\n") }
    try sink.flush()
  }

  /// The table of codes, as it stands in the help.
  private static var codes: String {
    FindingCode.allCases.map { code in
      "  \(code.severity.rawValue) \(code.rawValue)\n    \(code.meaning)"
    }.joined(separator: "\n")
  }

  func head(in dataset: Dataset) throws -> Listing { Health(findings: []).listing }
}
