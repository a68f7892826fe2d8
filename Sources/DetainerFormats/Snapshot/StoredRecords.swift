import DetainerModel

/// What the files of records came to, as a snapshot keeps it.
struct StoredRecords: Sendable {
  var table: DetainerTable
  var diagnostics: [Diagnostic]
  var batches: [Batch]
}

/// Writing and reading what stands beside the columns.
extension StoredRecords {
  func write(to writer: inout ByteWriter) {
    writer.write(table.rowCount)
    writer.write(table.sources) { writer, source in
      writer.write([source.name, source.file, source.schema])
      writer.write(source.isTally ? 1 : 0)
      writer.write(source.fields.map(\.rawValue))
    }
    writer.write(table.reports) { writer, report in
      writer.write(Int(report.period.start.packed))
      writer.write(Int(report.period.end.packed))
      writer.write(report.source)
      writer.write(report.kind == .published ? 1 : 0)
      writer.write(report.basis == .liftDate ? 1 : 0)
    }
    writer.write(table.jurisdictions) { $0.write([$1.state, $1.county, $1.fips]) }
    writer.write(table.sites) { writer, site in
      writer.write([site.facility, site.city, site.aor])
      writer.write(site.jurisdiction)
      writer.write(Int(site.placement.rawValue))
    }
    writer.write(diagnostics) { writer, diagnostic in
      writer.write([
        diagnostic.severity.rawValue, diagnostic.code.rawValue, diagnostic.file, diagnostic.message,
      ])
      writer.write(diagnostic.row)
      writer.write(diagnostic.column.map { [$0] } ?? [])
      writer.write(diagnostic.count)
    }
    writer.write(batches) { writer, batch in
      writer.write([batch.source, batch.state])
      for number in [Int(batch.day.packed), batch.detainers, batch.median, batch.row] {
        writer.write(number)
      }
    }
  }

  /// Reads all but the columns; published reports state what the data directory says they do.
  init(_ reader: inout ByteReader, published: [Report]) {
    let rowCount = max(0, reader.int())
    let sources = reader.list { reader -> Source in
      let texts = reader.texts(count: 3)
      return Source(
        name: texts[0], file: texts[1], isTally: reader.int() == 1, schema: texts[2],
        fields: Set(reader.texts().compactMap(DetainerField.init)))
    }
    let reports = reader.list { reader -> Report in
      let (start, end) = (reader.day(), reader.day())
      let period = start.isKnown && start <= end ? Period(ofReport: start...end) : .none
      let source = reader.text()
      let isPublished = reader.int() == 1
      let basis = reader.int() == 1 ? Report.Basis.liftDate : .issueDate
      let stated = published.first { isPublished && $0.period == period && $0.source == source }
      return Report(
        period: period, source: source, kind: isPublished ? .published : .built,
        statement: stated?.statement, basis: basis)
    }
    let jurisdictions = reader.list { reader -> Jurisdiction in
      let texts = reader.texts(count: 3)
      return Jurisdiction(state: texts[0], county: texts[1], fips: texts[2])
    }
    let sites = reader.list { reader -> Site in
      let texts = reader.texts(count: 3)
      return Site(
        facility: texts[0], city: texts[1], jurisdiction: reader.int(), aor: texts[2],
        placement: reader.value(Placement.none))
    }
    diagnostics = reader.list { reader -> Diagnostic in
      let texts = reader.texts(count: 4)
      return Diagnostic(
        reader.value(.cancelled, named: texts[1]),
        severity: reader.value(.error, named: texts[0]), file: texts[2],
        row: reader.optionalInt(), column: reader.texts().first, count: reader.int(), texts[3])
    }
    batches = reader.list { reader -> Batch in
      let texts = reader.texts(count: 2)
      return Batch(
        source: texts[0], state: texts[1], day: reader.day(), detainers: reader.int(),
        median: reader.int(), row: reader.int())
    }
    table = DetainerTable(
      rowCount: rowCount, sources: sources, reports: reports, jurisdictions: jurisdictions,
      sites: sites)
  }
}

extension ByteReader {
  fileprivate mutating func day() -> Day {
    Day(packed: UInt16(truncatingIfNeeded: int()))
  }

  /// A list of texts that has so many of them.
  fileprivate mutating func texts(count: Int) -> [String] {
    let texts = texts()
    return texts.count == count ? texts : Array(repeating: "", count: count)
  }
}
