import Foundation
import TestSupport
import Testing

extension TerminalTable {
  /// Files that change under the browser are told, and read again.
  @Suite struct Reloading {
    private static let header = "Detainer_Prepare_Date,Detainer_Lift_Reason,Facility,State,County\n"

    private static func rows(_ count: Int) -> String {
      (0..<count).map {
        "2018-01-0\($0 % 7 + 1),Detainer Declined by LEA,Jail \($0),TX,Travis County\n"
      }.joined()
    }

    private func expect(_ text: String, _ terminal: TmuxSession, _ comment: Comment) {
      #expect(
        terminal.comes { terminal.screen.joined(separator: "\n").contains(text) },
        "\(comment): \(terminal.screen.last ?? "")")
    }

    @Test func ofAFile() throws {
      let terminal = try TmuxSession("100x24")
      terminal.put(Self.header + Self.rows(3), in: "release.csv")
      terminal.startDdor("release.csv")
      expect("TX Travis County", terminal, "at the start")
      terminal.put(Self.header + Self.rows(5), in: "release.csv")
      expect("reloaded: release.csv grew, 2 rows more", terminal, "written in place")
      terminal.put(Self.header + Self.rows(1), in: "release.csv")
      expect("reloaded: release.csv was shortened, 4 rows fewer", terminal, "cut")
      terminal.put(Self.header + Self.rows(4), in: "other")
      rename("\(terminal.directory)/other", "\(terminal.directory)/release.csv")
      expect("3 rows more", terminal, "another file in its place")
      // Another file beside it is of no interest.
      terminal.put(Self.header, in: "beside.csv")
      unlink("\(terminal.directory)/release.csv")
      expect("cannot be read again, and is shown as it was before", terminal, "gone")
      terminal.type("R")
      expect("cannot be read again", terminal, "asked for")
      terminal.put(Self.header + Self.rows(4), in: "release.csv")
      expect("reloaded: release.csv", terminal, "there again")
      terminal.type("Q")
      try #expect(terminal.status() == 0)
    }

    @Test func ofADirectory() throws {
      let terminal = try TmuxSession("100x24")
      terminal.put(Self.header + Self.rows(3), in: "data/a.csv")
      terminal.startDdor("data")
      expect("TX Travis County", terminal, "at the start")
      terminal.put(
        Self.header + Self.rows(2).replacingOccurrences(of: "Jail", with: "Camp"), in: "data/b.csv")
      expect("reloaded: b.csv is new, 2 rows more", terminal, "a new file")
      unlink("\(terminal.directory)/data/a.csv")
      expect("reloaded: a.csv is gone, 3 rows fewer", terminal, "gone")
      terminal.type("R")
      expect("reloaded: no file has changed", terminal, "asked for")
      terminal.type("Q")
      try #expect(terminal.status() == 0)
    }
  }
}
