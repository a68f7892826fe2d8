import ArgumentParser
import DetainerFormats
import DetainerModel

/// A command that prints rows, whose columns can be told before there are any.
protocol RowCommand: ParsableCommand {
  /// What it prints, without its rows.
  func head(in dataset: Dataset) throws -> Listing
}

/// A command that prints rows of data that it reads.
protocol ReadingCommand: RowCommand, ConfinedCommand {
  /// How the rows leave the program.
  var output: OutputOptions { get }
  /// What is kept of the data.
  var caching: CacheOptions { get }
  /// The paths that are named; none for those where data is found without being named.
  var paths: [String] { get }
}

/// A command that prints rows of the data that its options select.
protocol SelectingCommand: ReadingCommand {
  /// The data, and which part of it.
  var selection: SelectionOptions { get }
}

extension SelectingCommand {
  var caching: CacheOptions { selection.caching }
  var paths: [String] { selection.paths }
}

extension Selection {
  /// A selection of no data, for columns that are the same whatever the data is.
  static var ofNothing: Selection { get throws { try Selection(Query(), in: Dataset()) } }
}
