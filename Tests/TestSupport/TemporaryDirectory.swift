import Foundation
import Glibc

/// Lends an empty directory and removes it with all that is in it.
package func withTemporaryDirectory<Result>(
  _ body: (String) throws -> Result
) throws -> Result {
  let path = makeTemporaryDirectory()
  defer { removeTree(path) }
  return try body(path)
}

/// Lends an empty directory and removes it with all that is in it.
package func withTemporaryDirectory<Result>(
  _ body: (String) async throws -> Result
) async throws -> Result {
  let path = makeTemporaryDirectory()
  defer { removeTree(path) }
  return try await body(path)
}

/// Makes an empty directory; `removeTree` takes it away.
package func makeTemporaryDirectory() -> String {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  let path = "\(parent)/ddor-tests-\(UInt64.random(in: 0...UInt64.max))"
  precondition(mkdir(path, 0o700) == 0, "no room for tests in \(parent)")
  return path
}

/// Removes a directory and all that is in it, even what may not be read or has no proper name.
package func removeTree(_ path: String) { removeTree(Array(path.utf8CString)) }

private func removeTree(_ path: [CChar]) {
  if unlink(path) == 0 { return }
  chmod(path, 0o700)
  if let stream = opendir(path) {
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      let dot = CChar(UInt8(ascii: "."))
      if name != [dot], name != [dot, dot] {
        removeTree(path.dropLast() + [CChar(UInt8(ascii: "/"))] + name + [0])
      }
    }
    closedir(stream)
  }
  rmdir(path)
}

/// The names in a directory, sorted.
package func names(in directory: String) -> [String] {
  (try? FileManager.default.contentsOfDirectory(atPath: directory))?.sorted() ?? []
}

/// Puts bytes into a file, replacing what was there, and makes the directories on the way to it.
package func put(_ bytes: some Sequence<UInt8>, at path: String) {
  let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
  try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  // Written in place, so that a file that is mapped or behind a link is the one that changes.
  let file = fopen(path, "w")
  precondition(file != nil, "a test file could not be written")
  let bytes = Array(bytes)
  precondition(fwrite(bytes, 1, bytes.count, file) == bytes.count && fclose(file) == 0)
}

/// The bytes of a file; none if it cannot be read.
package func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
    bytes += chunk.prefix(count)
  }
  return bytes
}

/// The text of a file; empty if it cannot be read.
package func contents(of path: String) -> String {
  String(decoding: bytes(of: path), as: UTF8.self)
}
