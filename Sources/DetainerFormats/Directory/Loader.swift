import DetainerModel

/// Opens a data directory or files of records: first what the first screen needs, then the rest.
package struct Loader: Sendable {
  /// How far the reading has come.
  package struct Progress: Hashable, Sendable {
    /// The file being read.
    package let file: String
    /// Bytes read of all files.
    package let bytesDone: Int
    /// Bytes of all files.
    package let bytesTotal: Int
    /// Rows read.
    package let rows: Int
  }

  /// How many bytes of records are read before the first screen is drawn.
  private static let headLimit = 256 << 10
  /// What a larger snapshot holds takes longer to count than the first screen may wait: that is
  /// drawn from the head of the records, and the snapshot takes its place a moment later.
  private static let largestSnapshotAtOnce = 48 << 20

  let places = ReferenceTables.places
  let plan: ReadingPlan
  private var title = ""
  private var start: Period?
  private var licences: [Licence] = []
  /// The published reports whose rows are among those of an export.
  private var listedReports: [Report] = []
  private var statedCoverage: [String: ClosedRange<Day>] = [:]
  var tables = SideTables()
  /// What the `places.csv` of each data directory says.
  var userPlaces: [String: UserPlaces] = [:]
  /// Those that are yet to be read; a slice, so that taking the first of very many moves none.
  var files: ArraySlice<FoundFile> = []
  var releases = Releases()
  var builder = TableBuilder()
  var diagnostics: [Diagnostic] = []
  var bytesDone = 0
  /// The bytes of all files that are to be read.
  private(set) var bytesTotal = 0
  /// Those that are opened ahead of being read.
  var ahead: FilesAhead?
  /// The text that is being read, while only its head has been.
  var reading: TextReading?
  /// Takes what has been read while reading goes on.
  var handOut: (@Sendable (Dataset) -> Void)?
  /// How many rows there are when the data is handed out next.
  var nextHandOut = 16_384
  /// Where what was read is kept for the next time; nil where it is not to be.
  package let snapshots: SnapshotDirectory?
  /// When the files were first looked at, in nanoseconds since 1970.
  package let began = OpenFile.now
  /// The state of the files at the opening.
  var key: SnapshotKey?
  /// A snapshot of that state which is yet to be looked at.
  var snapshot: SnapshotFile?
  /// What a snapshot gave in place of the files.
  var stored: StoredRecords?
  /// The paths that were opened, and those of what was read beside the records.
  var opened: [String] = []
  var others: [String] = []
  /// The digests that packages state of their files.
  private(set) var statedHashes: [StatedHash] = []
  /// All files of records, those that were read among them.
  var recordFiles: [FoundFile] = []
  /// How those files were when they were opened, by their paths.
  private(set) var states: [String: FileState] = [:]
  /// The digests of those files, as far as they were asked for.
  let hashes: FileHashes
  /// How many findings there were before the first record was read.
  var findingsBefore = 0
  /// The data as it was gathered last: at the opening, and at the end.
  package private(set) var dataset = Dataset()

  /// Opens the paths: one data directory, or files; throws a sentence where nothing can be opened.
  /// - Parameters:
  ///   - snapshots: where to look for what was read of them before; nil to read the files.
  ///   - plan: how the files are read.
  ///   - spooling: is called now and then with the bytes that have come through a pipe.
  package init(
    _ paths: [String], snapshots: SnapshotDirectory? = nil, plan: ReadingPlan = ReadingPlan(),
    spooling: (Int) -> Void = { _ in }
  ) throws(LoadError) {
    try self.init(
      paths, snapshots: snapshots, plan: plan, choosing: { $0 }, spooling: spooling)
  }

  /// Opens the paths and reads of their records only the files that are chosen.
  init(
    _ paths: [String], snapshots: SnapshotDirectory? = nil, plan: ReadingPlan = ReadingPlan(),
    choosing: ([FoundFile]) -> [FoundFile], spooling: (Int) -> Void = { _ in }
  ) throws(LoadError) {
    self.snapshots = snapshots
    self.plan = plan
    hashes = FileHashes(keptIn: snapshots)
    // A path given twice is one source: nobody is counted twice.
    var resolved: Set<String> = []
    for path in paths where resolved.insert(OpenFile.resolve(path) ?? path).inserted {
      opened.append(path)
      try open(path, spooling)
    }
    files = choosing(Array(files))[...]
    builder = TableBuilder(
      published: tables.reports.filter { $0.kind == .published }, listed: listedReports)
    // Published reports are small and come first, so that the first screen need not wait for the
    // records.
    let published = Set(tables.reports.map(\.source))
    files.sort { a, b in
      let first = (published.contains(a.source) ? 0 : 1, a.shown)
      return first < (published.contains(b.source) ? 0 : 1, b.shown)
    }
    releases = Releases(
      Array(files), named: published.union(files.filter(\.isNamed).map(\.source)))
    diagnostics += releases.diagnostics
    findingsBefore = diagnostics.count
    recordFiles = Array(files)
    bytesTotal = files.reduce(0) { $0 + $1.size }
    states = currentStates
    findSnapshot()
    if let snapshot, snapshot.size <= Self.largestSnapshotAtOnce || !plan.isForScreen {
      adoptSnapshot()
    }
    while let file = files.first, file.size <= Self.headLimit, bytesDone <= Self.headLimit {
      _ = readNext { _ in true }
    }
    if isComplete {
      try checkAnythingWasRead()
    } else if plan.isForScreen, builder.rowCount == 0 {
      beginNext()
    }
    if plan.isForScreen || isComplete { dataset = gathered }
  }

  /// Whether a path stands for standard input, which no one can type into then.
  package static func isStandardInput(_ path: String) -> Bool { PipedFile.isInput(path) }

  /// The paths that were opened, each once.
  package var paths: [String] { opened }

  /// Whether everything has been read.
  package var isComplete: Bool { files.isEmpty }

  /// The paths of the directories that were opened.
  package var directories: [String] {
    opened.filter { FileStatus(path: $0)?.kind == .directory }
  }

  /// What has been read so far, or a snapshot holds; the columns share the memory of the builder.
  var gathered: Dataset {
    // Which date decides the week of a row is known only of a whole release, and which county a code
    // has only of all of them.
    var table =
      stored?.table ?? (isComplete ? builder.finished().placedByCode(places) : builder.finished())
    table.workers = Threads.workers(plan.threads)
    let found =
      stored?.diagnostics ?? table.undatedRows + (isComplete ? table.filesWithSameRows : [])
    var dataset = Dataset(
      places: places, table: table, ranks: tables.ranks,
      figures: tables.figures, policies: tables.policies, corrections: tables.corrections,
      diagnostics: diagnostics + found, start: start,
      statedCoverage: statedCoverage, title: title, isLoading: !isComplete)
    dataset.licences = licences
    if isComplete { dataset.knownSums = stored?.sums }
    return dataset
  }

  /// Reads the rest.
  /// - Parameters:
  ///   - progress: is called now and then, and ends the reading by answering false.
  ///   - handOut: takes the data each time its rows have doubled; nil where only the end matters.
  package mutating func finish(
    progress: (Progress) -> Bool = { _ in true }, handOut: (@Sendable (Dataset) -> Void)? = nil
  ) throws(LoadError) {
    guard !isComplete else { return }
    self.handOut = handOut
    adoptSnapshot()
    openAhead()
    defer { ahead = nil }
    while !isComplete {
      guard readNext(progress: progress) else {
        diagnostics.append(
          Diagnostic(
            .cancelled, file: files.first?.shown ?? "",
            "Reading was cancelled; what had been read is kept, the rest is missing."))
        for file in files { drop(file) }
        files = []
        break
      }
    }
    try checkAnythingWasRead()
    dataset = gathered
  }

  private func checkAnythingWasRead() throws(LoadError) {
    guard stored == nil, builder.rowCount == 0, !builder.hasReports, tables.policies.isEmpty,
      tables.corrections.isEmpty
    else { return }
    let problems =
      diagnostics.filter { $0.severity != .note } + diagnostics.filter { $0.severity == .note }
    throw LoadError(
      problems.first.map { $0.message.contains($0.file) ? $0.message : $0.description }
        ?? "There are no reports and no records in what was given.",
      findings: diagnostics)
  }

  // MARK: Opening

  private mutating func open(
    _ path: String, _ spooling: (Int) -> Void
  ) throws(LoadError) {
    if PipedFile.isNamed(by: path) {
      do throws(FileError) {
        return take(try PipedFile.read(path, progress: spooling))
      } catch {
        throw LoadError(error.description)
      }
    }
    let status: FileStatus
    do throws(SystemError) { status = try FileStatus(at: path) } catch {
      throw LoadError(FileError(error, path: path).description)
    }
    guard status.kind == .directory else {
      return take(
        FoundFile(
          path: path, shown: path, source: sourceName(ofFile: path), size: status.identity.size))
    }
    let scan = try DirectoryScan(path)
    others += [scan.root + "/datapackage.json"] + scan.packageParts + scan.tables.map(\.path)
    diagnostics += scan.diagnostics
    statedHashes += scan.hashes
    title = title.isEmpty ? scan.package?.title ?? "" : title
    start = start ?? scan.package?.start.flatMap { Period(naming: $0) }
    licences += (scan.package?.licences ?? []).filter { !licences.contains($0) }
    for resource in scan.package?.resources ?? [] {
      guard let name = resource.name else { continue }
      statedCoverage[name] = resource.coverage
      listedReports += resource.published.map { Report(period: $0, source: name, kind: .published) }
    }
    // Reports first: ranks of a longer report are found by them.
    for name in SideTables.names {
      for file in scan.tables where file.name == name { readTable(file) }
    }
    swap(&userPlaces[scan.root, default: UserPlaces()], &tables.userPlaces)
    scan.records.forEach { take($0) }
    if files.isEmpty, scan.tables.isEmpty {
      throw LoadError(
        diagnostics.first { $0.severity == .error }?.message
          ?? "\(path) holds no data that ddor can read: no reports.csv, and no \(FoundFile.endings.dropLast().joined(separator: ", ")) or \(FoundFile.endings.last ?? "") file of records.",
        findings: diagnostics)
    }
  }

  /// Takes a file of records, or the files in it if it is an archive.
  private mutating func take(_ file: FoundFile) {
    guard let archive = ArchiveScan(file) else { return files.append(file) }
    files += archive.members
    diagnostics += archive.diagnostics
  }

  private mutating func readTable(_ file: FoundFile) {
    var log = DiagnosticLog(file: file.shown)
    do throws(FileError) {
      let bytes = try FileBytes.contents(of: file).rewritten(by: file.form)
      let table = bytes.withBytes { TextTable($0, delimiter: file.form.layout.delimiter) }
      if let excess = table.excess { throw FileError.excess(path: file.path, excess) }
      tables.read(file.name, table, places: places, log: &log)
    } catch {
      log.add(.unreadableFile, error.description)
    }
    diagnostics += log.diagnostics
  }
}
