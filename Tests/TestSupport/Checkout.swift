import DetainerFormats
import DetainerModel
import Foundation

/// The directory that the tests were built from.
package let checkout: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/")
}()

/// The directory of the sample data.
package let sampleDirectory = checkout + "/SampleData"

/// The sample data, read once.
package let sample: Dataset = {
  do {
    return try opened(sampleDirectory)
  } catch {
    fatalError("The sample data cannot be read: \(error)")
  }
}()

/// Everything that is read of some paths.
package func opened(_ paths: String...) throws -> Dataset { try opened(paths) }

/// Everything that is read of some paths.
package func opened(_ paths: [String]) throws -> Dataset {
  try DataDirectory.open(paths)
}

/// Writes files into an empty directory and opens paths of it as a user would: the directory
/// itself when none are named.
package func opened(_ files: [String: String], _ paths: [String] = [""]) throws -> Dataset {
  try opened(files.mapValues { Array($0.utf8) }, paths)
}

/// Writes files into an empty directory and opens paths of it as a user would: the directory
/// itself when none are named.
package func opened(_ files: [String: [UInt8]], _ paths: [String] = [""]) throws -> Dataset {
  try withTemporaryDirectory { folder in
    for (name, bytes) in files { put(bytes, at: folder + "/" + name) }
    return try opened(paths.map { $0.isEmpty ? folder : folder + "/" + $0 })
  }
}

/// The data of one file with these contents.
package func opened(text: String, as name: String = "release.csv") throws -> Dataset {
  try opened([name: text], [name])
}
