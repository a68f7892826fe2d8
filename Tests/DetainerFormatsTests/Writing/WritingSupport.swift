import DetainerModel

@testable import DetainerFormats

/// Every kind of cell, and texts that mean something to each of the formats.
let hostile = Listing(
  columns: [
    .init("county"), .init("lift_reason"), .init("declined", .integer),
    .init("share_of_issued", .fraction),
  ],
  rows: [
    [.text("Travis"), .text("plain"), .integer(142), .fraction(0.0696)],
    [.text("Doña Ana"), .text("a,b\t\"c\""), .integer(-3), .fraction(1)],
    [.text("=1+1"), .text("two\r\nlines\nthree"), .missing, .missing],
    [.text("東京"), .text("|`*_<b>[x]\\&~"), .integer(0), .fraction(0.00005)],
    [
      .text("\u{1B}[2J\u{202E}evil"), .text("\u{2028}\u{2029}\u{7}\u{7F}\u{9B}"), .integer(1),
      .missing,
    ],
    [.missing, .text("e\u{301} 👩‍👧"), .missing, .fraction(.nan)],
  ])

/// Keeps what is written in memory.
struct MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }
}

/// What a format makes of a listing.
func written(_ listing: Listing, as format: some ExportFormat) throws -> String {
  var sink = MemorySink()
  try sink.write(listing, as: format)
  return sink.text
}

/// A listing of one text column.
func column(_ texts: [String]) -> Listing {
  Listing(columns: [.init("a")], rows: texts.map { [.text($0)] })
}
