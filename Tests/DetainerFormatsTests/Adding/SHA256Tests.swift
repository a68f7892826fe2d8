import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct SHA256Tests {
  /// The examples of NIST for FIPS 180-4, and one of its long ones.
  @Test(
    arguments: [
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        Named(
          "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
            + "lmnopqrsmnopqrstnopqrstu"), 1,
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ] as [(Named<String>, Int, String)])
  func vectors(text: Named<String>, times: Int, digest: String) {
    let bytes = Array(String(repeating: text.value, count: times).utf8)
    #expect(bytes.withUnsafeBytes { SHA256.hex(of: $0) } == digest)
  }

  /// The examples of RFC 1321, and lengths around the end of a block (md5sum of zeros).
  @Test(
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      (
        Named("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
      (Named(String(repeating: "\0", count: 55)), "c9ea3314b91c9fd4e38f9432064fd1f2"),
      (Named(String(repeating: "\0", count: 56)), "e3c4dd21a9171fd39d208efa09bf7883"),
      (Named(String(repeating: "\0", count: 64)), "3b5d3c7d207e37dceeedd301e35e2e58"),
    ] as [(Named<String>, String)])
  func theOlderDigestOfPackages(text: Named<String>, digest: String) {
    #expect(Array(text.value.utf8).withUnsafeBytes { MD5.hex(of: $0) } == digest)
  }

  /// Around the ends of blocks, where the padding needs one block or two (sha256sum of zeros).
  @Test(arguments: [
    (55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    (56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    (63, "c7723fa1e0127975e49e62e753db53924c1bd84b8ac1ac08df78d09270f3d971"),
    (64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    (65, "98ce42deef51d40269d542f5314bef2c7468d401ad5d85168bfab4c0108f75f7"),
  ])
  func padding(count: Int, digest: String) {
    let bytes = [UInt8](repeating: 0, count: count)
    #expect(bytes.withUnsafeBytes { SHA256.hex(of: $0) } == digest)
  }
}
