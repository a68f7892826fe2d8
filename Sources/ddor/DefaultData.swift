import DetainerFormats
import Glibc

/// Where data is found when none is named.
enum DefaultData {
  /// The paths that are given, else where data is found.
  static func paths(orGiven paths: [String], readsEnvironment: Bool = true) throws(CommandError)
    -> [String]
  {
    paths.isEmpty ? [try path(readsEnvironment: readsEnvironment)] : paths
  }

  /// `$DDOR_DATA`, else the sample data installed with the program or lying in its checkout.
  private static func path(readsEnvironment: Bool) throws(CommandError) -> String {
    if readsEnvironment, let value = getenv("DDOR_DATA"), value.pointee != 0 {
      return String(cString: value)
    }
    guard let program = folder else { throw .noSampleData }
    var directory = program
    let installed = parent(of: directory) + "/share/ddor/SampleData"
    if isThere(installed) { return installed }
    while !directory.isEmpty {
      let checkout = directory + "/SampleData"
      if isThere(checkout), access(directory + "/Package.swift", R_OK) == 0 { return checkout }
      directory = parent(of: directory)
    }
    throw .noSampleData
  }

  /// `$XDG_CACHE_HOME/ddor`, else `~/.cache/ddor`; nil where the user has no home.
  static var snapshots: SnapshotDirectory? {
    directory("XDG_CACHE_HOME", or: ".cache").map { SnapshotDirectory(path: $0 + "/ddor") }
  }

  /// A directory of the user by its variable, else by its name at home; nil where there is no home.
  static func directory(_ name: String, or folder: String) -> String? {
    func absolute(_ name: String) -> String? {
      // As the standard of these variables says, what is not absolute is not used.
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return absolute(name) ?? absolute("HOME").map { $0 + "/" + folder }
  }

  /// The directory of the program's own file, with every link followed.
  static var folder: String? {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(Ddor.arguments.first ?? "", nil)
    else { return nil }
    defer { free(path) }
    return parent(of: String(cString: path))
  }

  /// Where a locale may lie that the system does not have.
  static var locales: [String] {
    folder.map { [$0.isEmpty ? "/" : $0, parent(of: $0) + "/share/ddor/locale"] } ?? []
  }

  private static func isThere(_ directory: String) -> Bool {
    access(directory + "/datapackage.json", R_OK) == 0
  }

  /// The directory that a path lies in; empty for the root.
  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
