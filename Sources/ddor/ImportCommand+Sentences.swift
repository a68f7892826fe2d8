import DetainerFormats
import DetainerModel
import Text

extension ReleaseSummary {
  /// What came of a release, in sentences.
  func sentences(directory: String) -> [String] {
    let given = firstNames(files)
    guard result != .alreadyThere else {
      return [
        harmless(
          "\(given) is in \(directory) already, as the source “\(place)”; nothing was changed.")
      ]
    }
    var read = "Read \(given): \(counted(rows, isTally ? "line" : "row"))"
    if isTally { read += " that stand for \(counted(detainers, "detainer"))" }
    if let days { read += ", \(days.lowerBound.iso) to \(days.upperBound.iso)" }
    read += "; \(resolved.text) resolved, \(declined.text) declined"
    read += declined.isExact ? "." : " (\(Outcome.reasonUnknown))."
    if undated > 0 { read += " \(grouped(undated)) without a readable date are under no week." }

    let inPlaces = placed.reduce(0) { $0 + $1.detainers }
    var sentences = [read, "Placed \(share(inPlaces))."]
    if inPlaces > 0 {
      let ways = placed.map { "\(share($0.detainers)) \($0.placement.explanation)" }
      sentences[1] = "Placed \(share(inPlaces)): \(ways.joined(separator: ", "))."
    }
    let missing = unlocated.inState + unlocated.withoutState
    if missing > 0 {
      sentences.append(
        "Unlocated \(share(missing)): \(grouped(unlocated.withoutState)) without a state, "
          + "\(grouped(unlocated.inState)) in a known state.")
    }
    sentences += findings.map { finding in
      "\(counted(finding.count, "finding")) of the kind \(finding.first.code), the first at "
        + finding.first.description
    }
    if findings.isEmpty { sentences.append("Every row was taken as it stands.") }
    for file in written {
      sentences.append(
        "Wrote \(directory)/\(file.path), \(counted(file.rows, "row")), "
          + "\(counted(file.bytes, "byte")).")
    }
    sentences.append(
      result == .replaced
        ? "The source “\(name)” was replaced in \(directory)/datapackage.json."
        : "The source “\(name)” was added to \(directory)/datapackage.json.")
    return sentences.map(harmless)
  }

  /// A number and its share of all detainers.
  private func share(_ number: Int) -> String {
    detainers > 0 ? "\(grouped(number)) (\(percent(number, of: detainers)))" : grouped(number)
  }
}

extension PublishedSummary {
  /// What came of rows, in sentences.
  func sentences(directory: String) -> [String] {
    guard !isAlreadyThere else {
      return [
        harmless("The rows are in \(directory) already, under “\(source)”; nothing was changed.")
      ]
    }
    var sentences = [
      "Added \(counted(rows, "row")) to the report of \(period.sentenceName), “\(source)”, as "
        + "\(directory)/\(path)."
    ]
    let before = "\(counted(listedBefore, "row")) \(listedBefore == 1 ? "was" : "were")"
    let listed = "\(before) listed before, and \(grouped(self.listed)) now"
    sentences.append(
      stated.map { "Of \(grouped($0)) declined that the report states, \(listed)." }
        ?? "The report states no total; \(listed).")
    if equalRows > 0 {
      sentences.append(
        "\(grouped(equalRows)) of the rows \(equalRows == 1 ? "equals" : "equal") another row of "
          + "the report; equal rows are different people, and all are kept.")
    }
    sentences += exceeded.map { "More than is stated: \($0.sentence)" }
    if !emptyRequired.isEmpty {
      sentences.append(
        "The schema in datapackage.json requires \(emptyRequired.joined(separator: ", ")), which "
          + "not every row has; frictionless will say so until the schema allows it.")
    }
    if !description.isEmpty {
      sentences.append(
        "datapackage.json says of this source: “\(description)” Change that if it no longer holds.")
    }
    return sentences.map(harmless)
  }
}
