import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What `--force` may and may not do to the directory that a package is written over.
@Suite struct PackageOverOldTests {
  private func write(_ listing: Listing, to path: String, replacing: Bool = true) throws {
    try Export(listing, as: ExportForm(.package)).write(to: path, replacing: replacing)
  }

  private let rows = column(["a"]).named("detainers")
  private let others = column(["b"]).named("weeks")

  @Test func rowsOfBeforeAreGone() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/p"
      try write(rows, to: path)
      put("mine".utf8, at: path + "/notes.md")
      try write(others, to: path)
      #expect(names(in: path) == ["README.md", "datapackage.json", "notes.md", "weeks.csv"])
    }
  }

  @Test func aDataDirectoryIsRefusedByName() throws {
    try withTemporaryDirectory { directory in
      try write(rows, to: directory + "/imported")
      let package = String(
        decoding: bytes(of: directory + "/imported/datapackage.json"), as: UTF8.self)
      // Another resource was added to what was an export once.
      put(
        package.replacing("\"resources\": [", with: "\"resources\": [{\"path\": \"x.csv\"},").utf8,
        at: directory + "/imported/datapackage.json")
      put("{\"resources\": []}".utf8, at: directory + "/other/datapackage.json")
      put("a\n".utf8, at: directory + "/files/a.csv")
      put("# Readme".utf8, at: directory + "/project/README.md")
      for (name, file) in [
        ("imported", "datapackage.json"), ("other", "datapackage.json"), ("files", "a.csv"),
        ("project", "README.md"),
      ] {
        let before = names(in: directory + "/" + name)
        #expect(throws: WriteError.notAPackage(path: "\(directory)/\(name)", found: file)) {
          try write(rows, to: "\(directory)/\(name)")
        }
        #expect(names(in: directory + "/" + name) == before)
      }
    }
  }

  @Test func whatAKillLeftIsNotInTheWay() throws {
    try withTemporaryDirectory { directory in
      // Of a file that was being written, of the moment between two names, of an empty directory.
      put("half".utf8, at: directory + "/a/.ddor-1f.tmp")
      try write(rows, to: directory + "/a", replacing: false)
      #expect(names(in: directory + "/a") == ["README.md", "datapackage.json", "detainers.csv"])
      put("a\n".utf8, at: directory + "/b/detainers.csv")
      #expect(throws: WriteError.fileExists(path: directory + "/b")) {
        try write(rows, to: directory + "/b", replacing: false)
      }
      try write(rows, to: directory + "/b")
      #expect(names(in: directory + "/b") == names(in: directory + "/a"))
    }
  }
}
