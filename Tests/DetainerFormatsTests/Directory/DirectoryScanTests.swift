import DetainerFormats
import DetainerModel
import Foundation
import TestSupport
import Testing

/// What lies in a data directory and cannot be read is named, never passed over.
@Suite struct DirectoryScanTests {
  private static let records = "issued,state,lift_reason\n2015-01-01,TX,\n"

  /// What is found in a directory with one good file and what is put beside it.
  private func findings(_ arrange: (_ directory: String) throws -> Void) throws -> [String] {
    let data = try withTemporaryDirectory { folder in
      put(Self.records.utf8, at: folder + "/good.csv")
      try arrange(folder)
      return try opened(folder)
    }
    #expect(data.table.rowCount == 1)
    return data.diagnostics.map { "\($0.severity) \($0.code) \($0.message)" }
  }

  /// The path of `Doña Ana.csv` as Latin-1 has it.
  private static func latin(_ directory: String) -> [CChar] {
    (Array("\(directory)/Do".utf8) + [0xF1] + Array("a Ana.csv".utf8) + [0]).map(
      CChar.init(bitPattern:))
  }

  @Test func aLinkWithoutItsFileIsNamed() throws {
    let findings = try findings { directory in
      #expect(symlink("/nowhere/fy2015.csv", "\(directory)/fy2015.csv") == 0)
      #expect(symlink("/nowhere/notes", "\(directory)/notes") == 0)
    }
    #expect(
      findings == [
        "error unreadable-file fy2015.csv is a link to a file that is not there; get the file, or remove the link.",
        "note unrecognised-file notes is a link to a file that is not there; get the file, or remove the link.",
      ])
  }

  @Test func aNameThatIsNotInUTF8IsNamedAsFarAsItGoes() throws {
    let findings = try findings { directory in
      let file = Self.latin(directory).withUnsafeBufferPointer { path in
        path.baseAddress.flatMap { fopen($0, "w") }
      }
      let opened = try #require(file)
      #expect(fputs(Self.records, opened) >= 0)
      #expect(fclose(opened) == 0)
    }
    #expect(
      findings == [
        "error unreadable-file Do\u{FFFD}a Ana.csv cannot be reached by its name; rename it in UTF-8, without “\u{FFFD}”."
      ])
  }

  @Test func foldersThatLieTooDeepAreNamed() throws {
    let findings = try findings { directory in
      let deep = "\(directory)/a/b/c/d"
      try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
      try Data(Self.records.utf8).write(to: URL(fileURLWithPath: deep + "/deep.csv"))
    }
    #expect(
      findings == [
        "warning unreadable-folder a/b/c/d lies more than 3 folders deep and is not looked into."
      ])
  }

  @Test(arguments: [
    (Self.records.utf8.count, true), (Self.records.utf8.count + 1, false), (0, false), (-1, false),
  ])
  func aFileOfAnotherLengthThanThePackageStatesIsNamed(_ bytes: Int, isRight: Bool) throws {
    let findings = try findings { directory in
      let package = #"{"resources": [{"name": "r", "path": "good.csv", "bytes": \#(bytes)}]}"#
      put(package.utf8, at: directory + "/datapackage.json")
    }
    let finding =
      "warning other-version good.csv has \(Self.records.utf8.count) bytes, not the \(bytes) that datapackage.json states: check that it is the file you meant, or correct “bytes”."
    #expect(findings == (isRight ? [] : [finding]))
  }

  @Test(arguments: [("2015-01-01", true), ("2015", true), ("first", false), ("", false)])
  func aReportToStartWithThatIsNoneIsNamed(_ start: String, isRight: Bool) throws {
    let findings = try findings { directory in
      put(#"{"start": "\#(start)"}"#.utf8, at: directory + "/datapackage.json")
    }
    let end =
      "/datapackage.json: the start “\(start)” is not a report as 2017-01-28 or 2017; the newest is opened first."
    #expect(isRight ? findings.isEmpty : findings.count == 1 && findings[0].hasSuffix(end))
    #expect(findings.allSatisfy { $0.hasPrefix("warning not-followed ") })
  }
}
