/// Rows chosen by what their columns say, a block at a time.
///
/// A flag of one byte is made for each row without a branch, and eight flags become eight bits with
/// one multiplication: both loops run many rows at once.
extension RowSet {
  /// How many codes are looked for one by one before a table of all codes is faster.
  private static let fewCodes = 4
  private static let blockLength = 4096

  /// Adds the rows whose code the table names, of some rows only where they are given.
  /// - Parameter workers: look at the rows together.
  mutating func insertRows(
    of codes: Codes, in wanted: [Bool], among rows: RowSet? = nil, by workers: Workers
  ) {
    if let rows, rows.list != nil { return insertRows(of: codes, in: wanted, among: rows) }
    let universe = universe
    let parts = workers.parts(of: (universe + 63) / 64)
    guard parts.count > 1 else {
      return rows.map { insertRows(of: codes, in: wanted, among: $0) }
        ?? insertRows(of: codes, in: wanted)
    }
    let found = workers.map(parts) { words in
      let codes = codes.part(words.lowerBound << 6..<min(universe, words.upperBound << 6))
      var part = RowSet(universe: codes.count)
      part.insertRows(of: codes, in: wanted, among: rows?.part(words), by: .one)
      return part
    }
    for (part, words) in zip(found, parts) { insert(part, from: words.lowerBound) }
  }

  /// Adds the rows whose code the table names.
  mutating func insertRows(of codes: Codes, in wanted: [Bool]) {
    switch codes {
    case .narrow(let codes): insertRows(codes, in: wanted)
    case .medium(let codes): insertRows(codes, in: wanted)
    case .wide(let codes): insertRows(codes, in: wanted)
    }
  }

  /// Adds those of some rows whose code the table names.
  mutating func insertRows(of codes: Codes, in wanted: [Bool], among rows: RowSet) {
    if rows.list == nil, Self.areFew(wanted), rows.count > universe >> 6 {
      // Many rows at once are compared with a few codes faster than each of some is looked at.
      var found = RowSet(universe: universe)
      found.insertRows(of: codes, in: wanted)
      found.formIntersection(rows)
      return formUnion(found)
    }
    switch codes {
    case .narrow(let codes): insertRows(codes, in: wanted, among: rows)
    case .medium(let codes): insertRows(codes, in: wanted, among: rows)
    case .wide(let codes): insertRows(codes, in: wanted, among: rows)
    }
  }

  /// Adds the rows for which a test holds that needs no branch.
  @inline(__always)
  mutating func insertRows(where test: (Int) -> Bool) {
    insertBlocks { flags, start in
      for offset in flags.indices { flags[offset] = test(start &+ offset) ? 1 : 0 }
    }
  }

  private mutating func insertRows<Code: FixedWidthInteger>(
    _ codes: Column<Code>, in wanted: [Bool]
  ) {
    let count = wanted.count { $0 }
    if count == 0 || universe == 0 { return }
    if count == wanted.count {
      formUnion(RowSet(universe: universe, all: true))
      return
    }
    let isFew = Self.areFew(wanted)
    // A few codes that are not wanted are as easy to find as a few that are.
    let isInverse = count > wanted.count - count
    let few = isFew ? wanted.indices.filter { wanted[$0] != isInverse } : []
    codes.withUnsafeBufferPointer { codes in
      wanted.withUnsafeBufferPointer { wanted in
        insertBlocks { flags, start in
          let codes = UnsafeBufferPointer(rebasing: codes[start..<start + flags.count])
          if isFew {
            Self.compare(codes, with: few, isInverse: isInverse, into: flags)
          } else {
            for row in flags.indices { flags[row] = wanted[Int(codes[row])] ? 1 : 0 }
          }
        }
      }
    }
  }

  /// Whether the codes that are wanted, or those that are not, are looked for one by one.
  private static func areFew(_ wanted: [Bool]) -> Bool {
    let count = wanted.count { $0 }
    return min(count, wanted.count - count) <= fewCodes
  }

  @inline(__always)
  private static func compare<Code: FixedWidthInteger>(
    _ codes: UnsafeBufferPointer<Code>, with few: [Int], isInverse: Bool,
    into flags: UnsafeMutableBufferPointer<UInt8>
  ) {
    let rest: UInt8 = isInverse ? 1 : 0
    for row in flags.indices { flags[row] = rest }
    for code in few {
      guard let code = Code(exactly: code) else { continue }
      for row in flags.indices { flags[row] ^= codes[row] == code ? 1 : 0 }
    }
  }

  private mutating func insertRows<Code: FixedWidthInteger>(
    _ codes: Column<Code>, in wanted: [Bool], among rows: RowSet
  ) {
    // All memory is lent once, not for each row.
    wanted.withUnsafeBufferPointer { wanted in
      codes.withUnsafeBufferPointer { codes in
        if let list = rows.list {
          let found = list.filter { wanted[Int(codes[Int($0)])] }
          return formUnion(RowSet(universe: universe, list: found))
        }
        withWords { words in
          rows.words.withUnsafeBufferPointer { rows in
            for index in words.indices {
              var candidates = rows[index]
              var word: UInt64 = 0
              while candidates != 0 {
                let bit = candidates.trailingZeroBitCount
                candidates &= candidates &- 1
                word |= wanted[Int(codes[index << 6 | bit])] ? 1 << UInt64(bit) : 0
              }
              words[index] |= word
            }
          }
        }
      }
    }
  }

  /// Lets the body fill the flags of the rows of one block after the other.
  @inline(__always)
  private mutating func insertBlocks(
    _ fill: (_ flags: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Void
  ) {
    let universe = universe
    withUnsafeTemporaryAllocation(byteCount: Self.blockLength, alignment: 64) { block in
      let flags = block.bindMemory(to: UInt8.self)
      withWords { words in
        var start = 0
        while start < universe {
          let length = Swift.min(Self.blockLength, universe - start)
          fill(UnsafeMutableBufferPointer(rebasing: flags[..<length]), start)
          // Behind the last row there is none.
          for offset in length..<(length + 63) & ~63 { flags[offset] = 0 }
          for word in 0..<(length + 63) / 64 {
            words[start >> 6 &+ word] |= Self.packed(block, at: word << 6)
          }
          start += length
        }
      }
    }
  }

  /// The lowest bits of 64 bytes.
  @inline(__always)
  private static func packed(_ flags: UnsafeMutableRawBufferPointer, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for byte in 0..<8 {
      // Each flag is moved to another bit of the highest byte; none meets another on the way.
      let eight = flags.load(fromByteOffset: start &+ byte << 3, as: UInt64.self).littleEndian
      word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(byte << 3)
    }
    return word
  }
}
