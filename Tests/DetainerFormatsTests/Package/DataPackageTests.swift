import TestSupport
import Testing

@testable import DetainerFormats

/// What packages say, and what is said of those that are none.
@Suite struct DataPackageTests {
  private static let release =
    #"{"name": "a.csv", "bytes": 12, "hash": "sha256:00", "rows": 3, "path": "b.csv"}"#

  /// Texts with what is read of them: title, start and resources, or the reason why not.
  private static let texts: [(String, String)] = [
    ("{}", "nil nil | none"),
    ("[]", "at “”"),
    ("null", "at “”"),
    ("7", "at “”"),
    ("", "is not valid JSON"),
    ("{", "is not valid JSON"),
    (#"{"resources": []}"#, "nil nil"),
    (#"{"resources": null}"#, "nil nil | none"),
    (#"{"title": "A", "start": "2017-01-28"}"#, #""A" "2017-01-28" | none"#),
    (#"{"title": 7}"#, "at “title”"),
    (#"{"title": null}"#, "nil nil | none"),
    (#"{"title": "A", "title": "B"}"#, #""A" nil | none"#),
    (#"{"title": "a \" \u00f1 \\ b"}"#, #""a \" ñ \\ b" nil | none"#),
    (#"{"title": "Doña"}"#, #""Doña" nil | none"#),
    ("{\"title\": \"a\u{1}b\"}", "is not valid JSON"),
    ("{\"title\": \"a\nb\"}", "is not valid JSON"),
    (#"{"title": "A",}"#, #""A" nil | none"#),
    ("\u{FEFF}{\"title\": \"A\"}", #""A" nil | none"#),
    (#"{"title": "A"} x"#, "is not valid JSON"),
    (#"{"sources": [1, -2.5e3, true, null]}"#, "nil nil | none"),
    (#"{"sources": [01]}"#, "is not valid JSON"),
    (#"{"sources": [1.]}"#, "is not valid JSON"),
    (#"{"a": {"title": "B"}}"#, "nil nil | none"),
    (#"{"resources": {}}"#, "at “resources”"),
    (#"{"resources": [7]}"#, "at “resources.[0]”"),
    (#"{"resources": [[]]}"#, "at “resources.[0]”"),
    (
      #"{"resources": [{"name": "a", "path": "a.csv"}, {"path": ["b.csv", "c.csv"]}, {}]}"#,
      #"nil nil | "a" ["a.csv"] [] [] | nil ["b.csv", "c.csv"] [] [] | nil none [] []"#
    ),
    (#"{"resources": [{"name": 7}]}"#, "at “resources.[0].name”"),
    (#"{"resources": [{"path": 7}]}"#, "at “resources.[0].path”"),
    (#"{"resources": [{"path": ["a", 7]}]}"#, "at “resources.[0].path.[1]”"),
    (#"{"resources": [{"path": []}]}"#, "nil nil | nil [] [] []"),
    (#"{"resources": [{"path": null, "name": null}]}"#, "nil nil | nil none [] []"),
    (
      #"{"resources": [{"ddor:added": ["county", "aor"]}]}"#,
      #"nil nil | nil none ["county", "aor"] []"#
    ),
    (#"{"resources": [{"ddor:added": "county"}]}"#, "nil nil | nil none [] []"),
    (#"{"resources": [{"ddor:added": [7]}]}"#, "nil nil | nil none [] []"),
    (#"{"resources": [{"ddor:added": null, "ddor:release": null}]}"#, "nil nil | nil none [] []"),
    (
      #"{"resources": [{"ddor:release": [RELEASE, RELEASE]}]}"#,
      #"nil nil | nil none [] ["a.csv" 12 "sha256:00" 3 "b.csv", "a.csv" 12 "sha256:00" 3 "b.csv"]"#
    ),
    (#"{"resources": [{"ddor:release": [RELEASE, {}]}]}"#, "nil nil | nil none [] []"),
    (#"{"resources": [{"ddor:release": RELEASE}]}"#, "nil nil | nil none [] []"),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1.0, "hash": "h", "rows": 1}]}]}"#,
      #"nil nil | nil none [] ["a" 1 "h" 1 nil]"#
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1.5, "hash": "h", "rows": 1}]}]}"#,
      "nil nil | nil none [] []"
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": "1", "hash": "h", "rows": 1}]}]}"#,
      "nil nil | nil none [] []"
    ),
    (#"{"title": 1, "resources": 2}"#, "at “title”"),
    (#"{"start": []}"#, "at “start”"),
    (#"{"resources": [{"path": {}}]}"#, "at “resources.[0].path”"),
    (#"{"resources": [{"path": [["a"]]}]}"#, "at “resources.[0].path.[0]”"),
    (#"{"resources": [null]}"#, "at “resources.[0]”"),
    (#"{"resources": [{}, {"name": []}]}"#, "at “resources.[1].name”"),
    (#"{"resources": [], "resources": [{"name": "b"}]}"#, "nil nil"),
    (#"{"resources": [{"name": "a", "name": "b"}]}"#, #"nil nil | "a" none [] []"#),
    (#"{"title": "\ud83d\ude00"}"#, #""😀" nil | none"#),
    (#"{"title": "\ud83d"}"#, "is not valid JSON"),
    (#"{"title": "\ude00"}"#, "is not valid JSON"),
    (#"{"title": "\u12"}"#, "is not valid JSON"),
    (#"{"title": "\x"}"#, "is not valid JSON"),
    (#"{"title": "\b\f\/\t\r"}"#, #""\u{08}\u{0C}/\t\r" nil | none"#),
    (#"{"title": "\u0000"}"#, #""\0" nil | none"#),
    ("true", "at “”"),
    ("\"a\"", "at “”"),
    (" [ ] ", "at “”"),
    (#"{"a": 1e400}"#, "nil nil | none"),
    (#"{"a": -0}"#, "nil nil | none"),
    (#"{"a": -}"#, "is not valid JSON"),
    (#"{"a": 1e}"#, "is not valid JSON"),
    (#"{"a": +1}"#, "is not valid JSON"),
    (#"{"a": .5}"#, "is not valid JSON"),
    (#"{"a": NaN}"#, "is not valid JSON"),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1e3, "hash": "h", "rows": 1}]}]}"#,
      #"nil nil | nil none [] ["a" 1000 "h" 1 nil]"#
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 12345678901, "hash": "h", "rows": -1, "path": null}]}]}"#,
      #"nil nil | nil none [] ["a" 12345678901 "h" -1 nil]"#
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 99999999999999999999, "hash": "h", "rows": 1}]}]}"#,
      "nil nil | nil none [] []"
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": null, "bytes": 1, "hash": "h", "rows": 1}]}]}"#,
      "nil nil | nil none [] []"
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "bytes": 1, "hash": "h", "rows": 1, "path": 5}]}]}"#,
      "nil nil | nil none [] []"
    ),
    (
      #"{"resources": [{"ddor:release": [{"name": "a", "name": "b", "bytes": 1, "hash": "h", "rows": 1}]}]}"#,
      #"nil nil | nil none [] ["a" 1 "h" 1 nil]"#
    ),
    (#"{"resources": [{"path": "a", "path": 7}]}"#, #"nil nil | nil ["a"] [] []"#),
    (#"{"resources": [{"path": 7, "path": "a"}]}"#, "at “resources.[0].path”"),
    ("{\"title\": \"\u{7F}\"}", #""\u{7F}" nil | none"#),
    ("{} {}", "is not valid JSON"),
    ("{}\u{0}", "is not valid JSON"),
    ("{\"title\" : \"a\tb\"}", "is not valid JSON"),
  ]

  @Test func everyTextIsReadByOneRule() {
    for (text, expected) in Self.texts {
      let bytes = Array(text.replacing("RELEASE", with: Self.release).utf8)
      let (package, problem) = bytes.withUnsafeBytes { DataPackage.read($0) }
      #expect((package == nil) == (problem != nil), "\(text.debugDescription)")
      let reason = problem?.replacing("does not have the shape of a data package at ", with: "at ")
      #expect((package.map(Self.told) ?? reason) == expected, "\(text.debugDescription)")
    }
  }

  @Test func nestingHasALimit() {
    for (depth, problem) in [
      (511, nil), (513, "is not valid JSON"), (200_000, "is not valid JSON"),
    ] {
      let text =
        #"{"a": "# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        + "}"
      #expect(Array(text.utf8).withUnsafeBytes { DataPackage.read($0) }.problem == problem)
    }
  }

  @Test func thePackageOfTheSampleDataIsRead() {
    let (package, problem) = bytes(of: sampleDirectory + "/datapackage.json").withUnsafeBytes {
      DataPackage.read($0)
    }
    #expect(problem == nil && package?.start == "2017-01-28")
    #expect(package?.resources?.count ?? 0 > 5)
    #expect(package?.resources?.allSatisfy { $0.name != nil && $0.paths?.isEmpty == false } == true)
  }

  private static func told(_ package: DataPackage) -> String {
    let resources = package.resources.map { $0.map(told) } ?? ["none"]
    return (["\(text(package.title)) \(text(package.start))"] + resources).joined(separator: " | ")
  }

  private static func told(_ resource: DataPackage.Resource) -> String {
    let files = resource.releases.map { file in
      "\(text(file.name)) \(file.bytes) \(text(file.hash)) \(file.rows) \(text(file.path))"
    }
    return "\(text(resource.name)) \(resource.paths.map { "\($0)" } ?? "none") \(resource.added)"
      + " [\(files.joined(separator: ", "))]"
  }

  private static func text(_ text: String?) -> String { text?.debugDescription ?? "nil" }
}
