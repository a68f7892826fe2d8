import Glibc
import TestSupport
import Testing

/// Where nothing can be read, one sentence says what and where, and the shell gets a 1.
@Suite struct UnreadableDataTests {
  @Test func missingDirectory() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/nowhere"
      let sentence = try await refusal(of: path)
      #expect(sentence == "ddor: \(path) does not exist; check the path.\n")
    }
  }

  @Test func linkThatLeadsToItself() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/loop.csv"
      #expect(symlink(path, path) == 0)
      let sentence = try await refusal(of: path)
      #expect(
        sentence == "ddor: \(path) cannot be read: Too many levels of symbolic links; "
          + "check where its links lead.\n")
    }
  }

  @Test func emptyDirectory() async throws {
    try await withTemporaryDirectory { directory in
      let sentence = try await refusal(of: directory)
      #expect(sentence.contains("holds no data that ddor can read"))
    }
  }

  @Test func binaryNoise() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/noise.csv"
      var seed = UInt64(2017)
      put(
        (0..<5000).map { _ in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(truncatingIfNeeded: seed >> 33)
        }, at: path)
      let sentence = try await refusal(of: path)
      #expect(sentence.contains(path))
    }
  }

  @Test func truncatedGzip() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/cut.csv.gz"
      // "week,state\n" stored as gzip, without its last bytes.
      put(
        [
          0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x01, 0x0B, 0x00, 0xF4, 0xFF, 0x77, 0x65, 0x65,
          0x6B, 0x2C,
        ], at: path)
      let sentence = try await refusal(of: path)
      #expect(sentence.contains(path))
    }
  }

  @Test func gzipWithinGzip() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/twice.csv.gz"
      put("issued,state\n2017-01-02,TX\n".utf8, at: path)
      let once = try await shell(
        "cd '\(directory)'; gzip <twice.csv.gz | gzip >x; mv x twice.csv.gz")
      #expect(once.code == 0)
      let sentence = try await refusal(of: path)
      #expect(sentence == "ddor: \(path) was packed by gzip twice; unpack it once: gunzip.\n")
    }
  }

  @Test func unknownColumns() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/fruit.csv"
      put("apple,pear\n1,2\n".utf8, at: path)
      let sentence = try await refusal(of: path)
      #expect(sentence.contains("no row of it is a header"))
    }
  }

  @Test func packageThatLeavesItsDirectory() async throws {
    try await withTemporaryDirectory { directory in
      put(
        #"{"name":"x","resources":[{"name":"a","path":"../outside.csv"}]}"#.utf8,
        at: "\(directory)/datapackage.json")
      let sentence = try await refusal(of: directory)
      #expect(sentence.contains("../outside.csv"))
    }
  }

  @Test func oneBadRowIsReportedAndTheRestIsUsed() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put(
        "issued,state,county,lift_reason\n2015-01-03,TX,Travis,\nsoon,TX,Travis,\n".utf8, at: path)
      let run = try await ddor("list", "weeks", path)
      #expect(run.code == 0)
      #expect(
        run.errors.hasPrefix("ddor: The data has 2 problems, the first: \(path):3: “soon” is "))
      #expect(run.errors.hasSuffix(" See all of them with “ddor validate”.\n"))
      #expect(run.errors.filter { $0 == "\n" }.count == 1)
    }
  }

  /// The one line on standard error of a run that exits with 1.
  private func refusal(of path: String) async throws -> String {
    let run = try await ddor("list", "weeks", path)
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("ddor: "))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    return run.errors
  }
}
