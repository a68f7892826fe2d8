import FoundationEssentials
import TestSupport
import Testing

@testable import DetainerFormats

/// The short way of reading a package against the decoder.
struct DataPackagePlainTests {
  private static let release =
    #"{"name": "a.csv", "bytes": 12, "hash": "sha256:00", "rows": 3, "path": "b.csv"}"#

  private static let texts: [Named<String>] = [
    "{}", "[]", "null", "7", "", "{", #"{"resources": []}"#, #"{"resources": null}"#,
    #"{"title": "A", "start": "2017-01-28"}"#, #"{"title": 7}"#, #"{"title": null}"#,
    #"{"title": "A", "title": "B"}"#, #"{"title": "a \" \u00f1 \\ b"}"#, #"{"title": "Doña"}"#,
    "{\"title\": \"a\u{1}b\"}", "{\"title\": \"a\nb\"}", #"{"title": "A",}"#,
    "\u{FEFF}{\"title\": \"A\"}", #"{"title": "A"} x"#, #"{"sources": [1, -2.5e3, true, null]}"#,
    #"{"sources": [01]}"#, #"{"sources": [1.]}"#, #"{"a": {"title": "B"}}"#,
    #"{"resources": {}}"#, #"{"resources": [7]}"#, #"{"resources": [[]]}"#,
    #"{"resources": [{"name": "a", "path": "a.csv"}, {"path": ["b.csv", "c.csv"]}, {}]}"#,
    #"{"resources": [{"name": 7}]}"#, #"{"resources": [{"path": 7}]}"#,
    #"{"resources": [{"path": ["a", 7]}]}"#, #"{"resources": [{"path": []}]}"#,
    #"{"resources": [{"path": null, "name": null}]}"#,
    #"{"resources": [{"ddor:added": ["county", "aor"]}]}"#,
    #"{"resources": [{"ddor:added": "county"}]}"#, #"{"resources": [{"ddor:added": [7]}]}"#,
    #"{"resources": [{"ddor:added": null, "ddor:release": null}]}"#,
    #"{"resources": [{"ddor:release": [RELEASE, RELEASE]}]}"#,
    #"{"resources": [{"ddor:release": [RELEASE, {}]}]}"#,
    #"{"resources": [{"ddor:release": RELEASE}]}"#,
    #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1.0, "hash": "h", "rows": 1}]}]}"#,
    #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1.5, "hash": "h", "rows": 1}]}]}"#,
    #"{"resources": [{"ddor:release": [{"name": "a", "bytes": "1", "hash": "h", "rows": 1}]}]}"#,
  ]

  @Test(arguments: texts)
  func `Both ways of reading give the same`(text: Named<String>) {
    let bytes = Array(text.value.replacing("RELEASE", with: Self.release).utf8)
    let decoded = try? JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    let read = bytes.withUnsafeBytes { DataPackage.read($0) }
    #expect(Self.fields(of: read.package) == Self.fields(of: decoded))
    #expect((read.problem == nil) == (decoded != nil))
  }

  @Test func `The package of the sample data is read the short way`() throws {
    let path = sampleDirectory + "/datapackage.json"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let root = try #require(JSONNode(bytes))
    let plain: DataPackage? = bytes.withUnsafeBytes { DataPackage(plain: root, $0) }
    let decoded = try JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    #expect(plain != nil)
    #expect(Self.fields(of: plain) == Self.fields(of: decoded))
    #expect(decoded.resources?.count ?? 0 > 5)
  }

  private static func fields(of package: DataPackage?) -> [String]? {
    guard let package else { return nil }
    return ["\(String(describing: package.title)) \(String(describing: package.start))"]
      + (package.resources.map { $0.map(fields) } ?? ["none"])
  }

  private static func fields(of resource: DataPackage.Resource) -> String {
    let path = resource.path.map { "\($0.paths)" } ?? "none"
    return "\(String(describing: resource.name)) \(path) \(resource.added) \(resource.releases)"
  }
}
