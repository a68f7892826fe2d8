import FoundationEssentials
import TestSupport
import Testing

/// The rooms of the house: who may import what.
struct RoomTests {
  static let rooms: [String: Set<String>] = [
    "Text": ["CPattern"],
    // A lock, for what is found once and asked for by several threads; no thread is started.
    "DetainerModel": ["Synchronization", "Text"],
    "DetainerFormats": [
      "DetainerModel", "FoundationEssentials", "Glibc", "Synchronization", "Text",
      "CExpat", "CReference", "CScan", "CSignals", "CSnappy",
      "CSqlite", "CZlib", "CZstd",
    ],
    "Screen": ["Text"],
    "Terminal": ["Screen", "CNcurses", "CSignals", "Glibc"],
    "Browser": ["DetainerModel", "Screen", "Text"],
    "manual": ["Browser", "FoundationEssentials"],
    "ddor": [
      "ArgumentParser", "Browser", "CConfine", "CProgram", "DetainerFormats", "DetainerModel",
      "FoundationEssentials", "Glibc", "Screen", "Synchronization", "Terminal", "Text",
    ],
  ]

  /// What the C modules may include beside the headers of the system and their own.
  static let libraries: [String: Set<String>] = [
    "CConfine": [], "CProgram": ["commit.h"], "CExpat": ["expat.h"], "CNcurses": ["curses.h"],
    "CPattern": ["re2/re2.h", "re2/stringpiece.h"], "CReference": [], "CScan": [], "CSignals": [],
    "CSnappy": ["snappy-c.h"], "CSqlite": ["sqlite3.h"], "CZlib": ["zlib.h"],
    "CZstd": ["zstd.h", "zstd_errors.h"],
  ]

  /// Headers of the C library, the compiler and the C++ library that do not depend on others.
  private static let systemHeaders: Set<String> = [
    "emmintrin.h", "errno.h", "fcntl.h", "linux/audit.h", "linux/filter.h", "linux/seccomp.h",
    "malloc.h", "nmmintrin.h", "poll.h", "pthread.h", "signal.h", "stdatomic.h", "stddef.h",
    "stdint.h", "stdio.h", "stdlib.h", "string", "string.h", "sys/mman.h", "sys/prctl.h",
    "sys/syscall.h", "termios.h", "time.h",
    "unistd.h",
    "wchar.h",
  ]

  @Test(arguments: rooms.keys.sorted())
  func aRoomImportsOnlyWhatItMay(room: String) throws {
    let allowed = try #require(Self.rooms[room])
    for (file, modules) in try Self.imports(of: room) {
      #expect(modules.subtracting(allowed).isEmpty, "\(file)")
    }
  }

  @Test(arguments: ["DetainerFormats", "Terminal"])
  func glibcIsKeptInOneFolderOfARoom(room: String) throws {
    let files = try Self.imports(of: room).filter { $0.modules.contains("Glibc") }.map(\.file)
    #expect(Set(files.map { $0.split(separator: "/").dropLast() }).count <= 1, "\(files)")
  }

  @Test(arguments: libraries.keys.sorted())
  func aCModuleIncludesOnlyItsLibraryAndTheSystem(module: String) throws {
    let allowed = try #require(Self.libraries[module]).union(Self.systemHeaders)
      .union(["\(module).h"])
    for (file, headers) in try Self.includes(of: module) {
      #expect(headers.subtracting(allowed).isEmpty, "\(file)")
    }
  }

  @Test func aCModuleIsImportedOnlyWhereItsRuleSays() {
    let importers = Self.libraries.keys.map { module in
      (module, Self.rooms.filter { $0.value.contains(module) }.map(\.key).sorted())
    }
    #expect(
      Dictionary(uniqueKeysWithValues: importers) == [
        "CConfine": ["ddor"], "CProgram": ["ddor"], "CExpat": ["DetainerFormats"],
        "CNcurses": ["Terminal"],
        "CPattern": ["Text"], "CReference": ["DetainerFormats"], "CScan": ["DetainerFormats"],
        "CSignals": ["DetainerFormats", "Terminal"], "CSnappy": ["DetainerFormats"],
        "CSqlite": ["DetainerFormats"],
        "CZlib": ["DetainerFormats"], "CZstd": ["DetainerFormats"],
      ])
  }

  @Test func thereIsNoRoomWithoutARule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources)
    #expect(Set(folders) == Set(Self.rooms.keys).union(Self.libraries.keys))
  }

  private static let sources = checkout + "/Sources"

  /// The files of a room whose names end so, with their texts.
  private static func files(
    of room: String, endings: [String]
  ) throws -> [(file: String, text: String)] {
    let folder = sources + "/" + room
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { file in endings.contains { file.hasSuffix($0) } }.sorted()
      .map { file in
        let bytes = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
        return (room + "/" + file, String(decoding: bytes, as: UTF8.self))
      }
  }

  private static func includes(of room: String) throws -> [(file: String, headers: Set<String>)] {
    try files(of: room, endings: [".c", ".cpp", ".h"]).map { file, text in
      let headers = text.split(separator: "\n").compactMap { line -> String? in
        guard line.hasPrefix("#include ") else { return nil }
        return line.dropFirst(10).split { $0 == "\"" || $0 == ">" }.first.map(String.init)
      }
      return (file, Set(headers))
    }
  }

  private static func imports(of room: String) throws -> [(file: String, modules: Set<String>)] {
    try files(of: room, endings: [".swift"])
      .map { file, text in
        let modules = text.split(separator: "\n").compactMap { line -> String? in
          let words = line.split(separator: " ")
          guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
            words[..<index].allSatisfy({
              $0.hasPrefix("@") || ["public", "internal", "private"].contains($0)
            })
          else { return nil }
          return words[index + 1].split(separator: ".").first.map(String.init)
        }
        return (file, Set(modules))
      }
  }
}
