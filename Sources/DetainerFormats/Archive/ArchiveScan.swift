import DetainerModel
import Text

/// The files in a ZIP archive that are to be read, and what is told of the others.
struct ArchiveScan {
  private(set) var members: [FoundFile] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// More files than any release has; each is looked for in the list of all.
  private static let mostMembers = 1_000

  /// Looks into a file; nil for one that is not an archive, by its contents and not by its name.
  init?(_ file: FoundFile) {
    guard file.archive.isEmpty, OpenFile.begins(file.disk, with: [0x50, 0x4B]),
      let bytes = try? FileBytes(file, largestInMemory: 0)
    else { return nil }
    let isArchive = bytes.withBytes { bytes in
      guard sniffContent(bytes) == .zip else { return false }
      if let archive = try? ZipArchive(bytes, path: file.path) {
        take(archive, of: file)
      } else {
        add(
          .unreadableFile, file,
          "\(file.path) is damaged, or ends too early: the list of files at the end of a ZIP archive cannot be read; get the file again."
        )
      }
      return true
    }
    guard isArchive else { return nil }
  }

  private mutating func take(_ archive: ZipArchive, of file: FoundFile) {
    var seen: Set<String> = []
    var known: [ZipArchive.Contents: String] = [:]
    var sizes = (packed: 0, unpacked: 0)
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      let name = entry.name.replacing("\\", with: "/")
      let last = String(name.split(separator: "/").last ?? "")
      // What the archivers of some systems add beside each file.
      if last.hasPrefix(".") || name.hasPrefix("__MACOSX/") { continue }
      let shown = "\(file.shown)/\(name)"
      if let reason = DataPackage.refusal(of: name.filter { $0 != ":" }) {
        add(
          .refusedPath, severity: .warning, file,
          "\(file.shown): the name “\(excerpt(name))” in it: \(reason).")
      } else if !seen.insert(ZipArchive.key(name)).inserted {
        add(
          .repeatedMember, file, "\(shown) is in the archive twice; the first one counts.")
      } else if last.lowercased().hasSuffix(".zip") {
        add(.unreadableFile, file, ContentKind.zip.advice(for: shown) ?? shown)
      } else if DirectoryScan.holdsRecords(last), let contents = entry.contents,
        let other = known[contents]
      {
        add(
          .copyOfSource, file,
          "\(shown) is the same as \(other), byte by byte; it is left out, so that nobody counts twice."
        )
      } else if DirectoryScan.holdsRecords(last) {
        if let contents = entry.contents { known[contents] = name }
        sizes.packed += min(entry.packedSize, 1 << 48)
        sizes.unpacked += min(entry.size, 1 << 48)
        members.append(
          FoundFile(
            path: "\(file.path)/\(name)", shown: shown, source: file.source,
            size: entry.packedSize, directory: file.directory, isNamed: file.isNamed,
            added: file.added, form: file.form, archive: file.path, member: entry.name,
            spooled: file.spooled))
      } else if !DirectoryScan.isIgnored(last) {
        add(
          .unrecognisedFile, file, "\(shown) is not a table that ddor knows, and is not read.")
      }
    }
    let limits = ReadingLimits.standard
    // Parts that lie over one another take no room and unpack to any size.
    if limits.isBomb(size: sizes.unpacked, packedSize: file.size) || sizes.packed > file.size {
      refuse(file, "is refused: what is in it \(limits.sentenceOfBomb)")
    } else if members.count > Self.mostMembers {
      refuse(file, "is refused: there are more than \(grouped(Self.mostMembers)) tables in it")
    } else if members.isEmpty {
      refuse(file, "is a ZIP archive without a file that ddor reads")
    }
  }

  private mutating func refuse(_ file: FoundFile, _ reason: String) {
    members = []
    add(.unreadableFile, file, "\(file.path) \(reason); unpack it and open what you need.")
  }

  private mutating func add(
    _ code: FindingCode, severity: Diagnostic.Severity? = nil, _ file: FoundFile, _ message: String
  ) {
    diagnostics.append(
      Diagnostic(code, severity: severity, file: harmless(file.shown), harmless(message)))
  }
}

extension FileBytes {
  /// A file of an archive, unpacked piece by piece.
  /// - Throws: why it cannot be unpacked, `FileError.noRoom` or `.cancelled`.
  func unpacked(
    _ member: String, as path: String, progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    try withBytes { bytes throws(FileError) in
      let archive = try ZipArchive(bytes, path: self.path)
      guard let entry = archive.entries.first(where: { $0.name == member }) else {
        throw .missing(path: path)
      }
      guard !entry.isEncrypted else { throw .member(path: path, .protected) }
      guard !ReadingLimits.standard.isBomb(size: entry.size, packedSize: entry.packedSize) else {
        throw .member(path: path, .bomb)
      }
      if let packing = entry.unknownPacking {
        throw .member(path: path, .unknownPacking(packing))
      }
      guard let unpacker = archive.unpacker(of: entry) else {
        throw .member(path: path, .damaged)
      }
      var spool = Spool()
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        guard progress(spool.count, entry.size) else { throw .cancelled(path: path) }
        guard let count = piece.withUnsafeMutableBytes({ unpacker.read(into: $0, from: bytes) })
        else {
          throw .member(path: path, .damaged)
        }
        if count == 0 { break }
        do throws(SystemError) {
          try piece.withRawBytes { made throws(SystemError) in
            try spool.append(UnsafeRawBufferPointer(rebasing: made[..<count]))
          }
        } catch {
          throw FileError(unpacking: path, error)
        }
      }
      return try FileBytes(from: self, spool, named: path)
    }
  }
}

/// Why a file of an archive cannot be unpacked.
enum MemberProblem: Hashable, Sendable {
  case protected, bomb, damaged
  case unknownPacking(String)

  /// What stands behind the path of the file in the sentence for the user.
  var sentence: String {
    switch self {
    case .protected: "is protected by a password; unpack it and open what comes out."
    case .bomb: "is refused: it \(ReadingLimits.standard.sentenceOfBomb)."
    case .damaged: "is damaged: it cannot be unpacked; get the archive again."
    case .unknownPacking(let packing):
      "is packed with \(packing), which ddor does not read; unpack it and open what comes out."
    }
  }
}
