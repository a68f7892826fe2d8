import ArgumentParser
import Generator

@main
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a file of made-up detainers; the same options give the same bytes.")

  @Option(help: "How many rows.")
  var rows = 1_000_000

  @Option(help: "records (16 columns), county (16, with the county), fy (6) or ddp (65).")
  var schema = GeneratedFile.Schema.records

  @Option(help: "Another seed gives another file.")
  var seed: UInt64 = 1

  @Flag(help: "The order of the rows.")
  var order = GeneratedFile.Order.shuffled

  @Flag(help: "Spoil one row of a thousand and the file's edges, as real releases do.")
  var adversarial = false

  @Option(help: "Leave out a column: lifted.")
  var without: Omission?

  @Flag(help: "Separate the fields by tabs.")
  var tab = false

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output: String

  enum Omission: String, CaseIterable, ExpressibleByArgument {
    case lifted
  }

  func validate() throws {
    guard rows >= 0 else {
      throw ValidationError("--rows \(rows): rows cannot be fewer than none.")
    }
  }

  func run() throws {
    var file = GeneratedFile()
    file.rows = rows
    file.schema = schema
    file.seed = seed
    file.order = order
    file.isAdversarial = adversarial
    file.hasLiftDates = without == nil
    file.isTabDelimited = tab
    try file.write(to: output)
  }
}

extension GeneratedFile.Schema: ExpressibleByArgument {}

extension GeneratedFile.Order: EnumerableFlag {
  package static var allCases: [Self] { [.shuffled, .byFacility] }
}
