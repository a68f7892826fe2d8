import CLoops
import DetainerFormats
import Generator
import Glibc

extension Guard {
  private static let rows = 100_000

  /// Reading a file of records on one thread: each field is found and looked up in its column.
  ///
  /// C does that alone; Swift makes codes, days, places and a table of it, too.
  static var reading: Guard {
    // A second thread would hide a loop that takes twice as long; it is read before the first file.
    setenv("DDOR_THREADS", "1", 1)
    let file = RecordFile(rows: rows)
    let slots = 1 << 18
    var tables = [UInt64](repeating: 0, count: RecordFile.columns * slots)
    return Guard(
      "reading records", bound: 3,
      swift: { (try? DataDirectory.open(file.path))?.table.rowCount ?? -1 },
      c: {
        file.bytes.withUnsafeBufferPointer { bytes in
          guard let start = bytes.baseAddress else { return 0 }
          return cloop_read(start, bytes.count, &tables, RecordFile.columns, slots) - 1
        }
      })
  }

  /// A generated file in the folder for temporary files, and its bytes.
  private final class RecordFile {
    static let columns = 16
    let path: String
    let bytes: [UInt8]

    init(rows: Int) {
      let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      path = "\(folder)/guard-loops-\(getpid()).csv"
      var file = GeneratedFile()
      file.rows = rows
      guard (try? file.write(to: path)) != nil, let stream = fopen(path, "rb") else {
        bytes = []
        return
      }
      defer { fclose(stream) }
      fseek(stream, 0, SEEK_END)
      let size = ftell(stream)
      rewind(stream)
      bytes = Array(unsafeUninitializedCapacity: size) { buffer, count in
        count = fread(buffer.baseAddress, 1, size, stream)
      }
    }

    deinit {
      unlink(path)
    }
  }
}
