import DetainerModel
import Screen
import Text

/// The sections of the health page; a section that has nothing to say has no lines.
struct HealthSections {
  typealias Column = Table.Column

  let health: Health
  let width: Int
  /// The most rows that a list shows.
  let limit: Int
  /// Whether the lines are read aloud, and each cell of a table stands behind the name of its column.
  var isSpoken = false

  // MARK: What was found

  /// Kinds whose findings stand in a table of their own.
  private static let tabled: Set<FindingCode> = [.unplacedFacility, .incompleteReport]

  private static let readAsItStands = "None: all that is here was read as it stands."

  func findings(_ severities: [Diagnostic.Severity], _ title: String) -> [Line] {
    let findings = severities.flatMap { severity in
      health.findings.filter { $0.severity == severity && !Self.tabled.contains($0.code) }
    }
    var order: [String] = []
    var byKind: [String: [Diagnostic]] = [:]
    for finding in findings {
      let kind = "\(finding.severity.rawValue) \(finding.code)"
      if byKind[kind] == nil { order.append(kind) }
      byKind[kind, default: []].append(finding)
    }
    let kinds = order.flatMap { self.kind($0, byKind[$0] ?? []) }
    if kinds.isEmpty, severities.contains(.error) {
      let isPart = health.findings.contains { $0.code.leavesOut }
      return section(
        title,
        sentence(isPart ? "None; what is not read is named in the notes." : Self.readAsItStands))
    }
    return section(title, kinds)
  }

  private func kind(_ name: String, _ findings: [Diagnostic]) -> [Line] {
    let style: Style =
      switch findings[0].severity {
      case .error: .error
      case .warning: .warning
      case .note: .strong
      }
    let count = findings.reduce(0) { $0 + $1.count }
    var lines = wrapped("\(name): \(grouped(count))", to: width).map { Line($0, style) }
    let meaning = findings[0].code.meaning
    lines += wrapped(meaning, to: max(1, width - 2)).map { Line("  " + $0, .dim) }
    let shown = findings.prefix(limit)
    for finding in shown { lines += item(text(of: finding)) }
    let rest = count - shown.reduce(0) { $0 + $1.count }
    if rest > 0, shown.count < findings.count {
      lines += item("and \(grouped(rest)) more; see all with --format csv")
    }
    return lines
  }

  private func text(of finding: Diagnostic) -> String {
    let row = finding.row.map { ":\($0)" } ?? ""
    let column = finding.column.map { " \($0)" } ?? ""
    // Messages about whole files begin with its path themselves.
    if row.isEmpty, finding.message.hasPrefix(finding.file) { return finding.message }
    return "\(finding.file)\(row)\(column): \(finding.message)"
  }

  // MARK: Files and weeks

  func files() -> [Line] {
    var table = HealthTable(columns: [
      Column(title: "file", kind: .text), Column(title: "kind", kind: .text),
      Column(title: "columns", kind: .text),
      Column(title: "rows"),
      Column(title: "detainers"), Column(title: "weeks"),
      Column(title: "from", kind: .text), Column(title: "to", kind: .text),
    ])
    table.rows = health.files.prefix(limit).map { file in
      [
        file.source.file, file.kind.rawValue, file.source.schema, grouped(file.rows),
        grouped(file.detainers), grouped(file.weeks), file.days?.lowerBound.iso ?? "",
        file.days?.upperBound.iso ?? "",
      ]
    }
    return section("Files", lines(of: table) + more(health.files.count, "file"))
  }

  func weeks() -> [Line] {
    section(
      "Weeks",
      health.sources.prefix(limit).flatMap { source -> [Line] in
        guard let first = source.weeks.first, let last = source.weeks.last else { return [] }
        let missing = source.gaps.reduce(0) { $0 + $1.count }
        let unit = last.period.unit
        let whole = source.weeks.filter { !$0.isPart }
        let counts = (whole.isEmpty ? source.weeks : whole).map(\.detainers)
        let (smallest, largest) = (counts.min() ?? 0, counts.max() ?? 0)
        return sentence(
          "\(source.source): \(counted(source.weeks.count, unit)) from \(first.period.name) to "
            + "\(last.period.name), "
            + (missing == 0 ? "none missing" : "\(counted(missing, unit)) missing") + "; "
            + (smallest == largest
              ? "\(counted(largest, "detainer")) a \(unit)."
              : "\(grouped(smallest)) to \(grouped(largest)) detainers a \(unit), "
                + "median \(grouped(source.median))."))
      } + more(health.sources.count, "source"))
  }

  /// Every week of every source, newest first, for those who scroll to it.
  func everyWeek() -> [Line] {
    health.sources.flatMap { source -> [Line] in
      let largest = source.weeks.map(\.detainers).max() ?? 0
      var table = HealthTable(columns: [
        Column(title: "week", kind: .text), Column(title: "detainers"),
      ])
      for week in source.weeks.reversed() {
        table.rows.append([week.period.name, grouped(week.detainers)])
        table.parts.append(largest == 0 ? 0 : Double(week.detainers) / Double(largest))
      }
      return section("Detainers by week: \(source.source)", lines(of: table))
    }
  }

  func reports() -> [Line] {
    var table = HealthTable(columns: [
      Column(title: "report", kind: .text), Column(title: "week", kind: .text),
      Column(title: "listed"),
      Column(title: "stated"), Column(title: "at hand"),
    ])
    for item in health.coverage.prefix(limit) {
      table.rows.append([
        item.report.source, item.report.period.name, grouped(item.listed), grouped(item.stated),
        item.stated.map { percent(item.listed, of: $0) } ?? "–",
      ])
      table.parts.append(
        item.stated.map { $0 == 0 ? 0 : Double(item.listed) / Double($0) } ?? 0)
    }
    return section(
      "Published reports", lines(of: table) + more(health.coverage.count, "report"))
  }

  // MARK: Parts of sections

  func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty
      ? [] : wrapped(title, to: width).map { Line($0, .title) } + lines + [Line("")]
  }

  func lines(of table: HealthTable) -> [Line] {
    isSpoken ? table.spoken : table.lines(width: width)
  }

  func sentence(_ text: String) -> [Line] { wrapped(text, to: width).map { Line($0) } }

  func more(_ count: Int, _ noun: String, _ plural: String? = nil) -> [Line] {
    count > limit ? [Line("and \(counted(count - limit, noun, plural)) more", .dim)] : []
  }

  /// A text with a dash before it and its other lines below it.
  private func item(_ text: String) -> [Line] {
    wrapped(text, to: max(1, width - 4)).enumerated().map { index, line in
      Line((index == 0 ? "  - " : "    ") + line)
    }
  }
}
