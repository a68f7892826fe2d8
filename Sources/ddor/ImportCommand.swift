import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor import`: releases and rows of published reports, added to a data directory.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: Ddor.name,
    abstract: "Add releases, or rows of a published report, to a data directory.",
    usage: """
      ddor import FILE|- ... --into DIR [--name NAME] [--split fiscal-year] [--gzip] [--force]
      ddor import --published WEEK ROWS.csv --into DIR [--name SOURCE] [--force]
      ddor import --template published
      """,
    discussion: """
      Reads releases of every kind that ddor opens, and writes them as canonical CSV files under \
      DIR/detainers, with states, counties and Areas of Responsibility by their codes and dates as \
      2017-01-28. datapackage.json is made, or gets one more resource; all else in it stays as it \
      is. Reading the directory gives the counts, places and rows that reading the release gives. \
      Not kept are columns without a place among those of ddor, the row numbers of the release, \
      and what dates said that could not be read. What comes through a pipe, “-” or <(…), needs \
      --name. The same file a second time changes nothing. \
      Everything is written, or nothing, also when the import is interrupted.

      With --published the rows of Section II of the report of that week are checked and become a \
      further file of the report. No row is added if one cannot be read, or if the report, a state \
      or a jurisdiction would list more than it states (--force adds them all the same). Equal \
      rows are different people: they are added and counted. --template published prints the \
      header:

      \(PublishedImport.columns.map(\.helpLine).joined(separator: "\n"))

      EXAMPLES:
        ddor import fy2015.csv.gz --into data
        ddor import FY14.csv FY15.csv --into data --name foia --split fiscal-year
        unzip -p releases.zip fy2016.csv | ddor import - --name fy2016 --into data
        ddor import --template published > rows.csv
        ddor import --published 2017-02-11 rows.csv --into data
      """)

  @Argument(
    help: ArgumentHelp("Release files, or one file of rows.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp("The data directory; it is made where it is missing.", valueName: "dir"),
    completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp(
      "The name of the source; several files become one release under it "
        + "(default: the name of each file).",
      valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Write a file for each federal fiscal year, which begins in October.",
      valueName: "fiscal-year"))
  var split: Splitting?

  @Flag(help: "Pack the files with gzip.")
  var gzip = false

  @Flag(help: "Replace the source of that name, or list more than a report states.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Add rows to the published report of the week that a day lies in.", valueName: "week"))
  var published: String?

  @Option(help: ArgumentHelp("Print the header of such rows.", valueName: "published"))
  var template: Template?

  /// How files are split.
  enum Splitting: String, ExpressibleByArgument, CaseIterable {
    case fiscalYear = "fiscal-year"
  }

  /// What there is a template of.
  enum Template: String, ExpressibleByArgument, CaseIterable {
    case published
  }

  /// Checks what needs no data.
  func validate() throws {
    if template != nil {
      guard files.isEmpty, into == nil, published == nil else {
        throw ValidationError("--template prints a header and nothing else; leave the rest out.")
      }
      return
    }
    if files.isEmpty { throw ValidationError("No file is named; name what to import.") }
    if into == nil {
      throw ValidationError("No data directory is named; say where to with --into DIR.")
    }
    guard let published else { return }
    if Period(ofReportNamed: published) == nil {
      throw ValidationError(
        "--published, “\(published)”: name a day of the week, as 2017-02-11, or a longer period, as 2025."
      )
    }
    if files.count != 1 {
      throw ValidationError("--published takes one file of rows; import them one by one.")
    }
    if split != nil || gzip {
      throw ValidationError("--split and --gzip are for releases; leave them out with --published.")
    }
  }

  /// Imports, or prints the template.
  func run() throws {
    if template != nil { return try say(PublishedImport.template) }
    guard let into else { return }
    if let published, let period = Period(ofReportNamed: published), let file = files.first {
      var task = PublishedImport(file: file, period: period, directory: into, source: name)
      task.mayExceedTotals = force
      let summary = try task.run()
      try say(summary.sentences(directory: into).joined(separator: "\n"))
    } else {
      var task = ReleaseImport(files: files, directory: into, name: name)
      task.splitsByFiscalYear = split == .fiscalYear
      task.packs = gzip
      task.replaces = force
      let summaries = try importing(task)
      try say(summaries.flatMap { $0.sentences(directory: into) }.joined(separator: "\n"))
    }
  }

  /// Runs the import with its progress on a terminal, and ends it when the user says so.
  private func importing(_ task: ReleaseImport) throws -> [ReleaseSummary] {
    let line = ProgressLine()
    do throws(ImportError) {
      // Whoever sends no end of a pipe waits for nothing that could be half done.
      try task.readPipes { line.show("Reading what is piped", bytes: $0) }
      Interruption.watch()
      let summaries = try task.run { progress in
        line.show(progress)
        return Interruption.signal == nil
      }
      line.clear()
      return summaries
    } catch {
      line.clear()
      throw error
    }
  }
}

extension DetainerField {
  /// What the column of a published row holds, for the help.
  fileprivate var helpLine: String {
    let text: String =
      switch self {
      case .issued: "Date on which the detainer was issued."
      case .lifted: "Date on which the report says it was declined."
      case .facility: "The agency or jail, as the report names it."
      case .state: "The state, by code or name; never empty."
      case .county: "The county, or the place as figures.csv names it."
      case .countyFIPS: "The county's FIPS code; found by its name where it is empty."
      case .crime: "The notable criminal activity, in the report's words."
      case .basis: "charge or conviction; empty where it is not stated."
      case .citizenship: "The country of citizenship."
      case .week: "The report's week; found where it is empty."
      case .sourceURL: "Where it was read, an address or words; never empty."
      case .confidence: "high, medium or low: how sure the reading is."
      case .note: "What to know about the row; never a person's name."
      default: ""
      }
    return "  \(rawValue)\(String(repeating: " ", count: max(1, 13 - rawValue.utf8.count)))\(text)"
  }
}
