import ArgumentParser
import CConfine
import DetainerFormats
import Glibc

/// A command that, as it was given, may do nothing but read and write its answer to standard output.
protocol ConfinedCommand {
  /// The directories in which it keeps something for the next time; nil where it writes where the
  /// user said, or starts a program, which would be confined too.
  var keepsIn: [String]? { get }
}

extension ConfinedCommand {
  /// Gives up all rights that the command does not need, before it reads what strangers wrote.
  ///
  /// What the kernel cannot refuse stays possible: the command answers all the same.
  func confine() {
    guard let keepsIn else { return }
    // What is unpacked lies in a temporary file while it is read.
    let directories = keepsIn + [FileBytes.directoryOfUnpacked]
    let paths: [UnsafePointer<CChar>] = directories.compactMap {
      strdup($0).map { UnsafePointer($0) }
    }
    _ = paths.withUnsafeBufferPointer { paths in
      paths.baseAddress.map { confine_self($0, paths.count) }
    }
    for path in paths { free(UnsafeMutablePointer(mutating: path)) }
  }
}

extension ReadingCommand {
  var keepsIn: [String]? { output.mayWriteElsewhere ? nil : caching.directories(for: paths) }
}

extension SQLCommand: ConfinedCommand {
  var keepsIn: [String]? { selection.directories }
}

extension StartCommand: ConfinedCommand {
  // On a terminal it is the browser.
  var keepsIn: [String]? { printsToTerminal ? nil : selection.directories }
}

extension FrameCommand: ConfinedCommand {
  var keepsIn: [String]? { [] }
}

extension OutputOptions {
  /// Whether the rows may go anywhere but to standard output.
  fileprivate var mayWriteElsewhere: Bool { output != nil || Pager.isPossible }
}

extension CacheOptions {
  /// The directory of what is kept, where anything of the paths may be; the kernel takes it only if it
  /// exists.
  fileprivate func directories(for paths: [String]) -> [String] {
    guard let snapshots, paths.isEmpty || snapshots.mayKeep(paths) else { return [] }
    snapshots.makeReady()
    return [snapshots.path]
  }
}

extension SelectionOptions {
  fileprivate var directories: [String] { caching.directories(for: paths) }
}
