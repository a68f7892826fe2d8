import DetainerModel
import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct AtomicFileTests {
  @Test func aNewFileIsComplete() throws {
    try withTemporaryDirectory { directory in
      let file = AtomicFile(path: "\(directory)/a.csv", replacing: false)
      try file.write(column(["x"]), as: .csv)
      #expect(contents(of: file.path) == "a\nx\n")
      #expect(names(in: directory) == ["a.csv"])
      let mask = umask(0o022)
      umask(mask)
      #expect(permissions(of: file.path) == 0o666 & ~mask)
    }
  }

  @Test func anExistingFileIsKeptUnlessReplaced() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put("old".utf8, at: path)
      chmod(path, 0o640)
      var isCalled = false
      #expect(throws: WriteError.fileExists(path: path)) {
        try AtomicFile(path: path, replacing: false).write { _ in isCalled = true }
      }
      #expect(!isCalled, "no work is done in vain")
      #expect(contents(of: path) == "old")
      try write("new", to: path, replacing: true)
      #expect(contents(of: path) == "new")
      #expect(permissions(of: path) == 0o640, "what was private stays private")
      #expect(names(in: directory) == ["a.csv"])
    }
    #expect(
      WriteError.fileExists(path: "x.csv").description
        == "“x.csv” exists already; use --force to replace it, or choose another name.")
  }

  @Test func whatAKilledWriterLeftIsTakenAway() throws {
    try withTemporaryDirectory { directory in
      let others = [".ddor-import.tmp", ".ddor-mine.tmp", ".ddor-1f.txt", "1f.tmp", ".ddor-.tmp"]
      for name in others { put("mine".utf8, at: "\(directory)/\(name)") }
      mkdir("\(directory)/.ddor-3f.tmp", 0o700)
      symlink("1f.tmp", "\(directory)/.ddor-4f.tmp")
      put("half".utf8, at: "\(directory)/.ddor-2f.tmp")
      // A writer that lives, as on a file system that has no files without a name.
      var writer = Optional(try OpenFile(directory: directory).createTemporary())
      let busy = try #require(writer?.name)
      try write("whole", to: "\(directory)/a.csv", replacing: false)
      let kept = others + [".ddor-3f.tmp", ".ddor-4f.tmp", "a.csv"]
      #expect(names(in: directory) == (kept + [busy]).sorted())
      // A writer that is dead has nothing locked.
      writer = nil
      try write("again", to: "\(directory)/a.csv", replacing: true)
      #expect(names(in: directory) == kept.sorted())
    }
  }

  @Test func aFileThatAppearsMeanwhileIsKept() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      #expect(throws: WriteError.fileExists(path: path)) {
        try AtomicFile(path: path, replacing: false).write { sink throws(WriteError) in
          try sink.write("late")
          put("early".utf8, at: path)
        }
      }
      #expect(contents(of: path) == "early")
      #expect(names(in: directory) == ["a.csv"])
    }
  }

  @Test(arguments: [false, true])
  func nothingIsLeftAfterAnError(_ replacing: Bool) throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      if replacing { put("old".utf8, at: path) }
      let before = names(in: directory)
      #expect(throws: WriteError.full(.standardOutput)) {
        try AtomicFile(path: path, replacing: replacing).write { sink throws(WriteError) in
          try sink.write([UInt8](repeating: 0, count: 200_000))
          #expect(names(in: directory) == before)
          throw WriteError.full(.standardOutput)
        }
      }
      let numbers = Listing(columns: [.init("n")], rowCount: 1_000) { [.integer($0)] }
      #expect(throws: WriteError.cancelled) {
        try AtomicFile(path: path, replacing: replacing).write { sink throws(WriteError) in
          try sink.write(numbers, as: .json)
          throw WriteError.cancelled
        }
      }
      #expect(names(in: directory) == before)
      #expect(contents(of: path) == (replacing ? "old" : ""))
    }
  }

  @Test(arguments: [8])
  func exactlyOneOfManyWins(_ writers: Int) async throws {
    for _ in 0..<20 {
      let directory = makeTemporaryDirectory()
      let path = "\(directory)/a.csv"
      let winners = await withTaskGroup(of: Int?.self, returning: [Int].self) { group in
        for writer in 0..<writers {
          group.addTask {
            do throws(WriteError) {
              try write("\(writer)", to: path, replacing: false)
              return writer
            } catch {
              #expect(error == .fileExists(path: path))
              return nil
            }
          }
        }
        return await group.reduce(into: []) { if let writer = $1 { $0.append(writer) } }
      }
      #expect(winners.count == 1)
      #expect(contents(of: path) == winners.map(String.init).joined())
      #expect(names(in: directory) == ["a.csv"])
      removeTree(directory)
    }
  }

  @Test func aReaderSeesTheOldOrTheNewFileOnly() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put("old".utf8, at: path)
      try AtomicFile(path: path, replacing: true).write { sink throws(WriteError) in
        try sink.write([UInt8](repeating: 65, count: 100_000))
        #expect(contents(of: path) == "old")
      }
      #expect(contents(of: path).utf8.count == 100_000)
    }
  }
}

/// Writes a text, all or nothing.
func write(_ text: String, to path: String, replacing: Bool) throws(WriteError) {
  try AtomicFile(path: path, replacing: replacing).write { sink throws(WriteError) in
    try sink.write(text)
  }
}

private func permissions(of path: String) -> UInt32? { FileStatus(path: path)?.permissions }
