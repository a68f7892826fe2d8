import ArgumentParser
import DetainerFormats
import DetainerModel
import Glibc

/// Which part of the rows is shown, and how they look.
struct ShapeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The columns to show, in this order, with commas.", valueName: "column[,column...]"),
    completion: DataCompletion.columns)
  var columns: [String] = []

  @Flag(help: "Leave the names of the columns out (table, csv and tsv).")
  var noHeader = false

  @Flag(help: "Replace control characters in texts also where they do not go to a terminal.")
  var escape = false

  @Option(
    help: ArgumentHelp("Whether the head of a table stands out.", valueName: "when"),
    completion: .list(Colour.allCases.map(\.rawValue)))
  var color = Colour.auto

  /// When sequences for the looks of text are written.
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether they are, in what goes to standard output or to a file.
    func isOn(toFile: Bool) -> Bool {
      switch self {
      case .always: true
      case .never: false
      case .auto: !toFile && printsToTerminal && !isUnwanted
      }
    }

    /// See https://no-color.org: any value but the empty one counts.
    private var isUnwanted: Bool {
      let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
      let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
      return isPlain || terminal == "dumb"
    }
  }

  /// Checks what needs no data.
  func check(for format: FileFormat) throws {
    if noHeader, !format.canLackHeader {
      throw ValidationError(
        "--no-header is of table, csv and tsv; \(format.name) always has the names of the columns.")
    }
  }

  /// The columns that were asked for, as a file or a terminal may have them.
  func shaped(_ listing: Listing, isHarmless: Bool) throws -> Listing {
    var listing = listing
    let names = columns.flatMap { $0.split(separator: ",").map(String.init) }
    guard names.isEmpty == columns.isEmpty else {
      throw CommandError.badOption(
        name: "columns", value: columns.joined(separator: ","), reason: "no column is named.")
    }
    if !names.isEmpty {
      do throws(NameError) { listing = try listing.choosing(names) } catch {
        throw CommandError.badOption(name: "columns", value: error.name, reason: error.reason)
      }
    }
    return escape || isHarmless ? listing.harmlessTexts : listing
  }
}
