import TestSupport
import Testing

@testable import DetainerFormats

/// Whatever happens to a workbook on its way, reading it ends with texts or with a sentence.
@Suite struct WorkbookFuzzTests {
  private func sample(isStored: Bool) -> [UInt8] {
    var workbook = WorkbookWriter(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
      <row r="2"><c r="A2" s="1"><v>42763.5</v></c><c r="B2" t="inlineStr"><is><t>a_x000D_b\
      </t><rPh><t>c</t></rPh></is></c><c r="D2"><f>1+1</f><v>1.50E1</v></c></row>
      """, shared: ["<t>Prepare Date</t>", "<r><t>St</t></r><r><t>ate</t></r>"],
      formats: ["yyyy\\-mm"])
    workbook.isStored = isStored
    return workbook.archive
  }

  @Test(arguments: [true, false], [UInt64(1), 2, 3])
  func aWorkbookWithFlippedLostOrDoubledBytesNeverCrashes(
    _ isStored: Bool, _ seed: UInt64
  ) {
    let whole = sample(isStored: isStored)
    var random = SeededGenerator(seed)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(start..<end)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
        default: bytes.removeSubrange((start + 1)...)
        }
      }
      _ = sniff(bytes)
      #expect(refusal(of: bytes).count < 300)
    }
  }

  /// The checksum would refuse most of these before the readers of the parts see them.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func partsWithChangedTextNeverCrash(_ seed: UInt64) {
    var random = SeededGenerator(seed)
    let signs = Array("<>/\"'=&;#x0123456789ABrcsvt: \n\u{0}\u{FF}".utf8)
    for _ in 0..<400 {
      var zip = ZipWriter()
      for (name, text) in WorkbookWriter(
        """
        <row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42763.5</v></c></row>\
        <row r="9"><c r="AB9" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c><c t="b"><v>1</v></c></row>
        """, shared: ["<t>a</t>"], formats: ["yyyy"]
      ).parts {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          bytes[index] = signs.randomElement(using: &random) ?? 0
          if Bool.random(using: &random) { bytes.remove(at: index) }
        }
        zip.entries.append(ZipWriter.Entry(name: name, bytes: bytes, isStored: true))
      }
      #expect(refusal(of: zip.archive).count < 300)
    }
  }
}
