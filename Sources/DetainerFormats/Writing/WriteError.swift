import DetainerModel
import Text

/// Where an export goes, as it stands in a message.
public enum WriteTarget: Hashable, Sendable {
  /// A file, by its path as given.
  case file(String)
  /// What the program prints.
  case standardOutput
}

extension WriteTarget: CustomStringConvertible {
  /// The words for a sentence.
  public var description: String {
    switch self {
    case .file(let path): harmless("“\(path)”")
    case .standardOutput: "standard output"
    }
  }
}

/// Why something could not be written, as a sentence that says what to do.
public enum WriteError: Error, Hashable {
  /// No file was named.
  case emptyPath
  /// The file is there and was not to be replaced.
  case fileExists(path: String)
  /// A package was to replace a directory in which a file is found that no export has written.
  case notAPackage(path: String, found: String)
  /// The file would lie in a directory that is opened as data, and be read as data the next time.
  case insideData(path: String, directory: String)
  /// The path leads to a directory.
  case directory(path: String)
  /// The path leads to a pipe, socket or device, which `kind` names.
  case notAFile(path: String, kind: String)
  /// The directory that the file would be in does not exist.
  case missingDirectory(path: String, directory: String)
  /// This user may not write there.
  case forbidden(WriteTarget)
  /// The disk or the user's share of it is full.
  case full(WriteTarget)
  /// The reader of a pipe has gone, which is how `head` ends and seldom worth a message.
  case brokenPipe(WriteTarget)
  /// The system gave another reason, and there may be something to be done about it.
  case failed(WriteTarget, reason: String, advice: String? = nil)
  /// A format cannot hold so much.
  case tooLarge(format: String, instead: String)
  /// A package is a directory and needs a name.
  case packageWithoutName
  /// A file that the work needs beside the one that is written could not be made or filled.
  case temporary(directory: String, reason: String, advice: String? = nil)
  /// A library could not work.
  case library(String, reason: String)
  /// The user changed their mind.
  case cancelled
  /// No export has this name.
  case unknownFormat(name: String)
  /// No export has the ending of this file name.
  case unknownEnding(path: String)

  init(_ error: SystemError, _ target: WriteTarget) {
    if error.isFull {
      self = .full(target)
    } else if error.isBrokenPipe {
      self = .brokenPipe(target)
    } else if error.isForbidden {
      self = .forbidden(target)
    } else {
      self = .failed(target, reason: error.reason, advice: error.advice)
    }
  }

  /// A file that the work needs beside the one that is written could not be made.
  init(temporary error: SystemError) {
    // Another directory is what helps against most of it.
    let helps = error.isFull || error.isForbidden || error.isMissing
    self = .temporary(
      directory: OpenFile.temporaryDirectory, reason: error.reason,
      advice: helps ? nil : error.advice)
  }
}

extension WriteError: CustomStringConvertible {
  /// The sentence for the user, with nothing in it that could disturb a terminal.
  public var description: String { harmless(sentence) }

  private var sentence: String {
    switch self {
    case .emptyPath:
      "The path is empty; name a file to write to."
    case .fileExists(let path):
      "“\(path)” exists already; use --force to replace it, or choose another name."
    case .notAPackage(let path, let found):
      "“\(path)” holds a “\(found)” that no export of ddor has written, so it is not replaced; choose another name, or remove it yourself."
    case .insideData(let path, let directory):
      "“\(path)” lies in “\(directory)”, which is opened as data: what is written there is read as data the next time; choose another place, or use --force."
    case .directory(let path):
      "“\(path)” is a directory; name a file inside it."
    case .notAFile(let path, let kind):
      "“\(path)” is \(kind), not a file; leave -o out and send the output there with > or |."
    case .missingDirectory(let path, let directory):
      "There is no directory “\(directory)” for “\(path)”; make it first, or choose another place."
    case .forbidden(.file(let path)):
      "“\(path)” may not be written by you; choose another place, "
        + "or change the permissions of its directory."
    case .forbidden(let target):
      "You may not write to \(target); choose a file with -o instead."
    case .full(let target):
      "There is no room left to write \(target); free some space, or choose another disk."
    case .brokenPipe(let target):
      "\(startOfSentence(target)) stopped reading before everything was written; "
        + "check what it is connected to."
    case .failed(let target, let reason, let advice):
      "\(startOfSentence(target)) cannot be written: \(reason); "
        + "\(advice ?? "try again, or choose another place")."
    case .tooLarge(let format, let instead):
      "This is more than \(format) can hold; choose \(instead), or fewer rows with --filter."
    case .packageWithoutName:
      "A package is a directory; name one with -o."
    case .temporary(let directory, let reason, let advice):
      "A temporary file in “\(directory)” could not be written: \(reason); "
        + "\(advice ?? "set TMPDIR to a directory with room in which you may write")."
    case .library(let name, let reason):
      "\(name) cannot write it: \(reason); try again, or choose another format."
    case .cancelled:
      "Writing was cancelled; nothing was changed."
    case .unknownFormat(let name):
      "“\(name)” is not a format; choose one of \(list(FileFormat.allCases.map(\.name)))."
    case .unknownEnding(let path):
      "The name “\(path)” does not tell the format; end it in one of "
        + "\(list(FileFormat.allCases.flatMap(\.endings).map { ".\($0)" })), or use --format."
    }
  }
}

private func startOfSentence(_ target: WriteTarget) -> String {
  let words = target.description
  return words.prefix(1).uppercased() + words.dropFirst()
}

private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
