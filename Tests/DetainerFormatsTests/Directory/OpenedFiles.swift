import DetainerFormats
import DetainerModel
import Foundation

/// Writes files into an empty directory and opens paths of it as a user would: the directory
/// itself when none are named.
func opened(_ files: [String: String], _ paths: [String] = [""]) throws -> Dataset {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
  var loader = try Loader(paths.map { $0.isEmpty ? folder.path : folder.path + "/" + $0 })
  try loader.finish()
  return loader.dataset
}
