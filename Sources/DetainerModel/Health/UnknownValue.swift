import Text

/// A value that the tables of the releases do not know.
package struct UnknownValue: Hashable, Sendable {
  /// The column.
  package let field: DetainerField
  /// The value as it stands.
  package let value: String
  /// The detainers that have it.
  package internal(set) var detainers: Int
  /// The first row of the table that has it.
  package internal(set) var first: Int

  /// Finds the values of every column whose values are known in full.
  static func all(
    in dataset: Dataset, sites: [SiteSums], log: inout FindingLog
  ) -> [UnknownValue] {
    let table = dataset.table
    var values = Vocabulary.all.flatMap { inTexts($0, of: table) }
    values += inSites(.state, of: table, sites) { _, place in
      dataset.places.state(place.state) == nil ? place.state : ""
    }
    values += inSites(.aor, of: table, sites) { site, _ in
      dataset.places.aor(site.aor) == nil ? site.aor : ""
    }
    values.sort { a, b in
      a.detainers != b.detainers
        ? a.detainers > b.detainers : (a.field.rawValue, a.value) < (b.field.rawValue, b.value)
    }
    for value in values {
      log.add(
        Self.code(of: value.field), file: table.source(value.first).file,
        row: table.line(value.first), column: value.field.rawValue,
        "“\(excerpt(value.value))” is not known: \(counted(value.detainers, "detainer")), first in this row."
      )
    }
    return values
  }

  private static func code(of field: DetainerField) -> FindingCode {
    switch field {
    case .liftReason: .unknownLiftReason
    case .type: .unknownType
    case .criminality: .unknownCriminality
    case .threat: .unknownThreat
    case .gender: .unknownGender
    case .aor: .unknownAOR
    default: .unknownState
    }
  }

  private static func inTexts(_ vocabulary: Vocabulary, of table: DetainerTable) -> [UnknownValue] {
    let column = table.column(vocabulary.field)
    let isUnknown = column.dictionary.texts.map { !$0.isEmpty && !vocabulary.knows($0) }
    guard isUnknown.contains(true) else { return [] }
    var sums = Array(repeating: 0, count: isUnknown.count)
    var first = Array(repeating: -1, count: isUnknown.count)
    column.codes.forEach(in: 0..<table.rowCount) { row, code in
      guard isUnknown[code] else { return }
      if first[code] < 0 { first[code] = row }
      sums[code] &+= table.count(row)
    }
    return isUnknown.indices.filter { first[$0] >= 0 }.map { code in
      UnknownValue(
        field: vocabulary.field, value: column.dictionary[code], detainers: sums[code],
        first: first[code])
    }
  }

  private static func inSites(
    _ field: DetainerField, of table: DetainerTable, _ files: [SiteSums],
    _ unknown: (Site, Jurisdiction) -> String
  ) -> [UnknownValue] {
    let texts = table.sites.map { unknown($0, table.jurisdictions[$0.jurisdiction]) }
    var found: [String: UnknownValue] = [:]
    for sums in files {
      for (site, text) in texts.enumerated() where !text.isEmpty && sums.rows[site] > 0 {
        let first = sums.first[site]
        var value =
          found[text] ?? UnknownValue(field: field, value: text, detainers: 0, first: first)
        value.detainers += sums.detainers[site]
        value.first = min(value.first, first)
        found[text] = value
      }
    }
    return Array(found.values)
  }
}

/// A column whose values are known in full, by the vocabularies of the releases.
struct Vocabulary: Sendable {
  let field: DetainerField
  let knows: @Sendable (String) -> Bool

  static let all = [
    Vocabulary(field: .liftReason) { Outcome.knows(liftReason: $0) },
    Vocabulary(field: .type) { text in
      ["I247", "I247A", "I247D", "I247G", "I247N", "I247X"].contains(
        DetainerTable.typeCode(text).uppercased())
    },
    Vocabulary(field: .criminality) { text in
      ["1 convicted criminal", "2 pending criminal charges", "3 other immigration violator"]
        .contains(text.lowercased())
    },
    Vocabulary(field: .threat) { ["1", "2", "3"].contains($0) },
    Vocabulary(field: .gender) { ["male", "female", "unknown"].contains($0.lowercased()) },
  ]
}
