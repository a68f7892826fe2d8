import DetainerModel
import Text

/// What a package says that the digest of a file is.
struct StatedHash: Hashable, Sendable {
  /// The file on the disk, and as it is shown.
  let path: String
  let shown: String
  /// The digits of MD5, or those of another digest behind its name and a colon.
  let stated: String

  /// Tells where the file is another one, or the digest none that is known.
  func compare(into log: inout FindingLog) {
    let parts = stated.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
    let (kind, digits) = parts.count == 2 ? (parts[0], parts[1]) : ("md5", parts.first ?? "")
    guard kind == "md5" || kind == "sha256" else {
      log.add(
        .notFollowed, file: harmless(shown),
        harmless(
          "\(shown): the hash “\(excerpt(stated))” of datapackage.json is not compared; state that of md5 or sha256."
        ))
      return
    }
    // What cannot be read is told by its reader.
    guard let bytes = try? FileBytes(path: path) else { return }
    let found = bytes.withBytes { kind == "md5" ? MD5.hex(of: $0) : SHA256.hex(of: $0) }
    guard found != digits else { return }
    log.add(
      .otherHash, file: harmless(shown),
      harmless(
        "\(shown) has the \(kind) hash \(found), not the \(excerpt(digits)) that datapackage.json states: check that it is the file you meant, or correct “hash”."
      ))
  }
}
