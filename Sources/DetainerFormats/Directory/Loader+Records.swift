import DetainerModel

/// Reading the files of records, one after the other.
extension Loader {
  /// Reads the next file; false when it was cancelled.
  mutating func readNext(progress: (Progress) -> Bool) -> Bool {
    guard let file = files.first else { return true }
    let total = bytesDone + files.reduce(0) { $0 + $1.size }
    let before = bytesDone
    let builtRows = builder.rowCount
    // Unwrapping, making and reading of tables each have their part, so that it never goes back.
    var part = 0.0
    func report(_ reached: Double) -> Bool {
      part = max(part, reached)
      return progress(
        Progress(
          file: file.shown, bytesDone: before + Int(Double(file.size) * part), bytesTotal: total,
          rows: builtRows))
    }
    var log = DiagnosticLog(file: file.shown)
    do throws(FileError) {
      let bytes = try contents(file) { report(Double($0) / Double(max(1, $1)) / 4) }
      let kind = bytes.withBytes { sniffContent($0) }
      guard kind.isReadable else {
        log.add(
          .error, code: "unreadable-file",
          kind.advice(for: file.path) ?? "\(file.path) cannot be read.")
        diagnostics += log.diagnostics
        drop(file)
        advance(file)
        return true
      }
      var texts = RecordTexts(bytes, kind: kind)
      let share = texts.shareOfMaking
      let unwrapped = part
      var isKnown = false
      while true {
        let start = unwrapped + (1 - unwrapped) * texts.part
        let made = try texts.next { done, all in
          let reached = unwrapped + (1 - unwrapped) * Double(done) / Double(all)
          return report(start + (reached - start) * share)
        }
        guard let text = made else { break }
        let end = unwrapped + (1 - unwrapped) * texts.part
        let outcome = read(text, of: file) {
          report(start + (end - start) * (share + (1 - share) * $0))
        }
        guard let outcome else {
          noteSkipped(text, in: &log)
          continue
        }
        isKnown = true
        if outcome.rows == 0, outcome.diagnostics.isEmpty, !outcome.isCancelled {
          let sheet = text.sheet.isEmpty ? "" : ", sheet “\(text.sheet)”,"
          log.add(
            .error, code: "no-records",
            "\(file.path)\(sheet) has a header but no records below it.")
        }
        diagnostics += outcome.diagnostics
        if outcome.isCancelled { return false }
      }
      if !isKnown {
        log.add(
          .error, code: "no-known-columns", row: 1,
          "\(file.path): no row of it is a header with a date column that is known (Prepare Date, Detainer Prepare Date, issued, week …) beside others."
        )
      }
    } catch {
      if case .cancelled = error { return false }
      log.add(.error, code: "unreadable-file", error.description)
    }
    diagnostics += log.diagnostics
    drop(file)
    advance(file)
    return true
  }

  /// Reads one table of a file; nil when no header is found in it.
  private mutating func read(
    _ text: RecordText, of file: FoundFile, progress: (Double) -> Bool
  ) -> DetainerImporter.Outcome? {
    let size = Double(max(1, text.bytes.size))
    let shown = text.sheet.isEmpty ? file.shown : "\(file.shown)#\(text.sheet)"
    var releases = releases
    let outcome = text.bytes.withBytes { raw in
      DetainerImporter.read(
        raw, layout: text.layout,
        source: { header, builder in
          let naming = releases.take(file, header)
          for (old, new) in naming.renamed { builder.rename(old, to: new) }
          return Source(
            name: naming.name, file: shown,
            schema: ReleaseSchema(columns: header.names)?.rawValue ?? "")
        }, into: &builder, places: places,
        userPlaces: userPlaces[file.directory] ?? UserPlaces(),
        added: Set(file.added.compactMap(DetainerField.init)),
        progress: {
          text.bytes.forget(upTo: $0)
          return progress(Double($0) / size)
        })
    }
    self.releases = releases
    if let records = outcome?.originals.records(in: text.bytes) { builder.keep(records) }
    return outcome
  }

  /// Names the release anew that a file would belong to if it could be read.
  mutating func drop(_ file: FoundFile) {
    for (old, new) in releases.drop(file) { builder.rename(old, to: new) }
  }

  /// Cover sheets and notes are no records, but are not passed over in silence.
  private func noteSkipped(_ text: RecordText, in log: inout DiagnosticLog) {
    guard !text.sheet.isEmpty else { return }
    let reason =
      text.bytes.size == 0
      ? "is empty"
      : "has no header with a known date column in its first \(HeaderSearch.limit) rows"
    log.add(
      .note, code: "skipped-sheet", "the sheet “\(text.sheet)” \(reason); it is passed over.")
  }

  private mutating func advance(_ file: FoundFile) {
    bytesDone += file.size
    files.removeFirst()
  }
}
