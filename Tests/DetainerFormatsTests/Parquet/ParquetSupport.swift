import DetainerModel
import TestSupport

@testable import DetainerFormats

/// The files that `make-parquet.py` made.
enum ParquetFixture {
  private static let folder = checkout + "/Tests/DetainerFormatsTests/Parquet/Fixtures/"

  /// The names of the files in a folder, without their ending.
  static func names(in part: String) -> [String] {
    TestSupport.names(in: folder + part).map { String($0.dropLast(".parquet".count)) }
  }

  /// The bytes of `rows/pandas` or the like, or of `rows.csv`.
  static func bytes(_ name: String) -> [UInt8] {
    TestSupport.bytes(of: folder + name + (name.hasSuffix(".csv") ? "" : ".parquet"))
  }

  /// The data of a file, whatever it is, under a name that is always the same.
  static func opened(_ bytes: [UInt8]) throws -> Dataset {
    try TestSupport.opened(["release": bytes], ["release"])
  }

  /// Everything that a user can see of a file, without the directory that it was in.
  static func said(by bytes: [UInt8]) throws -> [[Value]] {
    try withTemporaryDirectory { directory in
      put(bytes, at: directory + "/release")
      return try everything(of: TestSupport.opened(directory + "/release")).map { row in
        row.map { value in
          guard case .text(let text) = value else { return value }
          return .text(text.replacing(directory + "/", with: ""))
        }
      }
    }
  }

  /// The sentence with which a file is refused; empty when it opens.
  static func refusal(of bytes: [UInt8]) -> String {
    do {
      _ = try opened(bytes)
      return ""
    } catch {
      return "\("\(error)".split(separator: "/").last ?? "")"
    }
  }
}
