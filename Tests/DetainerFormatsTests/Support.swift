import CZlib
import Glibc

@testable import DetainerFormats

/// Lends an empty directory and removes it with all that is in it.
func withTemporaryDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  let path = "\(parent)/ddor-tests-\(UInt64.random(in: 0...UInt64.max))"
  precondition(mkdir(path, 0o700) == 0, "no room for tests in \(parent)")
  defer {
    chmod(path, 0o700)
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
  return try body(path)
}

/// The names in a directory, sorted.
func names(in directory: String) -> [String] {
  guard let stream = opendir(directory) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Puts bytes into a file, replacing what was there.
func put(_ bytes: some Sequence<UInt8>, at path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  let bytes = Array(bytes)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    precondition(count > 0, "a test file could not be written")
    written += count
  }
  close(file)
}

/// The text of a file; empty if there is none.
func contents(of path: String) -> String {
  guard let file = try? FileBytes(path: path) else { return "" }
  return file.withBytes { String(decoding: $0, as: UTF8.self) }
}

extension FileBytes {
  var array: [UInt8] { withBytes { Array($0) } }
}

/// SplitMix64: the same numbers every time.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// All records of a text as strings.
func records(_ text: String, delimiter: UInt8? = UInt8(ascii: ",")) -> [[String]] {
  records(Array(text.utf8), delimiter: delimiter)
}

/// All records of some bytes as strings.
func records(_ bytes: [UInt8], delimiter: UInt8? = UInt8(ascii: ",")) -> [[String]] {
  bytes.withUnsafeBytes { bytes in
    var reader = DelimitedReader(bytes, delimiter: delimiter)
    var record = DelimitedReader.Record()
    var result: [[String]] = []
    while reader.next(into: &record) {
      result.append((0..<record.count).map { reader.text($0, of: record) })
    }
    return result
  }
}

/// A gzip file with these contents.
func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

/// A gzip file with these contents.
func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 15 + 16) }

/// Bytes packed by zlib, in the wrapping that the bits of its window stand for.
func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
  var stream = z_stream()
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count * 2 + 100)
  let size = Int32(MemoryLayout<z_stream>.size)
  return input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      withUnsafeMutablePointer(to: &stream) { stream in
        deflateInit2_(
          stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        deflate(stream, Z_FINISH)
        let count = Int(stream.pointee.total_out)
        deflateEnd(stream)
        return Array(target[..<count])
      }
    }
  }
}
