import DetainerModel

/// All that is known beside columns: the values of a dataset, and how its records are read again.
struct DatasetParts: SnapshotPart {
  let title: String
  let start: Week?
  let diagnostics: [Diagnostic]
  let ranks: [Rank]
  let figures: [Figure]
  let policies: [Policy]
  let corrections: [Correction]
  let batches: [Batch]
  let rowCount: Int
  let sources: [Source]
  let reports: [Report]
  let jurisdictions: [Jurisdiction]
  let sites: [Site]
  let records: [RecordsPart?]

  init(_ dataset: Dataset) {
    title = dataset.title
    start = dataset.start
    diagnostics = dataset.diagnostics
    ranks = dataset.ranks
    figures = dataset.figures
    policies = dataset.policies
    corrections = dataset.corrections
    batches = dataset.batches
    rowCount = dataset.table.rowCount
    sources = dataset.table.sources
    reports = dataset.table.reports
    jurisdictions = dataset.table.jurisdictions
    sites = dataset.table.sites
    records = dataset.table.originals.map { ($0 as? TextRecords).map(RecordsPart.init) }
  }

  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    title = try parts.text()
    start = try parts.read()
    diagnostics = try parts.read()
    ranks = try parts.read()
    figures = try parts.read()
    policies = try parts.read()
    corrections = try parts.read()
    batches = try parts.read()
    rowCount = try parts.read()
    sources = try parts.read()
    reports = try parts.read()
    jurisdictions = try parts.read()
    sites = try parts.read()
    records = try parts.read()
  }

  func write(to parts: inout PartWriter) {
    parts.add(text: title)
    parts.add(start)
    parts.add(diagnostics)
    parts.add(ranks)
    parts.add(figures)
    parts.add(policies)
    parts.add(corrections)
    parts.add(batches)
    parts.add(rowCount)
    parts.add(sources)
    parts.add(reports)
    parts.add(jurisdictions)
    parts.add(sites)
    parts.add(records)
  }
}

/// How the records of a source are read again: its index, and its text where that was unpacked,
/// are sections of their own.
struct RecordsPart: SnapshotPart {
  let names: [String]
  let sections: [TextRecords.Section]
  let delimiter: UInt8
  let path: String
  /// Whether the text stays in its file; else it is kept in the snapshot.
  let isInFile: Bool

  init(_ records: TextRecords) {
    names = records.names
    sections = records.sections
    delimiter = records.delimiter
    path = records.text.path
    isInFile = records.text.isFileItself
  }

  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    names = try parts.read()
    sections = try parts.read()
    delimiter = try parts.read()
    path = try parts.text()
    isInFile = try parts.read()
  }

  func write(to parts: inout PartWriter) {
    parts.add(names)
    parts.add(sections)
    parts.add(delimiter)
    parts.add(text: path)
    parts.add(isInFile)
  }

  /// Takes the sections of the records, and puts all together again.
  func records(from file: inout OpenSnapshot) throws(SnapshotDoubt) -> TextRecords {
    let index = RecordIndex(lines: try file.take(), offsets: try file.take())
    // The state that the key was compared with a moment ago.
    guard index.lines.count == index.offsets.count,
      let identity = FileStatus(path: path)?.identity
    else { throw SnapshotDoubt() }
    let text =
      isInFile
      ? KeptText(path: path, identity: identity)
      : KeptText(FileBytes(path: path, identity: identity, kept: try file.take()))
    return TextRecords(
      names: names, text: text, sections: sections, delimiter: delimiter, index: index)
  }
}

extension TextRecords.Section: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self.init(line: try parts.read(), columns: try parts.read(), persons: try parts.read())
  }

  func write(to parts: inout PartWriter) {
    parts.add(line)
    parts.add(columns)
    parts.add(persons)
  }
}
