import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct MappedFileTests {
  @Test func readsSmallFilesAndMapsLargeOnes() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put("county,declined\nTravis,142\n".utf8, at: path)
      let read = try FileBytes(path: path)
      let mapped = try FileBytes(path: path, largestInMemory: 3)
      #expect(read.array == Array("county,declined\nTravis,142\n".utf8))
      #expect(mapped.array == read.array)
      #expect(mapped.size == 27 && read.size == 27)
      #expect(read.identity == mapped.identity)
    }
  }

  @Test func bytesThatWereForgottenComeBack() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
      put(bytes, at: path)
      let mapped = try FileBytes(path: path, largestInMemory: 3)
      for end in [0, 5_000, 99_999, 1_000_000] {
        mapped.forget(upTo: end)
        #expect(mapped.array == bytes)
      }
    }
  }

  @Test func emptyFilesAreFiles() throws {
    try withTemporaryDirectory { directory in
      put([], at: "\(directory)/empty")
      let file = try FileBytes(path: "\(directory)/empty")
      #expect(file.size == 0 && file.array.isEmpty)
    }
  }

  @Test func identityChangesWithTheFile() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put("a".utf8, at: path)
      let before = try FileBytes(path: path).identity
      put("ab".utf8, at: path)
      let after = try FileBytes(path: path).identity
      #expect(before != after && before.inode == after.inode && after.size == 2)
      #expect(after.modified > 1_500_000_000_000_000_000)
    }
  }

  @Test func aSmallFileMayShrinkWhileItIsInUse() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put([UInt8](repeating: 65, count: 100_000), at: path)
      let file = try FileBytes(path: path)
      put([], at: path)
      #expect(file.array.count == 100_000)
    }
  }

  @Test func whatIsNotAFileIsRefusedAtOnceWithASentence() throws {
    try withTemporaryDirectory { directory in
      mkfifo("\(directory)/pipe", 0o600)
      symlink("\(directory)/loop", "\(directory)/loop")
      put([], at: "\(directory)/file")
      #expect(sentence("\(directory)/pipe") == "\(directory)/pipe \(notAFile("a named pipe"))")
      #expect(sentence("/dev/null") == "/dev/null \(notAFile("a device"))")
      #expect(sentence("/tmp") == "/tmp is a directory, not a file; name a file inside it.")
      #expect(sentence("/no/such") == "/no/such does not exist; check the path.")
      #expect(sentence("\(directory)/file/x").hasSuffix("x does not exist; check the path."))
      #expect(sentence("\(directory)/file\0x").hasSuffix("x does not exist; check the path."))
      #expect(sentence("") == "The path is empty; name a file.")
      #expect(
        sentence("\(directory)/loop").hasSuffix(
          "cannot be read: Too many levels of symbolic links; check where its links lead."))
      if getuid() != 0 {
        chmod("\(directory)/file", 0)
        #expect(sentence("\(directory)/file").contains("may not be read by you"))
      }
    }
  }

  @Test func controlCharactersOfANameAreMadeVisible() {
    #expect(sentence("a\u{1B}]0;x\u{7}\n") == "a␛]0;x␇  does not exist; check the path.")
    #expect(sentence("a\u{202E}vsc.x").hasPrefix("a·vsc.x does"))
  }

  @Test func theLastReferenceClosesAndUnmaps() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/unmapped-with-its-last-reference"
      put([UInt8](repeating: 65, count: 100_000), at: path)
      do {
        let file = try FileBytes(path: path, largestInMemory: 0)
        #expect(file.withBytes { $0.count } == 100_000)
        #expect(names(of: "/proc/self/maps").contains(path))
        _ = consume file
      }
      #expect(!names(of: "/proc/self/maps").contains(path))
    }
  }

  /// Files under /proc have no size, so they are read the plain way.
  private func names(of path: String) -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var text: [UInt8] = []
    while case let byte = fgetc(stream), byte != EOF { text.append(UInt8(byte)) }
    return String(decoding: text, as: UTF8.self)
  }

  private func notAFile(_ kind: String) -> String {
    "is \(kind), not a file; save its contents to a file and open that."
  }

  private func sentence(_ path: String) -> String {
    do {
      _ = try FileBytes(path: path)
      return "no error"
    } catch {
      return error.description
    }
  }
}
