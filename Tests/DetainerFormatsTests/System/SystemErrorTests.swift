import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// What is said when the system refuses, by its reason: advice that does not fit is worse than none.
@Suite struct SystemErrorTests {
  @Test(
    arguments: [
      (
        ENOMEM,
        "Cannot allocate memory; close other programs, or give this one more memory (ulimit -v)."
      ),
      (EMFILE, "Too many open files; let the program open more files (ulimit -n)."),
      (EIO, "Input/output error; check the disk it is on and try again."),
      (ESTALE, "Stale file handle; check the connection to the disk it is on and try again."),
      (ELOOP, "Too many levels of symbolic links; check where its links lead."),
      (ENAMETOOLONG, "File name too long; choose a shorter name."),
      (EINVAL, "Invalid argument; try again."),
    ] as [(Int32, String)])
  func theAdviceIsThatOfTheReason(code: Int32, sentence: String) {
    let error = SystemError(code: code)
    #expect(FileError(error, path: "x.csv").description == "x.csv cannot be read: \(sentence)")
    if error.advice != nil {
      #expect(
        WriteError(error, .file("x.csv")).description == "“x.csv” cannot be written: \(sentence)")
    }
  }

  /// The disk of a temporary file is not that of the file which is unpacked.
  @Test func aTemporaryFileHasAdviceOfItsOwn() {
    let directory = OpenFile.temporaryDirectory
    let unpacking = FileError(unpacking: "x.csv.gz", SystemError(code: EACCES))
    #expect(
      unpacking.description
        == "x.csv.gz cannot be unpacked, for a temporary file in \(directory) failed: "
        + "Permission denied; set TMPDIR to another directory.")
    #expect(
      WriteError(temporary: SystemError(code: EMFILE)).description
        == "A temporary file in “\(directory)” could not be written: Too many open files; "
        + "let the program open more files (ulimit -n).")
    #expect(
      WriteError(temporary: SystemError(code: ENOSPC)).description.hasSuffix(
        "set TMPDIR to a directory with room in which you may write."))
  }
}
