import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// A file is held against the digest that its package states, where the data is checked.
@Suite struct StatedHashTests {
  private static let records = "issued,state,lift_reason\n2015-01-02,TX,\n"

  private func found(_ hash: String) throws -> [Diagnostic] {
    try withTemporaryDirectory { directory in
      put(Self.records.utf8, at: directory + "/a.csv")
      let package = #"{"resources": [{"name": "r", "path": "a.csv", "hash": "\#(hash)"}]}"#
      put(package.utf8, at: directory + "/datapackage.json")
      return try Loader([directory]).differingHashes
    }
  }

  @Test func theRightDigestIsAccepted() throws {
    let bytes = Array(Self.records.utf8)
    let (sha, md5) = bytes.withUnsafeBytes { (SHA256.hex(of: $0), MD5.hex(of: $0)) }
    for hash in ["sha256:" + sha, "sha256:" + sha.uppercased(), md5, "md5:" + md5] {
      #expect(try found(hash).isEmpty, "\(hash)")
    }
  }

  @Test(arguments: [
    ("00", "has the md5 hash "), ("md5:00", "has the md5 hash "),
    ("sha256:00", "has the sha256 hash "),
  ])
  func anotherFileIsNamed(_ hash: String, _ words: String) throws {
    let finding = try #require(found(hash).first)
    #expect(finding.code == .otherHash && finding.file == "a.csv")
    #expect(finding.message.hasPrefix("a.csv " + words))
    #expect(finding.message.contains(", not the 00 that datapackage.json states"))
  }

  @Test func aDigestThatIsNotKnownIsSaidNotToBeCompared() throws {
    #expect(try found("crc32:00").map(\.code) == [.notFollowed])
  }
}
