import DetainerModel
import Screen
import Text

extension HealthSections {
  func places() -> [Line] {
    let places = health.places
    guard places.detainers > 0 else { return [] }
    var table = HealthTable(columns: [
      Column(title: "county", kind: .text), Column(title: "rows"),
      Column(title: "detainers"), Column(title: "share"),
    ])
    for step in places.steps {
      table.rows.append([
        step.placement == .none ? "unlocated" : step.placement.explanation, grouped(step.rows),
        grouped(step.detainers), percent(step.detainers, of: places.detainers),
      ])
      table.parts.append(Double(step.detainers) / Double(places.detainers))
    }
    let withoutState = places.detainers - places.withState
    let named =
      withoutState == 0
      ? ""
      : "; \(grouped(withoutState)) name no state, and "
        + "\(percent(places.located, of: places.withState)) of the others are located"
    return section(
      "Counties",
      sentence(
        "Located: \(grouped(places.located)) of \(counted(places.detainers, "detainer"))\(named).")
        + lines(of: table))
  }

  func unplaced() -> [Line] {
    let unplaced = health.places.unplaced
    guard !unplaced.isEmpty else { return [] }
    var table = HealthTable(columns: [
      Column(title: "facility", kind: .text), Column(title: "rows"),
      Column(title: "detainers"),
    ])
    for place in unplaced.prefix(limit) {
      table.rows.append([place.facility.text, grouped(place.rows), grouped(place.detainers)])
    }
    return section(
      "Facilities without a county",
      sentence(
        "In no county: \(grouped(unplaced.count)) of "
          + "\(counted(health.places.facilities, "facility", "facilities")), told apart by name, city "
          + "and state.")
        + lines(of: table) + more(unplaced.count, "facility", "facilities"))
  }

  func columns() -> [Line] {
    section(
      "Empty cells by column, after placing",
      health.files.prefix(limit).flatMap { file -> [Line] in
        var lines = wrapped(file.source.file, to: width).map { Line($0, .strong) }
        let partly = file.columns.filter { $0.empty > 0 && $0.empty < $0.total }
        var table = HealthTable(columns: [
          Column(title: "column", kind: .text), Column(title: "empty"),
          Column(title: "share"),
        ])
        for column in partly {
          table.rows.append([
            column.field.rawValue, grouped(column.empty), percent(column.empty, of: column.total),
          ])
          table.parts.append(column.emptyShare)
        }
        lines += self.lines(of: table)
        for (words, columns) in [
          ("Always filled", file.columns.filter { $0.empty == 0 }),
          ("Never filled", file.columns.filter { $0.empty == $0.total }),
        ] where file.detainers > 0 && !columns.isEmpty {
          lines += sentence("\(words): \(columns.map(\.field.rawValue).joined(separator: ", ")).")
        }
        return lines
      } + more(health.files.count, "file"))
  }
}
