/// A release file before it is read: its digest, and the state it was in.
struct ReleaseInput {
  let hash: String
  let identity: FileIdentity
  /// The file's name without folders, as the package keeps it.
  let name: String
  private let file: FoundFile

  static func open(_ paths: [String]) throws(ImportError) -> [ReleaseInput] {
    var inputs: [ReleaseInput] = []
    for path in paths {
      do throws(FileError) {
        inputs.append(try ReleaseInput(path))
      } catch {
        throw ImportError(error)
      }
    }
    return inputs
  }

  private init(_ path: String) throws(FileError) {
    if PipedFile.isNamed(by: path) {
      file = try PipedFile.read(path) { _ in }
    } else {
      file = FoundFile(path: path, shown: path, source: sourceName(ofFile: path), size: 0)
    }
    let bytes = try FileBytes(file)
    (hash, identity) = (bytes.hash, bytes.identity)
    // The number of a pipe means nothing any more when the program has ended.
    name = PipedFile.isNameless(path) ? PipedFile.standardInput : file.name
  }

  /// The path as it stands in messages, and in the column `file` of what is read.
  var path: String { file.shown }

  /// Whether the file is still as it was when its digest was made.
  var isUnchanged: Bool { FileStatus(path: file.disk)?.identity == identity }

  /// What the file holds.
  func bytes() throws(FileError) -> FileBytes { try FileBytes(file) }
}
