import DetainerModel

/// Snapshots of what was read.
extension Loader {
  /// Looks for a snapshot of the files as they are, where they are worth one.
  mutating func findSnapshot() {
    guard let snapshots,
      files.reduce(0, { $0 + $1.size }) >= snapshots.smallestRecords
    else { return }
    let key = currentKey
    self.key = key
    snapshot = snapshots.snapshot(of: key)
  }

  /// Takes what a snapshot holds in place of the files; anything that is not as it was written
  /// leaves them to be read.
  mutating func adoptSnapshot() {
    guard let found = snapshot else { return }
    snapshot = nil
    let published = tables.reports.filter { $0.kind == .published }
    guard let records = found.records(published: published) else { return }
    stored = records
    files = []
    reading = nil
  }

  /// Keeps what was read for the next time, if all of it was read and no file has changed since.
  public func keepSnapshot() {
    guard let snapshots, let key, stored == nil, isComplete, !dataset.isPartial, key == currentKey
    else { return }
    let records = StoredRecords(
      table: dataset.table, diagnostics: Array(diagnostics[findingsBefore...]),
      batches: dataset.batches)
    snapshots.keep(records, of: key)
  }

  private var currentKey: SnapshotKey {
    SnapshotKey(paths: opened, files: recordFiles, others: others)
  }
}
