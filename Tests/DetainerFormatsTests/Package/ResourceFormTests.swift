import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What a package says of a text is followed, or told.
@Suite struct ResourceFormTests {
  private static let fields =
    #""fields": [{"name": "issued"}, {"name": "city"}, {"name": "state"}, {"name": "lift_reason"}]"#
  private static let wanted = ["2015-01-05 A, B TX Lifted", "2015-01-06 DOÑA NM "]

  private func package(_ properties: String) -> String {
    #"{"resources": [{"name": "foia", "path": "a.csv", \#(properties)}]}"#
  }

  private func rows(_ files: [String: [UInt8]]) throws -> (rows: [String], findings: [String]) {
    let data = try opened(files)
    let table = data.table
    let rows = (0..<table.rowCount).map { row in
      let reason =
        table.withText(of: .liftReason, row) { String(decoding: $0, as: UTF8.self) } ?? ""
      let state = table.jurisdictions[table.site(row).jurisdiction].state
      return "\(table.issued(row).iso) \(table.site(row).city) \(state) \(reason)"
    }
    return (rows, data.diagnostics.filter { $0.severity != .note }.map(\.message))
  }

  @Test(
    arguments: [
      (
        #""dialect": {"delimiter": "^"}"#,
        "issued^city^state^lift_reason\n2015-01-05^A, B^TX^Lifted\n2015-01-06^DOÑA^NM^\n"
      ),
      (
        #""dialect": {"quoteChar": "'"}"#,
        "issued,city,state,lift_reason\n2015-01-05,'A, B',TX,Lifted\n2015-01-06,DOÑA,NM,\n"
      ),
      (
        #""dialect": {"doubleQuote": false, "escapeChar": "\\"}"#,
        "issued,city,state,lift_reason\r\n2015-01-05,A\\, B,TX,Lifted\r\n2015-01-06,DOÑA,NM,\r\n"
      ),
      (
        #""dialect": {"skipInitialSpace": true, "commentChar": "%"}"#,
        "issued, city, state, lift_reason\n% no row\n2015-01-05, \"A, B\", TX, Lifted\n2015-01-06, DOÑA, NM,\n"
      ),
      (
        #""dialect": {"header": false}, "schema": {FIELDS}"#,
        "2015-01-05,\"A, B\",TX,Lifted\n2015-01-06,DOÑA,NM,\n"
      ),
      (
        #""schema": {"missingValues": ["", "-", {"value": "not recorded"}]}"#,
        "issued,city,state,lift_reason\n2015-01-05,\"A, B\",TX,Lifted\n2015-01-06,DOÑA,NM,not recorded\n"
      ),
      (
        #""schema": {"fields": [{"name": "issued", "type": "date", "format": "%d/%m/%Y"}]}"#,
        "issued,city,state,lift_reason\n05/01/2015,\"A, B\",TX,Lifted\n06/01/2015,DOÑA,NM,\n"
      ),
      (
        #""schema": {"fields": [{"name": "issued", "type": "datetime", "format": "%-d.%m.%y %H:%M"}]}"#,
        "issued,city,state,lift_reason\n5.01.15 23:30,\"A, B\",TX,Lifted\n6.01.15 00:10,DOÑA,NM,\n"
      ),
      (
        #""schema": {"fields": [{"name": "issued", "type": "date", "format": "%m/%d/%Y"}]}"#,
        "issued,city,state,lift_reason\n01/05/2015,\"A, B\",TX,Lifted\n01/06/2015,DOÑA,NM,\n"
      ),
      (
        #""dialect": {"header": false}, "schema": {"fields": [{"name": "issued", "type": "date", "format": "%d%m%Y"}, {"name": "city"}, {"name": "state"}, {"name": "lift_reason"}]}"#,
        "05012015,\"A, B\",TX,Lifted\n06012015,DOÑA,NM,\n"
      ),
      (
        #""schema": "parts/s.json", "dialect": "d.json""#,
        "issued;city;state;lift_reason\n2015-01-05;A, B;TX;Lifted\n2015-01-06;DOÑA;NM;-\n"
      ),
    ] as [(Named<String>, Named<String>)])
  func isFollowed(_ properties: Named<String>, _ text: Named<String>) throws {
    let found = try rows([
      "datapackage.json": Array(
        package(properties.value.replacing("FIELDS", with: Self.fields)).utf8),
      "a.csv": Array(text.value.utf8),
      "d.json": Array(#"{"delimiter": ";"}"#.utf8),
      "parts/s.json": Array(#"{"missingValues": ["-"]}"#.utf8),
    ])
    #expect(found.rows == Self.wanted)
    #expect(found.findings == [])
  }

  @Test func encodingsAreFollowed() throws {
    let text = "issued,city,state,lift_reason\n2015-01-05,\"A, B\",TX,Lifted\n2015-01-06,DOÑA,NM,\n"
    let dos = text.unicodeScalars.map { $0 == "Ñ" ? 0xA5 : UInt8($0.value) }
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for (name, bytes) in [("cp850", dos), ("utf-16le", wide), ("cp850", gzip(dos))] {
      let found = try rows([
        "datapackage.json": Array(package(#""encoding": "\#(name)""#).utf8), "a.csv": bytes,
      ])
      #expect(found.rows == Self.wanted)
      #expect(found.findings == [])
    }
  }

  @Test func rowsKeepTheirLines() throws {
    let text = "%\n2015-01-05,\"A\nB\",TX,Lifted\n\n2015-01-06,C,NM,\n"
    let properties =
      #""dialect": {"header": false, "commentChar": "%"}, "schema": {\#(Self.fields)}"#
    let table = try opened(["datapackage.json": package(properties), "a.csv": text]).table
    #expect((0..<table.rowCount).map(table.line) == [2, 5])
  }

  @Test(
    arguments: [
      (#""encoding": "ebcdic""#, "the encoding “ebcdic”"),
      (#""dialect": {"delimiter": "::"}"#, "“delimiter” of the dialect"),
      (#""dialect": {"sheetName": "a"}"#, "“sheetName” of the dialect"),
      (#""dialect": {"header": false}"#, "a header that is missing without a schema"),
      (#""dialect": "https://example.org/d.json""#, "the dialect in “https://example.org/d.json”"),
      (#""encoding": 1252"#, "“encoding”"),
      (#""dialect": [","]"#, "“dialect”"),
      (#""dialect": {"quoteChar": 1}"#, "“quoteChar” of the dialect"),
      (#""schema": [{"name": "issued"}]"#, "“schema”"),
      (#""schema": {"missingValues": "-"}"#, "“missingValues” of the schema"),
      (#""schema": {"missingValues": ["-", 9]}"#, "“missingValues” of the schema"),
      (
        #""schema": {"fields": [{"name": "city", "missingValues": ["-"]}]}"#,
        "“missingValues” of a field"
      ),
      (#""schema": "../s.json""#, "the schema in “../s.json”"),
    ] as [(Named<String>, Named<String>)])
  func whatIsNotFollowedIsTold(_ properties: Named<String>, _ what: Named<String>) throws {
    let text = "issued,city,state,lift_reason\n2015-01-05,A,TX,Lifted\n"
    let data = try opened(["datapackage.json": package(properties.value), "a.csv": text])
    #expect(data.table.rowCount == 1)
    let told = data.diagnostics.filter { $0.code == .notFollowed }
    #expect(told.count == 1 && told[0].message.contains("\(what.value), as “foia” has it, is not"))
  }

  @Test func whatSaysNothingIsNotTold() throws {
    let properties =
      #""encoding": null, "dialect": {"quoteChar": null}, "schema": {"missingValues": null}"#
    let text = "issued,city,state,lift_reason\n2015-01-05,A,TX,Lifted\n"
    let data = try opened(["datapackage.json": package(properties), "a.csv": text])
    #expect(data.diagnostics.filter { $0.code == .notFollowed } == [])
  }

  @Test func rowsInThePackageItselfAreTold() throws {
    let json = #"{"resources": [{"name": "foia", "data": [{"issued": "2015-01-05"}]}]}"#
    let text = "issued,city,state,lift_reason\n2015-01-05,A,TX,Lifted\n"
    let data = try opened(["datapackage.json": json, "a.csv": text])
    let told = data.diagnostics.filter { $0.code == .notFollowed }
    #expect(told.count == 1 && told[0].message.contains("“data”, as “foia” has it, is not"))
  }

  @Test func aPathWithoutEndIsCutInTheSentence() throws {
    let path = String(repeating: "x", count: 3_000)
    let json = #"{"resources": [{"name": "\#(path)", "path": "\#(path)"}]}"#
    let text = "issued,city,state,lift_reason\n2015-01-05,A,TX,Lifted\n"
    let data = try opened(["datapackage.json": json, "a.csv": text])
    let told = data.diagnostics.filter { $0.code == .missingFile }
    #expect(told.count == 1 && told[0].message.contains("xxx…xxx") && told[0].message.count < 340)
  }
}
