import DetainerModel

/// Reading the files of records, one after the other.
extension Loader {
  /// Reads the head of the next file if it need not be unwrapped, so that there is something to show.
  mutating func beginNext() {
    guard let file = files.first, file.form == TextForm(), file.archive.isEmpty,
      let bytes = try? FileBytes(file),
      case let kind = bytes.withBytes({ sniffContent($0) }),
      kind == .delimitedText || kind == .parquet
    else { return }
    var texts = RecordTexts(kind == .parquet ? bytes : bytes.withoutPadding(), kind: kind)
    var log = DiagnosticLog(file: file.shown)
    guard let text = try? texts.next(progress: { _, _ in true }),
      case .reading(var reading) = table(text, of: file, &log)
    else { return }
    _ = reading.step(into: &builder)
    reading.keepOriginals(in: &builder)
    self.reading = reading
  }

  /// Reads the next file; false when it was cancelled.
  mutating func readNext(progress: (Progress) -> Bool) -> Bool {
    guard let file = files.first else { return true }
    let total = bytesTotal
    let before = bytesDone
    // Unwrapping, making and reading of tables each have their part, so that it never goes back.
    var reached = 0.0
    func report(_ part: Double, rows: Int) -> Bool {
      reached = max(reached, part)
      return progress(
        Progress(
          file: file.shown, bytesDone: before + Int(Double(file.size) * reached),
          bytesTotal: total, rows: rows))
    }
    if let reading {
      self.reading = nil
      return finish(reading) { report($0, rows: $1) }
    }
    var log = DiagnosticLog(file: file.shown)
    do throws(FileError) {
      let rows = builder.rowCount
      let bytes = try contents(ofNext: file) {
        report(Double($0) / Double(max(1, $1)) / 4, rows: rows)
      }
      let kind = bytes.withBytes { sniffContent($0) }
      guard kind.isReadable else {
        log.add(
          .unreadableFile,
          kind.advice(for: file.path) ?? "\(file.path) cannot be read.")
        diagnostics += log.diagnostics
        leave(file)
        return true
      }
      if kind != .delimitedText, file.form != TextForm() {
        log.add(
          .notFollowed,
          "\(file.path) is not a text: what datapackage.json says of its encoding, dialect or missing values is not followed."
        )
      }
      var texts = RecordTexts(bytes, kind: kind, file.form, threads: plan.threads)
      let share = texts.shareOfMaking
      let unwrapped = reached
      var isKnown = false
      var last: (sheet: String, header: ReleaseHeader)?
      while true {
        let start = unwrapped + (1 - unwrapped) * texts.part
        let rows = builder.rowCount
        let made = try texts.next { done, all in
          let now = unwrapped + (1 - unwrapped) * Double(done) / Double(all)
          return report(start + (now - start) * share, rows: rows)
        }
        guard let text = made else { break }
        let end = unwrapped + (1 - unwrapped) * texts.part
        if let original = text.original, text.bytes.size > 0 {
          log.add(
            .copyOfSource,
            "\(file.path): the sheet “\(text.sheet)” is the same as “\(original)”; it is left out, so that nobody counts twice."
          )
          continue
        }
        let reading: TextReading
        switch table(text, of: file, &log) {
        case .reading(let found):
          reading = found
          last = (text.sheet, found.importer.header)
        case .leftOut:
          isKnown = true
          continue
        case .unknown:
          if let excess = text.excess { throw .excess(path: file.path, excess) }
          noteSkipped(text, behind: last, in: &log)
          continue
        }
        isKnown = true
        let isWhole = read(reading) {
          report(start + (end - start) * (share + (1 - share) * $0), rows: $1)
        }
        guard isWhole else { return false }
      }
      if !isKnown {
        log.add(
          .noKnownColumns, row: 1,
          "\(file.path): no row of it is a header with a known date column (Prepare Date, Detainer Prepare Date, issued, week …) and others."
        )
      }
    } catch {
      if case .cancelled = error { return false }
      log.add(.unreadableFile, error.description)
    }
    diagnostics += log.diagnostics
    leave(file)
    return true
  }

  /// Reads a table to its end; false when that was cancelled. What was read is kept either way.
  private mutating func read(
    _ reading: TextReading, progress: (Double, Int) -> Bool
  ) -> Bool {
    var reading = reading
    var isWhole = true
    reading.readAhead(on: plan.threads)
    // Behind where a file was cut off there is nothing to read.
    while reading.step(into: &builder), !reading.text.bytes.wasCutShort {
      guard progress(reading.part, builder.rowCount) else {
        isWhole = false
        break
      }
      handOutIfDoubled(reading)
    }
    reading.keepOriginals(in: &builder)
    let importer = reading.importer
    diagnostics += importer.log.diagnostics
    var log = DiagnosticLog(file: reading.file.shown)
    if isWhole, importer.rows == 0, importer.problem == nil, importer.source.excess == nil,
      importer.log.diagnostics.isEmpty
    {
      let sheet = reading.text.sheet.isEmpty ? "" : ", sheet “\(reading.text.sheet)”,"
      log.add(
        .noRecords,
        "\(reading.file.path)\(sheet) has a header but no records below it.")
    }
    if let problem = importer.problem {
      log.add(
        .unreadableFile, "\(reading.file.path) \(problem.sentence(keeping: importer.rows))")
    }
    if let excess = importer.source.excess {
      log.add(
        .unreadableFile, "\(reading.file.path) \(excess.sentence(keeping: importer.rows))")
    }
    FileRemark.tell(reading.text.remarks, of: reading.file.path, in: &log)
    if reading.text.bytes.hasChanged {
      log.add(
        .changedFile,
        "\(reading.file.path) was changed or cut short while it was read, so that its rows may come from two versions of it; open it again."
      )
    }
    diagnostics += log.diagnostics
    return isWhole
  }

  /// Hands out what has been read if its rows have doubled, so that what is finished for
  /// them has together no more rows than there are in the end.
  private mutating func handOutIfDoubled(_ reading: TextReading) {
    guard let handOut, builder.rowCount >= nextHandOut else { return }
    nextHandOut = builder.rowCount * 2
    reading.keepOriginals(in: &builder)
    handOut(gathered)
  }

  /// Reads the rest of a file whose head was read before.
  private mutating func finish(
    _ reading: TextReading, progress: (Double, Int) -> Bool
  ) -> Bool {
    guard read(reading, progress: progress) else { return false }
    leave(reading.file)
    return true
  }

  /// Goes on to the next file.
  private mutating func leave(_ file: FoundFile) {
    drop(file)
    bytesDone += file.size
    files.removeFirst()
  }

  /// Names the release anew that a file would belong to if it could be read.
  mutating func drop(_ file: FoundFile) {
    for (old, new) in releases.drop(file) { builder.rename(old, to: new) }
  }

  /// Cover sheets and notes are not records, but are not passed over in silence; rows that go on with
  /// those of a sheet before them are missed in every count.
  private func noteSkipped(
    _ text: RecordText, behind last: (sheet: String, header: ReleaseHeader)?,
    in log: inout DiagnosticLog
  ) {
    guard !text.sheet.isEmpty else { return }
    if let last, text.bytes.withBytes({ last.header.hasRecords(in: $0, text.layout.delimiter) }) {
      log.add(
        .skippedSheet, severity: .warning,
        "the sheet “\(text.sheet)” has no header, but rows like those of the sheet “\(last.sheet)”: none of them is counted; write the header above them and save the file."
      )
      return
    }
    let reason =
      text.bytes.size == 0
      ? "is empty"
      : "has no header with a known date column in its first \(HeaderSearch.limit) rows"
    log.add(
      .skippedSheet, "the sheet “\(text.sheet)” \(reason); it is passed over.")
  }
}
