/// Tells what kind of file starts with these bytes; all of a file is best, 64 KiB will do.
func sniffContent(_ bytes: UnsafeRawBufferPointer) -> ContentKind {
  guard !bytes.isEmpty else { return .empty }
  if let (_, kind) = signatures.first(where: { bytes.starts(with: $0.0) }) {
    switch kind {
    case .zip: return zipKind(bytes)
    case .oldExcel: return isEncryptedPackage(bytes) ? .protectedWorkbook : .oldExcel
    default: return kind
    }
  }
  if bytes.count >= 262, bytes[257...].starts(with: "ustar".utf8) { return .otherArchive }
  if isOldStata(bytes) { return .stata }
  if isDBase(bytes) { return .dBase }
  if bytes.dropFirst(8).starts(with: "DUCK".utf8) { return .duckDB }
  let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16))
  if UTF16Order(guessing: sample) != nil { return .utf16Text }
  if isNoise(sample) {
    if bytes.starts(with: "ORC".utf8) { return .orc }
    // Programs of Windows and Linux; a text may begin with these letters, too.
    return bytes.starts(with: "MZ".utf8) || bytes.starts(with: [0x7F] + "ELF".utf8)
      ? .program : .binary
  }
  return markupKind(sample) ?? .delimitedText
}

private let signatures: [([UInt8], ContentKind)] = [
  ([0x1F, 0x8B], .gzip),
  ([0x50, 0x4B, 0x03, 0x04], .zip),
  ([0x50, 0x4B, 0x05, 0x06], .zip),
  ([0x50, 0x4B, 0x07, 0x08], .zip),
  ([0xD0, 0xCF, 0x11, 0xE0], .oldExcel),
  (Array("PAR1".utf8), .parquet),
  (Array("PARE".utf8), .parquet),
  (Array("version https://git-lfs.github.com/spec/".utf8), .gitPointer),
  (Array("ARROW1".utf8), .arrow),
  (Array("FEA1".utf8), .arrow),
  (Array("Obj".utf8) + [1], .avro),
  (Array("<stata_dta>".utf8), .stata),
  (Array("RDA2\n".utf8), .r),
  (Array("RDA3\n".utf8), .r),
  (Array("RDX2\n".utf8), .r),
  (Array("RDX3\n".utf8), .r),
  (Array("X\n".utf8) + [0, 0, 0], .r),
  ([UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60], .sas),
  (Array("$FL2@(#)".utf8), .spss),
  (Array("$FL3@(#)".utf8), .spss),
  (Array("%PDF-".utf8), .pdf),
  (Array("SQLite format 3\0".utf8), .sqlite),
  ([0, 1, 0, 0] + Array("Standard Jet DB".utf8), .access),
  ([0, 1, 0, 0] + Array("Standard ACE DB".utf8), .access),
  (Array("{\\rtf".utf8), .richText),
  ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive),  // zstd
  ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .otherArchive),  // xz
  ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive),  // 7-Zip
  (Array("BZh".utf8), .otherArchive),
  (Array("Rar!".utf8) + [0x1A, 0x07], .otherArchive),
  ([0x04, 0x22, 0x4D, 0x18], .otherArchive),  // LZ4
  ([0x1F, 0x9D], .otherArchive),  // compress
  ([0xFF, 0xFE, 0, 0], .utf32Text),
  ([0, 0, 0xFE, 0xFF], .utf32Text),
  ([0xFF, 0xFE], .utf16Text),
  ([0xFE, 0xFF], .utf16Text),
]

/// What the parts of a ZIP archive say it is; one that lacks the list of its parts may still be a
/// workbook, whose reader then says what is the matter.
private func zipKind(_ bytes: UnsafeRawBufferPointer) -> ContentKind {
  guard let archive = try? ZipArchive(bytes, path: "") else {
    let marks = ["xl/workbook.xml", "xl/worksheets/", "xl/sharedStrings.xml"]
    return marks.contains { contains(bytes.prefix(1 << 16), Array($0.utf8)) } ? .xlsx : .zip
  }
  if archive["xl/workbook.bin"] != nil { return .binaryWorkbook }
  if archive["xl/workbook.xml"] != nil { return .xlsx }
  if archive["mimetype"] != nil, archive["content.xml"] != nil { return .openDocument }
  // Some programs call the parts as they like, which the standard allows.
  guard let types = archive["[Content_Types].xml"] else { return .zip }
  if archive.names.contains(where: { $0.hasPrefix("xl/") }) || isWorkbook(types, in: archive) {
    return .xlsx
  }
  return archive["_rels/.rels"] == nil ? .zip : .officeDocument
}

/// Whether the list of the kinds of parts has that of a workbook.
private func isWorkbook(_ types: ZipArchive.Entry, in archive: ZipArchive) -> Bool {
  guard let unpacker = archive.unpacker(of: types) else { return false }
  return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
    guard let count = unpacker.read(into: buffer, from: archive.bytes) else { return false }
    let text = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    return [
      "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
      "ms-excel.sheet.macroEnabled.main+xml",
    ].contains { contains(text[...], Array($0.utf8)) }
  }
}

/// Office puts an encrypted workbook into a container with an entry of this name; entries are
/// 128 bytes long and lie at multiples of that.
private func isEncryptedPackage(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let name = "EncryptedPackage".utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
  return stride(from: 512, to: max(512, bytes.count - name.count), by: 128).contains {
    bytes[$0] == name[0] && bytes[$0...].starts(with: name)
  }
}

private func contains(_ bytes: Slice<UnsafeRawBufferPointer>, _ mark: [UInt8]) -> Bool {
  bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
}

/// Before release 117 a Stata file has no signature: a version, a byte order, 1 and 0.
private func isOldStata(_ bytes: UnsafeRawBufferPointer) -> Bool {
  bytes.count > 60 && (0x69...0x73).contains(bytes[0]) && (1...2).contains(bytes[1])
    && bytes[2] == 1 && bytes[3] == 0
}

/// A table of dBase has no signature: a version, the day of the last change, and where the rows begin,
/// behind descriptions of columns of 32 bytes each. No text has the two zeros.
private func isDBase(_ bytes: UnsafeRawBufferPointer) -> Bool {
  guard bytes.count > 64, [0x03, 0x30, 0x83, 0x8B, 0xF5].contains(bytes[0]),
    (1...12).contains(bytes[2]), (1...31).contains(bytes[3]), bytes[12] == 0, bytes[13] == 0
  else { return false }
  let start = Int(bytes[8]) | Int(bytes[9]) << 8
  return start > 64 && start < bytes.count && bytes[32..<start].contains(0x0D)
}

/// With more than 2 % of control characters it is not text; random bytes have about 10 %.
private func isNoise(_ sample: UnsafeRawBufferPointer) -> Bool {
  var controls = 0
  for byte in sample where byte < 0x20 || byte == 0x7F {
    switch byte {
    case 0x09...0x0D, 0x1A, 0x1B: continue  // blanks, the end mark of DOS, escape
    default: controls += 1
    }
  }
  return controls * 50 > sample.count
}

private func markupKind(_ sample: UnsafeRawBufferPointer) -> ContentKind? {
  let text = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? sample.dropFirst(3) : sample[...]
  let solid = text.lazy.filter { !($0 == Byte.space || (0x09...0x0D).contains($0)) }.prefix(9)
  let start = solid.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  switch start.first {
  case UInt8(ascii: "<"):
    let openings = ["<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<table"]
    return openings.contains { start.starts(with: $0.utf8) } ? .html : nil
  case UInt8(ascii: "{"):
    return start.dropFirst().first.map { "\"}".utf8.contains($0) } ?? false ? .json : nil
  case UInt8(ascii: "["):
    // A value such as "[2A] Deportable" may start a table, so digits and letters prove nothing.
    return start.dropFirst().first.map { "{[\"]".utf8.contains($0) } ?? false ? .json : nil
  default: return nil
  }
}
