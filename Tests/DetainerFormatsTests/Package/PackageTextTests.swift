import TestSupport
import Testing

@testable import DetainerFormats

/// Edits of a package's text: what is added fits in, all else stays byte by byte.
@Suite struct PackageTextTests {
  private static let resource = JSONValue.object([
    .init("name", .string("b")), .init("path", .array([.string("x"), .string("y")])),
  ])

  private func appended(_ text: String) throws -> String {
    var package = try #require(PackageText(Array(text.utf8)))
    package.append(resource: Self.resource)
    let (read, problem) = package.bytes.withUnsafeBytes { DataPackage.read($0) }
    #expect(problem == nil)
    #expect(read?.resources?.last?.name == "b")
    return String(decoding: package.bytes, as: UTF8.self)
  }

  @Test func aResourceIsAddedInTheLayoutOfTheOthers() throws {
    #expect(
      try appended(
        """
        {
          "title": "T",
          "resources": [
            {
              "name": "a",
              "path": "a.csv"
            }
          ],
          "last": 1
        }

        """) == """
          {
            "title": "T",
            "resources": [
              {
                "name": "a",
                "path": "a.csv"
              },
              {
                "name": "b",
                "path": [
                  "x",
                  "y"
                ]
              }
            ],
            "last": 1
          }

          """)
  }

  @Test func tabsReturnsAndBracesOnTheSameLineAreKept() throws {
    #expect(
      try appended("{\r\n\t\"resources\": [{\r\n\t\t\"name\": \"a\"\r\n\t}]\r\n}\r\n")
        == "{\r\n\t\"resources\": [{\r\n\t\t\"name\": \"a\"\r\n\t}, {\r\n\t\t\"name\": \"b\",\r\n"
        + "\t\t\"path\": [\r\n\t\t\t\"x\",\r\n\t\t\t\"y\"\r\n\t\t]\r\n\t}]\r\n}\r\n")
  }

  @Test(
    arguments: [
      (#"{}"#, #"{"resources": [{"name": "b", "path": ["x", "y"]}]}"#),
      (
        #"{"title":"T"}"#, #"{"title":"T", "resources": [{"name": "b", "path": ["x", "y"]}]}"#
      ),
      (
        #" {"resources":[ ] , "x":[[1],{"resources":[]}]} "#,
        #" {"resources":[{"name": "b", "path": ["x", "y"]}] , "x":[[1],{"resources":[]}]} "#
      ),
      (
        #"{"resources":null}"#, #"{"resources":[{"name": "b", "path": ["x", "y"]}]}"#
      ),
      (
        #"{"resources":[{"name":"a"},{"name":"]}\"[{"}]}"#,
        #"{"resources":[{"name":"a"},{"name":"]}\"[{"},{"name": "b", "path": ["x", "y"]}]}"#
      ),
      (
        #"{"r\u0065sources" : [{"name":"a"}]}"#,
        #"{"r\u0065sources" : [{"name":"a"}, {"name": "b", "path": ["x", "y"]}]}"#
      ),
      (
        "{\n\"resources\": [\n  {\"name\": \"a\"},\n  {\"name\": \"c\"}\n]}",
        Named(
          "{\n\"resources\": [\n  {\"name\": \"a\"},\n  {\"name\": \"c\"},\n"
            + "  {\"name\": \"b\", \"path\": [\"x\", \"y\"]}\n]}")
      ),
      (
        "{\n    \"resources\": []\n}",
        Named(
          "{\n    \"resources\": [\n        {\n            \"name\": \"b\",\n            \"path\": [\n"
            + "                \"x\",\n                \"y\"\n            ]\n        }\n    ]\n}")
      ),
      (
        "{\n  \"a\": 1\n}",
        Named(
          "{\n  \"a\": 1,\n  \"resources\": [\n    {\n      \"name\": \"b\",\n      \"path\": [\n"
            + "        \"x\",\n        \"y\"\n      ]\n    }\n  ]\n}")
      ),
    ] as [(Named<String>, Named<String>)])
  func everyLayoutIsFollowed(text: Named<String>, result: Named<String>) throws {
    let (text, result) = (text.value, result.value)
    #expect(try appended(text) == result)
    #expect(try appended("\u{FEFF}" + text) == "\u{FEFF}" + result)
  }

  @Test(
    arguments: [
      "", "[]", "{", "{} x", "{\"resources\": 1}", "{\"resources\": {}}", "{\"resources\": [1]}",
      "{\"resources\": [], \"resources\": []}", "{\"a\": nul}", "{\"a\": 01}", "{\"a\": \"\\x\"}",
      "{\"a\": 1,}", "{'a': 1}", "// x\n{}", "{\"a\": \"b\nc\"}",
      Named(String(repeating: "[", count: 100_000)),
    ] as [Named<String>])
  func whatIsNoPackageIsNotEdited(text: Named<String>) {
    #expect(PackageText(Array(text.value.utf8)) == nil)
  }

  @Test func membersAreSetReplacedAndTakenOut() throws {
    var package = try #require(
      PackageText(
        Array(
          """
          {"resources": [{"bytes": 5, "path": "a", "hash": "x"}, {
            "name": "b", "path": "p",
            "bytes": 7
          }]}
          """.utf8)))
    package.remove("bytes", ofResource: 0)
    package.remove("hash", ofResource: 0)
    package.remove("none", ofResource: 0)
    package.set("path", to: .array([.string("a"), .string("b")]), ofResource: 0)
    package.remove("bytes", ofResource: 1)
    package.set("path", to: .array([.string("p")]), ofResource: 1)
    package.set("rows", to: .integer(3), ofResource: 1)
    #expect(
      String(decoding: package.bytes, as: UTF8.self) == """
        {"resources": [{"path": ["a", "b"]}, {
          "name": "b", "path": [
            "p"
          ], "rows": 3
        }]}
        """)
    package.remove("path", ofResource: 0)
    package.replace(resource: 1, with: .object([.init("name", .string("Doña \"Ana\"\u{1B}"))]))
    #expect(
      String(decoding: package.bytes, as: UTF8.self) == """
        {"resources": [{}, {
          "name": "Doña \\"Ana\\"\\u001b"
        }]}
        """)
  }

  /// Whatever the text, it is edited to something that reads as it did, plus the resource.
  @Test func randomLayoutsStayReadable() throws {
    var random = SeededGenerator(7)
    for _ in 0..<300 {
      func blank() -> String {
        ["", " ", "\n", "\n  ", "\t", "\r\n    "].randomElement(using: &random) ?? ""
      }
      func object(_ depth: Int) -> String {
        let values = ["1", "\"],[{}\"", "null", depth > 2 ? "[]" : "[\(object(depth + 1))]"]
        let members = (0..<Int.random(in: 0..<3, using: &random)).map { index in
          "\(blank())\"k\(index)\"\(blank()):\(blank())"
            + (values.randomElement(using: &random) ?? "") + blank()
        }
        return "{" + (members.isEmpty ? blank() : members.joined(separator: ",")) + "}"
      }
      let resources = (0..<Int.random(in: 0..<3, using: &random)).map { _ in
        blank() + object(0) + blank()
      }
      let array =
        "\"resources\":\(blank())["
        + (resources.isEmpty ? blank() : resources.joined(separator: ",")) + "]"
      let text = "{\(blank())\"a\": 1,\(blank())\(array)\(blank())}\(blank())"
      let count = try #require(PackageText(Array(text.utf8))).resources.count
      let edited = try appended(text)
      let package = try #require(PackageText(Array(edited.utf8)))
      #expect(package.resources.count == count + 1 && edited.utf8.count > text.utf8.count)
    }
  }
}
