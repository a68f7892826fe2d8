import ArgumentParser
import DetainerModel

/// `ddor tour`: the browser on the sample data, with six steps that show the way.
struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour", _superCommandName: Ddor.name,
    abstract: "Learn the browser in six steps over the sample data.",
    discussion: """
      Each step says what to press, on the real screens: find a county, filter, open what is \
      below, compare, see where a number comes from, export. In the browser, ? and then t begins \
      and ends it over the data that is open.

      EXAMPLES:
        ddor tour
      """)

  /// Opens the browser on the sample data, with the tour begun.
  func run() throws {
    try runBrowser(
      paths: DefaultData.paths(orGiven: [], readsEnvironment: false), snapshots: nil,
      query: Query(), Configuration(), nil, restores: false, saying: [], withTour: true)
  }
}
