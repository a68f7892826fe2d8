import Text

/// Why a file could not be read, as a sentence that says what to do.
enum FileError: Error, Equatable {
  /// There is nothing at the path.
  case missing(path: String)
  /// The file may not be read by this user.
  case forbidden(path: String)
  /// The path leads to a directory.
  case directory(path: String)
  /// The path leads to a pipe, socket or device, which `kind` names.
  case notAFile(path: String, kind: String)
  /// Standard input is named, and is a terminal.
  case terminal
  /// The system gave another reason.
  case failed(path: String, SystemError)
  /// A temporary file in the directory, which is needed to unpack a file, failed.
  case unpacking(path: String, directory: String, SystemError)
  /// A compressed file ends before its contents do.
  case truncated(path: String, readable: Int)
  /// A compressed file cannot be unpacked beyond its first `readable` bytes.
  case damaged(path: String, readable: Int)
  /// A workbook cannot be read, for a reason of its own.
  case workbook(path: String, WorkbookProblem)
  /// A Parquet file cannot be read, for a reason of its own.
  case parquet(path: String, ParquetProblem)
  /// A file of an archive cannot be unpacked.
  case member(path: String, MemberProblem)
  /// A compressed file unpacks to far more than any table does.
  case bomb(path: String)
  /// A record, or a table that is read whole, is too large.
  case excess(path: String, RecordExcess)
  /// A file that describes others or the program is larger than any is.
  case tooLarge(path: String, most: Int)
  /// There is no room for the unpacked file.
  case noRoom(path: String, directory: String)
  /// The user changed their mind.
  case cancelled(path: String)

  init(_ error: SystemError, path: String) {
    if error.isMissing {
      self = .missing(path: path)
    } else if error.isForbidden {
      self = .forbidden(path: path)
    } else if error.isSocket {
      self = .notAFile(path: path, kind: "a socket")
    } else {
      self = .failed(path: path, error)
    }
  }

  init?(notAFile kind: FileStatus.Kind, path: String) {
    switch kind {
    case .file: return nil
    case .directory: self = .directory(path: path)
    case .pipe, .socket, .device: self = .notAFile(path: path, kind: kind.name)
    }
  }

  /// For work that needs a temporary file, where a full disk is not the disk of the file itself.
  init(unpacking path: String, _ error: SystemError) {
    let directory = OpenFile.temporaryDirectory
    self =
      error.isFull
      ? .noRoom(path: path, directory: directory)
      : .unpacking(path: path, directory: directory, error)
  }
}

extension FileError: CustomStringConvertible {
  /// The sentence for the user, with nothing in it that could disturb a terminal.
  var description: String { harmless(sentence) }

  private var sentence: String {
    switch self {
    case .missing(let path) where path.isEmpty:
      "The path is empty; name a file."
    case .missing(let path) where path.contains("\u{FFFD}"):
      "\(path) cannot be reached by its name; rename it in UTF-8, without “\u{FFFD}”."
    case .missing(let path):
      "\(path) does not exist; check the path."
    case .forbidden(let path):
      "\(path) may not be read by you; ask its owner or change its permissions."
    case .directory(let path):
      "\(path) is a directory, not a file; name a file inside it."
    case .notAFile(let path, let kind):
      "\(path) is \(kind), not a file; save its contents to a file and open that."
    case .terminal:
      "Standard input is a terminal; send a file into ddor, as in: gzip -dc x.csv.gz | ddor list weeks -"
    case .failed(let path, let error):
      "\(path) cannot be read: \(error.sentence(or: "try again"))."
    case .unpacking(let path, let directory, let error):
      "\(path) cannot be unpacked, for a temporary file in \(directory) failed: "
        + "\(error.sentence(or: "set TMPDIR to another directory"))."
    case .truncated(let path, let readable):
      "\(path) ends too early: only the first \(readable) bytes of its contents are readable; "
        + "get the file again."
    case .damaged(let path, let readable):
      "\(path) is damaged: only the first \(readable) bytes of its contents are readable; "
        + "get the file again."
    case .workbook(let path, let problem):
      "\(path) \(problem.sentence)"
    case .parquet(let path, let problem):
      "\(path) \(problem.sentence())"
    case .member(let path, let problem):
      "\(path) \(problem.sentence)"
    case .bomb(let path):
      "\(path) is refused: it \(ReadingLimits.standard.sentenceOfBomb); "
        + "if you trust it, unpack it and open what comes out."
    case .excess(let path, let excess):
      "\(path) \(excess.sentence())"
    case .tooLarge(let path, let most):
      "\(path) is refused: it has more than \(grouped(most)) bytes; check that it is the file you meant."
    case .noRoom(let path, let directory):
      "There is no room in \(directory) to unpack \(path); "
        + "free some space or set TMPDIR to a directory on another disk."
    case .cancelled(let path):
      "Reading \(path) was cancelled."
    }
  }
}
