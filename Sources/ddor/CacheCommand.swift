import ArgumentParser
import DetainerFormats
import DetainerModel
import Text

/// `ddor cache`: what was read before and is kept, so that it need not be read again.
struct CacheCommand: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", _superCommandName: Ddor.name,
    abstract: "Show what is kept of files that were read, or remove it.",
    discussion: """
      What was read of large files is kept, so that they open at once the next time, and so are \
      their digests once an export has named them (in the file “hashes”). They are read \
      again whenever a file has changed, and nothing is lost when they are removed. They are in \
      $XDG_CACHE_HOME/ddor, else in ~/.cache/ddor; --no-cache does without.

      EXAMPLES:
        ddor cache
        ddor cache --clear
        ddor cache --format json
      """)

  @Flag(help: "Remove all of that.")
  var clear = false

  @OptionGroup var output: OutputOptions

  /// Prints or removes what is kept.
  func run() throws {
    guard let snapshots = DefaultData.snapshots else { throw CommandError.noCache }
    if clear {
      let count = snapshots.entries.count
      let bytes = snapshots.clear()
      complain(
        "Removed \(counted(count, "file")) of \(grouped(bytes)) bytes from \(snapshots.path).")
      return
    }
    let entries = snapshots.entries
    try output.write(Self.listing(of: entries).sorted(by: output.order))
    let bytes = entries.reduce(0) { $0 + $1.size }
    complain(
      "\(counted(entries.count, "file")), \(grouped(bytes)) bytes, in \(snapshots.path).")
  }

  func head(in dataset: Dataset) throws -> Listing { Self.listing(of: []) }

  private static func listing(of entries: [SnapshotDirectory.Entry]) -> Listing {
    Listing(
      columns: [.init("paths"), .init("bytes", .integer), .init("file")],
      rows: entries.map { entry in
        [
          entry.paths.isEmpty ? .missing : .text(entry.paths.joined(separator: "|")),
          .integer(entry.size), .text(entry.name),
        ]
      })
  }
}
