import DetainerModel

/// A record of a release as plain texts.
struct PlainRecord: Hashable {
  var issued = "2015-01-05"
  var lifted = ""
  var reason = ""
  var facility = "CLARK COUNTY JAIL"
  var city = "AUSTIN"
  var state = "TX"
  var type = "I247 - Immigration Detainer"
  var gender = ""
  var person = ""
  /// What the reader of the files found, which no file says.
  var foundCounty = ""

  /// What its own columns say, without the identifier.
  var texts: [String] {
    [issued, lifted, reason, facility, city, state, type, gender]
  }
}

/// The columns that a release of plain records has.
let plainFields: Set<DetainerField> = [
  .issued, .lifted, .liftReason, .facility, .city, .state, .type, .gender, .person,
]

/// A dataset of releases, each with its records.
func releases(
  _ releases: [(name: String, records: [PlainRecord])], fields: Set<DetainerField> = plainFields
) -> Dataset {
  var builder = TableBuilder()
  for (name, records) in releases {
    builder.begin(Source(name: name, file: name + ".csv", fields: fields))
    for (index, record) in records.enumerated() {
      var row = TableBuilder.Row()
      row.line = index + 2
      row.issued = day(record.issued)
      row.lifted = day(record.lifted)
      row.site = builder.site(
        Site(
          facility: record.facility, city: record.city,
          jurisdiction: builder.jurisdiction(
            Jurisdiction(state: record.state, county: record.foundCounty, fips: "")),
          aor: "", placement: record.foundCounty.isEmpty ? .none : .city))
      for (field, text) in [
        (DetainerField.liftReason, record.reason), (.type, record.type), (.gender, record.gender),
      ] {
        if let column = field.textIndex { row.texts[column] = builder.text(text, column: column) }
      }
      builder.append(row)
    }
    builder.keep(Persons(ofLine: records.map(\.person)))
  }
  return Dataset(places: OracleTests.places, table: builder.finished())
}

/// Two releases, each with a dataset of its own, held against each other.
func diff(_ before: [PlainRecord], _ after: [PlainRecord]) throws -> ReleaseDiff {
  try ReleaseDiff(
    ReleaseSide(releases([("before", before)]), sources: ["before"], name: "before"),
    ReleaseSide(releases([("after", after)]), sources: ["after"], name: "after"))
}

/// One record many times.
func copies(_ count: Int, _ change: (inout PlainRecord) -> Void = { _ in }) -> [PlainRecord] {
  var record = PlainRecord()
  change(&record)
  return Array(repeating: record, count: count)
}
