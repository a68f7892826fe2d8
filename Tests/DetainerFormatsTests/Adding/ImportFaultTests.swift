import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// Imports that end before their time: the directory opens as before, and the next import works.
@Suite struct ImportFaultTests {
  private static let old = "issued,state\n2014-10-01,TX\n"

  /// A directory with one imported release in it, and another release beside it.
  private func folderWithData() throws -> ImportFolder {
    let folder = try ImportFolder()
    try folder.put(Self.old, "old.csv")
    try folder.put("issued,state\n2014-09-30,TX\n2014-10-01,TX\n", "new.csv")
    try folder.add("old.csv")
    return folder
  }

  @Test(arguments: [ImportProgress.Step.reading, .writing])
  func cancellingChangesNothing(step: ImportProgress.Step) throws {
    let folder = try folderWithData()
    let rows = String(repeating: "2014-09-30,TX\n", count: 40_000)
    try folder.put("issued,state\n" + rows, "large.csv")
    let before = try folder.contents()
    var task = ReleaseImport(
      files: ["new.csv", "large.csv"].map { folder.path + "/" + $0 }, directory: folder.data)
    task.splitsByFiscalYear = true
    let error = #expect(throws: ImportError.self) {
      try task.run { $0.step != step || !$0.name.contains("large") }
    }
    #expect(error?.kind == .cancelled)
    #expect(try folder.contents() == before)
    // Where there was no directory there is none afterwards.
    task.directory = folder.path + "/fresh"
    #expect(throws: ImportError.self) {
      try task.run { $0.step != step || !$0.name.contains("large") }
    }
    #expect(!FileManager.default.fileExists(atPath: task.directory))
  }

  @Test func aChangeThatIsDroppedBeforeItCountsLeavesNothing() throws {
    let folder = try folderWithData()
    let before = try folder.contents()
    do {
      let change = try DirectoryChange(folder.data)
      _ = try change.stage("detainers/new.csv") { sink throws(WriteError) in
        try sink.write(Self.old)
      }
      #expect(try folder.contents().count == before.count)
      #expect(try opened(folder.data).table.rowCount == 1)
    }
    #expect(try folder.contents() == before)
  }

  /// What `kill -9` leaves after the files have their names and before the package is exchanged.
  @Test func anImportThatWasKilledBeforeItCountsIsNotRead() throws {
    let folder = try folderWithData()
    let before = try folder.contents()
    try folder.put(Self.old, "data/detainers/new-FY2014.csv")
    try folder.put("half a fi", "data/detainers/.ddor-0123.tmp")
    try folder.put(
      "detainers/new-FY2014.csv\ndetainers/old.csv\ndetainers/gone.csv\n../old.csv\n",
      "data/.ddor-import.tmp")
    let data = try opened(folder.data)
    #expect(data.table.rowCount == 1)
    #expect(
      data.diagnostics.filter { $0.code != .noLiftReasons }.map(\.message) == [
        "detainers/new-FY2014.csv belongs to an import that did not finish, and is not read; "
          + "import the file again."
      ])
    try folder.add("new.csv") { $0.splitsByFiscalYear = true }
    #expect(try opened(folder.data).table.rowCount == 3)
    #expect(folder.text("old.csv") == Self.old, "nothing outside the directory is touched")
    let names = try folder.contents().keys
    #expect(
      Set(names).subtracting(before.keys) == [
        "detainers/new-FY2014.csv", "detainers/new-FY2015.csv",
      ])
  }

  /// What `kill -9` leaves after the package is exchanged and before the old files are removed.
  @Test func anImportThatWasKilledAfterItCountedIsWhole() throws {
    let folder = try folderWithData()
    try folder.put(Self.old, "data/detainers/retired.csv")
    try folder.put("detainers/old.csv\ndetainers/retired.csv\n", "data/.ddor-import.tmp")
    #expect(try opened(folder.data).table.rowCount == 1)
    try folder.add("new.csv")
    #expect(
      try folder.contents().keys.sorted() == [
        "datapackage.json", "detainers", "detainers/new.csv", "detainers/old.csv",
      ])
  }

  @Test func aNameThatIsTakenAtTheLastMomentUndoesTheImport() throws {
    let folder = try folderWithData()
    let change = try DirectoryChange(folder.data)
    for name in ["a", "b"] {
      _ = try change.stage("detainers/\(name).csv") { sink throws(WriteError) in
        try sink.write(Self.old)
      }
    }
    let package = folder.text("data/datapackage.json")
    try folder.put("theirs", "data/detainers/b.csv")
    let error = #expect(throws: ImportError.self) { try change.commit() }
    #expect(error?.kind == .output)
    #expect(folder.text("data/detainers/b.csv") == "theirs")
    #expect(folder.text("data/datapackage.json") == package)
    let names = try folder.contents().keys.filter { !$0.hasSuffix(".tmp") }
    #expect(
      names.sorted() == [
        "datapackage.json", "detainers", "detainers/b.csv", "detainers/old.csv",
      ])
  }

  @Test func onlyOneImportIsAtWorkInADirectory() throws {
    let folder = try folderWithData()
    let change = try DirectoryChange(folder.data)
    #expect(
      try folder.refusal { try folder.add("new.csv") } == [
        "Another import into data is running; try again when it is done."
      ])
    withExtendedLifetime(change) {}
  }

  @Test(arguments: ["{", "[]", "{\"resources\": {}}", "{\"resources\": [{\"name\": 1}]}", ""])
  func aPackageThatCannotBeReadIsNeverWrittenOver(text: String) throws {
    let folder = try ImportFolder()
    try folder.put(Self.old, "old.csv")
    try folder.put(text, "data/datapackage.json")
    let before = try folder.contents()
    #expect(
      try folder.refusal { try folder.add("old.csv") { $0.replaces = true } } == [
        "data/datapackage.json is not a data package that can be read, and is never written over; "
          + "fix it first."
      ])
    #expect(try folder.contents() == before)
  }

  @Test func placesWhereNothingCanBeWrittenAreSaid() throws {
    let folder = try ImportFolder()
    try folder.put(Self.old, "old.csv")
    try folder.put("", "file")
    func refused(_ directory: String) throws -> [String] {
      try folder.refusal {
        _ = try ReleaseImport(
          files: [folder.path + "/old.csv"], directory: folder.path + "/" + directory
        ).run()
      }
    }
    #expect(try refused("file") == ["file is not a directory; name one after --into."])
    #expect(
      try refused("no/such") == [
        "no/such cannot be made, because the directory it would lie in is missing; make that first."
      ])
    try folder.put("", "elsewhere/x")
    try FileManager.default.createDirectory(
      atPath: folder.data, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.data + "/detainers", withDestinationPath: folder.path + "/elsewhere")
    #expect(
      try refused("data") == [
        "data/detainers is a link that leaves the directory; put a directory in its place."
      ])
    #expect(try folder.contents().keys.sorted() == ["detainers"])
  }

  @Test func aFileThatChangesWhileItIsReadIsNotImported() throws {
    let folder = try folderWithData()
    let before = try folder.contents()
    let rows = String(repeating: "2014-09-30,TX\n", count: 40_000)
    let file = try folder.put("issued,state\n" + rows, "large.csv")
    let error = #expect(throws: ImportError.self) {
      try ReleaseImport(files: [file], directory: folder.data).run { _ in
        try? Data("issued,state\n2014-10-01,TX\n".utf8).write(to: URL(fileURLWithPath: file))
        return true
      }
    }
    #expect(
      error?.sentences == ["\(file) was changed while it was read; import it once it is complete."])
    #expect(try folder.contents() == before)
  }
}
