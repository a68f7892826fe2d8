import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// Targets that are not a plain file in a directory one may write to.
@Suite struct AtomicFileTargetTests {
  @Test(arguments: [false, true])
  func directoriesAreRefused(_ replacing: Bool) throws {
    try withTemporaryDirectory { directory in
      for path in [directory, "\(directory)/", "\(directory)/.", "/"] {
        #expect(throws: WriteError.directory(path: path)) {
          try write("x", to: path, replacing: replacing)
        }
      }
      #expect(names(in: directory) == [])
      #expect(
        WriteError.directory(path: "out").description
          == "“out” is a directory; name a file inside it.")
    }
  }

  @Test func aMissingParentIsASentence() throws {
    try withTemporaryDirectory { directory in
      for parent in ["\(directory)/no", "\(directory)/no/way"] {
        #expect(
          throws: WriteError.missingDirectory(path: "\(parent)/a.csv", directory: parent)
        ) { try write("x", to: "\(parent)/a.csv", replacing: false) }
      }
      put([], at: "\(directory)/file")
      #expect(
        throws: WriteError.missingDirectory(
          path: "\(directory)/file/a.csv", directory: "\(directory)/file")
      ) { try write("x", to: "\(directory)/file/a.csv", replacing: true) }
      #expect(names(in: directory) == ["file"])
    }
    #expect(
      WriteError.missingDirectory(path: "no/a.csv", directory: "no").description
        == "There is no directory “no” for “no/a.csv”; make it first, or choose another place.")
  }

  @Test func nothingIsWrittenUnaskedIntoADirectoryThatIsOpenedAsData() throws {
    try withTemporaryDirectory { directory in
      let (data, link) = ("\(directory)/data", "\(directory)/link")
      put("x".utf8, at: "\(data)/below/reports.csv")
      symlink(data, link)
      func write(_ path: String, replacing: Bool = false) throws {
        try AtomicFile(path: path, replacing: replacing, besideData: [data]).write {
          sink throws(WriteError) in try sink.write("new")
        }
      }
      for path in ["\(data)/a.csv", "\(data)/below/a.csv", "\(link)/a.csv", "\(data)/../data/a"] {
        #expect(throws: WriteError.insideData(path: path, directory: data)) { try write(path) }
      }
      // What stands in the way there is not told before the place itself.
      let old = "\(data)/below/reports.csv"
      #expect(throws: WriteError.insideData(path: old, directory: data)) { try write(old) }
      #expect(names(in: data) == ["below"] && contents(of: old) == "x")
      try write("\(directory)/a.csv")
      try write("\(directory)/data.csv")
      try write("\(data)/a.csv", replacing: true)
      #expect(contents(of: "\(data)/a.csv") == "new")
    }
    #expect(
      WriteError.insideData(path: "d/a.csv", directory: "d").description
        == "“d/a.csv” lies in “d”, which is opened as data: what is written there is read as data the next time; choose another place, or use --force."
    )
  }

  @Test func pathsWithoutANameAreRefused() {
    #expect(throws: WriteError.emptyPath) { try write("x", to: "", replacing: false) }
    #expect {
      try write("x", to: "a\0b", replacing: true)
    } throws: {
      "\($0)".hasPrefix("“a␀b” cannot be written: its name has a NUL in it;")
    }
  }

  @Test func whatIsBeingWrittenHasNoName() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/x.csv"
      for (replacing, text) in [(false, "first"), (true, "second")] {
        try AtomicFile(path: path, replacing: replacing).write { sink throws(WriteError) in
          try sink.write(Array(text.utf8))
          try sink.flush()
          // A program that is killed here leaves nothing behind.
          #expect(names(in: directory) == (replacing ? ["x.csv"] : []))
        }
        #expect(names(in: directory) == ["x.csv"] && contents(of: path) == text)
      }
      let before = contents(of: path)
      #expect(throws: WriteError.self) {
        try AtomicFile(path: path, replacing: true).write { sink throws(WriteError) in
          try sink.write(Array("third".utf8))
          throw .emptyPath
        }
      }
      #expect(names(in: directory) == ["x.csv"] && contents(of: path) == before)
    }
  }

  @Test func aFileIsWrittenThroughALinkThatStays() throws {
    try withTemporaryDirectory { directory in
      let (link, file) = ("\(directory)/link", "\(directory)/file")
      put("behind".utf8, at: file)
      symlink(file, link)
      #expect(throws: WriteError.fileExists(path: link)) {
        try write("new", to: link, replacing: false)
      }
      #expect(OpenFile.isLink(link))
      try write("new", to: link, replacing: true)
      #expect(OpenFile.isLink(link))
      #expect(contents(of: link) == "new" && contents(of: file) == "new")
    }
  }

  @Test func aLinkThatLeadsNowhereIsInTheWay() throws {
    try withTemporaryDirectory { directory in
      let link = "\(directory)/link"
      symlink("\(directory)/nowhere", link)
      #expect(throws: WriteError.fileExists(path: link)) {
        try write("new", to: link, replacing: false)
      }
      #expect(names(in: directory) == ["link"])
      #expect(throws: WriteError.self) { try write("new", to: link, replacing: true) }
      #expect(names(in: directory) == ["link"])
    }
  }

  @Test(arguments: ["/dev/null", "/dev/full", "/dev/stdout", "/dev/ddor-new"])
  func devicesAreNeverReplaced(_ path: String) {
    #expect(throws: WriteError.notAFile(path: path, kind: "a device")) {
      try write("x", to: path, replacing: true)
    }
    #expect(
      WriteError.notAFile(path: "/dev/null", kind: "a device").description
        == "“/dev/null” is a device, not a file; "
        + "leave -o out and send the output there with > or |.")
  }

  @Test func pipesAreNeverReplaced() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      #expect(throws: WriteError.notAFile(path: path, kind: "a named pipe")) {
        try write("x", to: path, replacing: true)
      }
      #expect(names(in: directory) == ["pipe"])
    }
  }

  @Test func aNameThatIsTooLongLeavesNothing() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/\(String(repeating: "n", count: 300))"
      let error = WriteError.failed(
        .file(path), reason: "File name too long", advice: "choose a shorter name")
      #expect(throws: error) {
        try write("x", to: path, replacing: true)
      }
      #expect(names(in: directory) == [])
    }
  }

  @Test(.disabled(if: geteuid() == 0, "root may write everywhere"))
  func anUnwritableDirectoryIsASentence() throws {
    try withTemporaryDirectory { directory in
      chmod(directory, 0o500)
      let path = "\(directory)/a.csv"
      #expect(throws: WriteError.forbidden(.file(path))) {
        try write("x", to: path, replacing: false)
      }
    }
  }
}
