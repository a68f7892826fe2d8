import FoundationEssentials
import Testing

/// The rooms of the house: who may import what.
struct RoomTests {
  static let rooms: [String: Set<String>] = [
    "Text": [],
    // A lock, for what is found once and asked for by several threads; no thread is started.
    "DetainerModel": ["Synchronization", "Text"],
    "DetainerFormats": [
      "DetainerModel", "FoundationEssentials", "Glibc", "Synchronization", "Text",
      "CExpat", "CHoles", "CMinizip", "CReference", "CScan", "CZlib",
    ],
    "Screen": ["Text"],
    "Terminal": ["Screen", "Text", "CNcurses", "CGuard", "Glibc"],
    "Browser": ["DetainerModel", "Screen", "Text"],
    "ddor": [
      "ArgumentParser", "Browser", "DetainerFormats", "DetainerModel", "FoundationEssentials",
      "Glibc", "Screen", "Synchronization", "Terminal", "Text",
    ],
  ]

  @Test(arguments: rooms.keys.sorted())
  func `A room imports only what it may`(room: String) throws {
    let allowed = try #require(Self.rooms[room])
    for (file, modules) in try Self.imports(of: room) {
      #expect(modules.subtracting(allowed).isEmpty, "\(file)")
    }
  }

  @Test(arguments: ["DetainerFormats", "Terminal"])
  func `Glibc is kept in one file of a room`(room: String) throws {
    let files = try Self.imports(of: room).filter { $0.modules.contains("Glibc") }.map(\.file)
    #expect(files.count <= 1, "\(files)")
  }

  @Test func `There is no room without a rule`() throws {
    let files = FileManager.default
    let rooms = try files.contentsOfDirectory(atPath: Self.sources).filter {
      try !files.subpathsOfDirectory(atPath: Self.sources + "/" + $0)
        .filter { $0.hasSuffix(".swift") }.isEmpty
    }
    #expect(Set(rooms) == Set(Self.rooms.keys))
  }

  private static let sources =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"

  private static func imports(of room: String) throws -> [(file: String, modules: Set<String>)] {
    let folder = sources + "/" + room
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { file in
        let bytes = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
        let text = String(decoding: bytes, as: UTF8.self)
        let modules = text.split(separator: "\n").compactMap { line -> String? in
          let words = line.split(separator: " ")
          guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
            words[..<index].allSatisfy({
              $0.hasPrefix("@") || ["public", "internal", "private"].contains($0)
            })
          else { return nil }
          return words[index + 1].split(separator: ".").first.map(String.init)
        }
        return (room + "/" + file, Set(modules))
      }
  }
}
