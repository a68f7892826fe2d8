import Foundation

/// The loop of libFuzzer. Its own `main` would know of one target only.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// `fuzz --target=NAME [FILE or DIRECTORY or option of libFuzzer]…`
@main
struct Fuzz {
  /// What is tried. The loop takes a C function, which can hold nothing.
  static let target = name.flatMap(Target.init(rawValue:))

  /// What the option says. libFuzzer passes it by, and gives it to the processes that it starts.
  private static let name =
    CommandLine.arguments.lazy
    .compactMap { $0.hasPrefix("--target=") ? String($0.dropFirst("--target=".count)) : nil }
    .first

  static func main() {
    guard target != nil else {
      let names = Target.allCases.map { $0.rawValue }.joined(separator: ", ")
      FileHandle.standardError.write(
        Data("Usage: fuzz --target=NAME [FILE | DIRECTORY | -OPTION]…\nTargets: \(names)\n".utf8))
      exit(2)
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, tryInput))
  }
}

/// The name is the one by which libFuzzer, which is linked whole, asks for an input to be tried.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
