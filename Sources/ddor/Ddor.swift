import ArgumentParser
import DetainerModel

@main
struct Ddor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ddor", subcommands: [Frame.self, Browse.self], defaultSubcommand: Browse.self)
}
struct Browse: ParsableCommand {
  @Argument var paths: [String] = []
  func run() throws { try runBrowser(paths: dataPaths(paths), filter: .all) }
}
func dataPaths(_ p: [String]) -> [String] { p }
