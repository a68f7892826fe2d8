import Foundation

/// The loop of libFuzzer. Its own `main` would know of one target only.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// `fuzz TARGET [FILE or DIRECTORY or option of libFuzzer]…`
@main
struct Fuzz {
  /// What is tried. The loop takes a C function, which can hold nothing.
  static let target = CommandLine.arguments.dropFirst().first.flatMap(Target.init(rawValue:))

  static func main() {
    guard target != nil else {
      let names = Target.allCases.map { $0.rawValue }.joined(separator: ", ")
      FileHandle.standardError.write(
        Data("Usage: fuzz TARGET [FILE | DIRECTORY | -OPTION]…\nTargets: \(names)\n".utf8))
      exit(2)
    }
    // libFuzzer sees its own arguments: the name of the target is taken out.
    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    arguments[0] = CommandLine.unsafeArgv[0]
    exit(runDriver(&count, &arguments, tryInput))
  }
}

/// The name is the one by which libFuzzer, which is linked whole, asks for an input to be tried.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
