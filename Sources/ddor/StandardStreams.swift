import DetainerFormats
import Glibc
import Text

/// Whether what is printed goes to a terminal.
var printsToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

/// Whether what is said beside it is read on a terminal.
var complainsToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// Says a sentence on standard error, with nothing in it that could disturb a terminal.
func complain(_ sentence: String) {
  var stream = FileSink(descriptor: STDERR_FILENO, target: .file("standard error"))
  // There is no one left to tell when this fails.
  try? stream.write("ddor: \(inFewLines(harmless(sentence)))\n")
  try? stream.flush()
}

/// Prints a text and a line end.
func say(_ text: String, lineEnd: String = "\n") throws(WriteError) {
  var stream = FileSink.standardOutput
  try stream.write(text + lineEnd)
  try stream.flush()
}
