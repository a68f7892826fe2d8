import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor cache`: what is kept of data that was read before.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "List what is kept of data that was read before, or remove it.",
    discussion: """
      Large files are kept in a form that opens at once, in $XDG_CACHE_HOME/ddor, else in \
      ~/.cache/ddor; never in a data directory. A copy is used only as long as all files that were \
      read, and ddor itself, are as they were; a newer one takes its place, and copies of data that \
      is gone are removed when another one is written. --no-cache of the other commands neither \
      uses nor writes one.

      EXAMPLES:
        ddor cache
        ddor cache --clear
      """)

  @Flag(help: "Remove all of it.")
  var clear = false

  @OptionGroup var output: OutputOptions

  /// Prints the snapshots, or removes them.
  func run() throws {
    guard let cache = SnapshotCache.ofUser else { throw CommandError.noCache }
    if clear {
      let (files, bytes) = cache.clear()
      return try say(
        "Removed \(counted(files, "file")) with \(counted(bytes, "byte")) from \(cache.directory).")
    }
    let entries = cache.entries
    let listing = Self.listing(entries)
    try output.write(output.order.map { try listing.sorted(by: $0) } ?? listing)
    let bytes = entries.reduce(0) { $0 + $1.size }
    // Not in the table, so that a pipe gets nothing but its rows.
    complain(
      "\(counted(entries.count, "snapshot")) with \(counted(bytes, "byte")) in \(cache.directory).")
  }

  private static func listing(_ entries: [SnapshotCache.Entry]) -> Listing {
    Listing(
      columns: [.init("data"), .init("bytes", .integer), .init("state"), .init("file")],
      rows: entries.map {
        [
          .text($0.paths.joined(separator: " ")), .integer($0.size),
          .text($0.isValid ? "current" : "out of date"), .text($0.name),
        ]
      })
  }
}
