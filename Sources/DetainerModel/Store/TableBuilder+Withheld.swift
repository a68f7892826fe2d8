extension TableBuilder {
  /// Says of the rows added last, all of one file, that it is not known what became of them.
  package mutating func forgetOutcomes(ofLast count: Int) {
    let known = rows.outcome.column
    let first = max(0, known.count - count)
    var outcomes = GrowingColumn<UInt8>()
    outcomes.append(known.count) { room in
      for row in room.indices { room[row] = row < first ? known[row] : Outcome.unknownCode }
    }
    rows.outcome = outcomes
  }
}
