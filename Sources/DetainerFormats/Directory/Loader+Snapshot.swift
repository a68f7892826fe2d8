import DetainerModel

/// Snapshots of what was read.
extension Loader {
  /// Looks for a snapshot of the files as they are, where they are worth one.
  mutating func findSnapshot() {
    // What came through a pipe is never the same again.
    guard let snapshots, files.allSatisfy(\.spooled.isEmpty),
      files.reduce(0, { $0 + $1.size }) >= snapshots.smallestRecords
    else { return }
    let key = key(of: states)
    self.key = key
    snapshot = snapshots.snapshot(of: key)
  }

  /// Takes what a snapshot holds in place of the files; anything that is not as it was written
  /// leaves them to be read.
  mutating func adoptSnapshot() {
    guard let found = snapshot else { return }
    snapshot = nil
    let published = tables.reports.filter { $0.kind == .published }
    guard let records = found.records(published: published, threads: plan.threads) else { return }
    stored = records
    files = []
    reading = nil
  }

  /// Keeps what was read for the next time, if all of it was read and no file has changed since.
  /// - Parameter isWanted: is asked now and then, and ends the writing by answering false.
  package func keepSnapshot(isWanted: () -> Bool = { true }) {
    let findings = Array(dataset.diagnostics.dropFirst(findingsBefore))
    // What could not be read for want of room, of rights or of a disk may be readable the next time.
    let isReadable = !findings.contains { $0.code == .unreadableFile }
    guard let snapshots, let key, stored == nil, isComplete, !dataset.isPartial, isReadable
    else { return }
    let now = currentStates
    // All files were at rest when the first of them was opened, and have been since.
    guard now.values.allSatisfy({ $0.wasSettled(at: began) }), key == self.key(of: now) else {
      return
    }
    let records = StoredRecords(
      table: dataset.table, diagnostics: findings, sums: TableSums(dataset))
    snapshots.keep(records, of: key, isWanted: isWanted)
  }

  /// How the files that are read are now, by their paths.
  var currentStates: [String: FileState] {
    var states: [String: FileState] = [:]
    for path in filesRead { states[path] = FileState(path: path) }
    return states
  }

  private func key(of states: [String: FileState]) -> SnapshotKey {
    SnapshotKey(paths: opened, files: recordFiles, others: others, states: states)
  }
}
