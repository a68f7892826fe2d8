import DetainerModel

/// What the files of records came to, as a snapshot keeps it.
struct StoredRecords: Sendable {
  var table: DetainerTable
  var diagnostics: [Diagnostic]
  var sums: TableSums
}

/// Writing and reading what stands beside the columns.
extension StoredRecords {
  func write(to writer: inout ByteWriter) {
    writer.write(table.rowCount)
    writer.write(table.sources) { writer, source in
      for text in [source.name, source.file, source.schema] { writer.write(text) }
      writer.write(source.isTally ? 1 : 0)
      writer.write(source.fields.map(\.rawValue))
    }
    writer.write(table.reports) { writer, report in
      writer.write(report.period)
      writer.write(report.source)
      writer.write(report.kind == .published ? 1 : 0)
      writer.write(report.basis == .liftDate ? 1 : 0)
    }
    writer.write(table.jurisdictions) { writer, place in
      for text in [place.state, place.county, place.fips] { writer.write(text) }
    }
    writer.write(table.sites) { writer, site in
      for text in [site.facility, site.city, site.aor] { writer.write(text) }
      writer.write(site.jurisdiction)
      writer.write(Int(site.placement.rawValue))
    }
    writer.write(diagnostics) { writer, diagnostic in
      for text in [
        diagnostic.severity.rawValue, diagnostic.code.rawValue, diagnostic.file, diagnostic.message,
      ] { writer.write(text) }
      writer.write(diagnostic.row)
      writer.write(diagnostic.column.map { [$0] } ?? [])
      writer.write(diagnostic.count)
    }
    sums.write(to: &writer)
  }

  /// Reads all but the columns; published reports state what the data directory says they do.
  init(_ reader: inout ByteReader, published: [Report]) {
    let rowCount = max(0, reader.int())
    let sources = reader.list { reader -> Source in
      let (name, file, schema) = (reader.text(), reader.text(), reader.text())
      return Source(
        name: name, file: file, isTally: reader.int() == 1, schema: schema,
        fields: Set(reader.texts().compactMap(DetainerField.init)))
    }
    let reports = reader.list { reader -> Report in
      let period = reader.period()
      let source = reader.text()
      let isPublished = reader.int() == 1
      let basis = reader.int() == 1 ? Report.Basis.liftDate : .issueDate
      let stated = published.first { isPublished && $0.period == period && $0.source == source }
      return Report(
        period: period, source: source, kind: isPublished ? .published : .built,
        statement: stated?.statement, basis: basis)
    }
    let jurisdictions = reader.list { reader in
      Jurisdiction(state: reader.text(), county: reader.text(), fips: reader.text())
    }
    let sites = reader.list { reader -> Site in
      let (facility, city, aor) = (reader.text(), reader.text(), reader.text())
      return Site(
        facility: facility, city: city, jurisdiction: reader.int(), aor: aor,
        placement: reader.value(Placement.none))
    }
    diagnostics = reader.list { reader -> Diagnostic in
      let severity = reader.value(Diagnostic.Severity.error, named: reader.text())
      let code = reader.value(FindingCode.cancelled, named: reader.text())
      let (file, message) = (reader.text(), reader.text())
      return Diagnostic(
        code, severity: severity, file: file, row: reader.optionalInt(),
        column: reader.texts().first, count: reader.int(), message)
    }
    table = DetainerTable(
      rowCount: rowCount, sources: sources, reports: reports, jurisdictions: jurisdictions,
      sites: sites)
    sums = TableSums(&reader)
  }
}

extension ByteWriter {
  mutating func write(_ period: Period) {
    for day in [period.start, period.end] { write(Int(day.packed)) }
  }
}

extension ByteReader {
  mutating func period() -> Period {
    let (start, end) = (day(), day())
    return start.isKnown && start <= end ? Period(ofReport: start...end) : .none
  }

  mutating func day() -> Day {
    Day(packed: UInt16(truncatingIfNeeded: int()))
  }
}
