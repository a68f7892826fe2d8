import ArgumentParser
import DetainerFormats
import DetainerModel

/// A command that prints rows, whose columns can be told before there are any.
protocol RowCommand: ParsableCommand {
  /// What it prints, without its rows.
  func head(in dataset: Dataset) throws -> Listing
}

extension Selection {
  /// A selection of no data, for columns that are the same whatever the data is.
  static var ofNothing: Selection { get throws { try Selection(Query(), in: Dataset()) } }
}
