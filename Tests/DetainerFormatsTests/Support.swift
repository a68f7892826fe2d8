import CZlib

@testable import DetainerFormats

extension FileBytes {
  var array: [UInt8] { withBytes { Array($0) } }
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
