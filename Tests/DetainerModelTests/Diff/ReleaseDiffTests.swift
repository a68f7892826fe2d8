import TestSupport
import Testing

@testable import DetainerModel

/// What is a change, a new row and one that is gone.
@Suite struct ReleaseDiffTests {
  private func words(_ diff: ReleaseDiff) throws -> [String] {
    try diff.rows().map { row in
      let changes = diff.changes(of: row).map { "\($0.field.rawValue) \($0.before)>\($0.after)" }
      return ([row.change.rawValue] + changes + [row.match?.rawValue ?? ""])
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func theSameTwiceIsAlike() throws {
    let records = copies(3) + copies(1) { $0.reason = "Lifted" }
    let diff = try diff(records, records.reversed())
    #expect(try diff.rows().isEmpty)
    #expect(try diff.total().alike == 4 && diff.total().different == 0)
    #expect(
      diff.sentences(of: [], try diff.total()).first
        == "Both say the same: 4 detainers are alike.")
  }

  @Test func equalRowsAreDifferentPeople() throws {
    let diff = try diff(copies(5), copies(3) + copies(1) { $0.city = "DALLAS" })
    #expect(try words(diff) == ["new", "gone", "gone"])
  }

  @Test func aLiftReasonThatCameLateIsAChange() throws {
    let late = copies(1) {
      ($0.reason, $0.lifted) = ("Detainer Declined by LEA", "2015-02-01")
    }
    #expect(
      try words(diff(copies(3), copies(2) + late)) == [
        "changed lifted >2015-02-01 lift_reason >Detainer Declined by LEA columns"
      ])
  }

  @Test func whichBecameWhichIsNotGuessedInSilence() throws {
    let after = copies(1) { $0.reason = "Died" } + copies(1) { $0.reason = "Transferred" }
    // Two that are alike became two others: it makes no difference which.
    #expect(
      try words(
        diff(copies(2) + copies(1) { $0.gender = "Male" }, after + copies(1) { $0.gender = "Male" })
      )
        == ["changed lift_reason >Died columns", "changed lift_reason >Transferred columns"])
    // Of two that are not, either may have.
    #expect(
      try words(diff(copies(1) + copies(1) { $0.reason = "Lifted" }, after)) == [
        "changed lift_reason >Died one of several",
        "changed lift_reason Lifted>Transferred one of several",
      ])
    // One that was pending is more likely to have ended than one that had ended already.
    #expect(
      try words(
        diff(copies(1) { $0.reason = "Lifted" } + copies(1), copies(1) { $0.reason = "Died" }))
        == ["changed lift_reason >Died one of several", "gone"])
  }

  @Test func anotherDayOrFacilityIsAnotherDetainer() throws {
    let days = copies(1) + copies(1) { $0.issued = "2015-01-09" }
    for change: (inout PlainRecord) -> Void in [
      { $0.issued = "2015-01-06" }, { $0.facility = "CITY JAIL" }, { $0.city = "WACO" },
      { $0.state = "NM" },
    ] {
      let after =
        [days[1]]
        + copies(1) {
          $0.issued = "2015-01-05"; change(&$0)
        }
        + copies(1) { $0.gender = "Edge" }
      let before = days + copies(1) { $0.gender = "Edge" }
      #expect(try words(diff(before, after)) == ["new", "gone"])
    }
  }

  @Test func anIdentifierFindsARowAgainThatMoved() throws {
    func records(_ change: (inout PlainRecord) -> Void) -> [PlainRecord] {
      (1...9).map { number in
        var record = PlainRecord()
        record.issued = "2015-01-0\(number)"
        record.person = "id\(number)"
        if number == 4 { change(&record) }
        return record
      }
    }
    let before = records { _ in }
    #expect(
      try words(diff(before, records { ($0.facility, $0.reason) = ("CITY JAIL", "Died") })) == [
        "changed lift_reason >Died facility CLARK COUNTY JAIL>CITY JAIL identifier"
      ])
    #expect(
      try words(diff(before, records { $0.issued = "2015-01-07" })) == [
        "changed issued 2015-01-04>2015-01-07 identifier"
      ])
    // Somebody else on the same day is not a change.
    #expect(try words(diff(before, records { $0.person = "other" })) == ["new", "gone"])
  }

  @Test func identifiersOfAnotherReleaseMeanNothing() throws {
    func records(_ prefix: String) -> [PlainRecord] {
      (1...9).map { number in
        var record = PlainRecord()
        record.issued = "2015-01-0\(number)"
        record.person = "\(prefix)\(number)"
        return record
      }
    }
    let diff = try diff(records("a"), records("b"))
    #expect(diff.identifiers == .unlike(same: 0, of: 9))
    #expect(try diff.rows().isEmpty)
    #expect(!diff.compared.contains(.person))
    // Numbers that both count from 1 are not the same either, where they are of other days.
    let backwards = records("").map { record in
      var record = record
      record.person = "\(10 - (Int(record.person) ?? 0))"
      return record
    }
    #expect(
      try DetainerModelTests.diff(records(""), backwards).identifiers == .unlike(same: 1, of: 9))
  }

  @Test func onlyDaysOfBothAreCompared() throws {
    func records(_ days: ClosedRange<Int>) -> [PlainRecord] {
      days.map { number in
        var record = PlainRecord()
        record.issued = "2015-01-\(number)"
        return record
      }
    }
    let undated = copies(2) { $0.issued = "" }
    let diff = try diff(records(10...20) + undated, records(15...30))
    #expect(try diff.rows().isEmpty)
    #expect(try diff.total().alike == 6)
    #expect(
      diff.daysWords
        == "Both cover 2015-01-15 to 2015-01-20; 5 and 10 detainers are of other days; 2 and 0 have no day of issue."
    )
    #expect(
      throws: DiffError.noSharedDays(
        before: "2015-01-10 to 2015-01-12", after: "2015-01-20 to 2015-01-22")
    ) { try DetainerModelTests.diff(records(10...12), records(20...22)) }
  }

  @Test func columnsOfOneAloneAreNamedAndNotCompared() throws {
    let after = releases([("after", copies(2) { $0.gender = "Male" })])
    func words(_ fields: Set<DetainerField>) throws -> String {
      let before = releases([("before", copies(2))], fields: fields)
      let diff = try ReleaseDiff(
        ReleaseSide(before, sources: ["before"], name: "before"),
        ReleaseSide(after, sources: ["after"], name: "after"))
      #expect(try diff.rows().isEmpty)
      return diff.columnsWords
    }
    #expect(
      try words(plainFields.subtracting([.gender]))
        == "Compared: issued, lifted, lift_reason, facility, city, state, type. Only after: gender."
    )
    // Where nobody says which columns there are, those that say something.
    #expect(
      try words([])
        == "Compared: issued, facility, city, state, type. Only after: lifted, lift_reason, gender."
    )
  }

  @Test func whatTheReaderAddsIsNoDifference() throws {
    let diff = try diff(copies(2), copies(2) { $0.foundCounty = "Clark County" })
    #expect(try diff.rows().isEmpty)
    // By county each release is counted as it was placed.
    let groups = try diff.groups(by: [.county])
    #expect(groups.map(\.count.movedIn).reduce(0, +) == 2)
  }

  @Test func typesAreComparedByCodeWhereOneSideHasNoMore() throws {
    let long = copies(1) { $0.type = "I247 - as of March 2013" }
    #expect(try diff(long, copies(1) { $0.type = "I247" }).rows().isEmpty)
    #expect(
      try words(diff(long, copies(1) { $0.type = "I247 - before March 2013" })) == [
        "changed type I247 - as of March 2013>I247 - before March 2013 columns"
      ])
  }

  @Test func aChangeMovesARowIntoWhatAFilterChooses() throws {
    let declined = copies(1) { $0.reason = "Detainer Declined by LEA" }
    let diff = try diff(copies(3) + declined, copies(2) + declined + declined)
    let query = Query(try FilterParser.parse("outcome:declined"))
    let group = try #require(try diff.groups(by: [.state], query).first)
    #expect(group.count.before == 1 && group.count.after == 2)
    #expect(group.count.movedIn == 1 && group.count.alike == 1 && group.count.changed == 0)
    #expect(try diff.rows(query).map(\.change) == [.changed])
    let all = try diff.groups(by: [.liftReason])
    #expect(all.map(\.count.movedIn).reduce(0, +) == 1)
    #expect(all.map(\.count.movedOut).reduce(0, +) == 1)
  }

  @Test func releasesOfOneDatasetAreComparedToo() throws {
    let data = releases([
      ("june", copies(3)), ("published", []),
      ("may", copies(1) + copies(1) { $0.issued = "2015-01-04" }),
    ])
    #expect(data.releaseNames == ["june", "may"])
    #expect(
      data.releasePairs.map(\.before) == ["june"] && data.releasePairs.map(\.after) == ["may"])
    let diff = try ReleaseDiff(
      ReleaseSide(data, sources: ["june"], name: "june"),
      ReleaseSide(data, sources: ["may"], name: "may"))
    #expect(try words(diff) == ["gone", "gone"])
    #expect(throws: DiffError.severalReleases("all", ["june", "may"])) {
      try ReleaseSide(data, sources: ["june", "may"], name: "all")
    }
    #expect(throws: DiffError.noRecords("none")) {
      try ReleaseSide(data, sources: ["none"], name: "none")
    }
    #expect(throws: DiffError.keyOfRelease(.source)) { try diff.groups(by: [.source]) }
  }

  /// A tally of one release against its records: by weeks, and by as many as a line stands for.
  @Test func linesOfATallyAreAsManyDetainersAsTheySay() throws {
    var builder = TableBuilder()
    builder.begin(Source(name: "tally", file: "tally.csv"))
    builder.markTally()
    for (week, count) in [("2015-01-03", 3), ("2015-01-10", 5), ("2015-01-17", 1)] {
      var row = TableBuilder.Row()
      row.period = Period(.week, containing: day(week))
      row.count = count
      builder.append(row)
    }
    let tally = Dataset(table: builder.finished())
    let records = releases([
      (
        "records",
        (0..<21).map { number in
          var record = PlainRecord()
          record.issued = day("2015-01-03").adding(number).iso
          return record
        }
      )
    ])
    let diff = try ReleaseDiff(
      ReleaseSide(tally, sources: ["tally"], name: "tally"),
      ReleaseSide(records, sources: ["records"], name: "records"))
    let total = try diff.total()
    #expect(total.before == 9 && total.after == 21 && total.alike == 9 && total.new == 12)
    #expect(diff.compared == [.week])
    #expect(try diff.rows().reduce(0) { $0 + $1.count } == 12)
  }
}
