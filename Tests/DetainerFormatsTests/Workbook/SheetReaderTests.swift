import Testing

@testable import DetainerFormats

@Suite struct SheetReaderTests {
  @Test func everyKindOfCellBecomesAField() throws {
    let workbook = WorkbookWriter(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="inlineStr"><is><t>one</t></is></c>\
      <c r="D1" t="str"><f>"two"</f><v>two</v></c></row>
      <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>\
      <c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="n"><v>42</v></c></row>
      <row r="3"><c r="A3"><f>A1+1</f><v>7</v></c><c r="B3" s="1"/><c r="C3"><v></v></c>\
      <c r="D3" t="d"><v>2017-01-28T00:00:00Z</v></c></row>
      <row r="4"><c r="A4" t="d"><v>2017-01-28T13:30:00.000</v></c></row>
      """,
      shared: ["<t>a</t>", "<r><t>b</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> c</t></r>"])
    #expect(
      try workbook.texts() == [
        """
        a,b c,one,two
        TRUE,FALSE,#N/A,42
        7,,,2017-01-28
        2017-01-28 13:30:00.000

        """
      ])
  }

  @Test func lineNIsRowNGapsAreFilledAndEmptyEndsAreLeftOut() throws {
    let workbook = WorkbookWriter(
      """
      <row r="3"><c r="C3"><v>1</v></c><c r="AA3"><v>2</v></c><c r="AB3" s="4"/></row>
      <row r="4" ht="3"/><row r="6"><c r="A6" t="s"><v>0</v></c></row><row><c><v>3</v></c>\
      <c><v>4</v></c><c r="D7"><v>5</v></c><c><v>6</v></c></row>
      """, shared: ["<t></t>"])
    #expect(
      try workbook.texts() == [
        "\n\n,,1" + String(repeating: ",", count: 24) + "2\n\n\n\n3,4,,5,6\n"
      ])
  }

  @Test func whatCSVNeedsQuotesForGetsThemAndACellIsOneLine() throws {
    let workbook = WorkbookWriter(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="s"><v> 2\n</v></c><c r="D1" t="inlineStr"><is><t>a,b</t></is></c></row>
      <row r="2"><c r="A2" t="str"><v>_x005F_x000D_ _x0041__xZZZZ_ _x12_</v></c>\
      <c r="B2" t="str"><v>_xD83D__xDE00_ _xD83D_ _xDE00_</v></c>\
      <c r="C2" t="str"><v>x&#10;&#13;&#9;y_x0000__x000D_z</v></c>\
      <c r="D2" t="str"><v><![CDATA[<&]]>&amp;&lt;</v></c></row>
      """, shared: ["<t>say \"hi\"</t>", "<t>\"</t>", "<t>Not  Applicable</t>"])
    #expect(
      try workbook.texts() == [
        """
        "say ""hi""\","\""\",Not  Applicable,"a,b"
        _x000D_ A_xZZZZ_ _x12_,😀 \u{FFFD} \u{FFFD},x y z,<&&<

        """
      ])
  }

  @Test func howATextIsPronouncedIsNotPartOfIt() throws {
    let phonetic = "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>"
    let workbook = WorkbookWriter(
      "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is>\(phonetic)</is></c></row>",
      shared: [phonetic])
    #expect(try workbook.texts() == ["東京,東京\n"])
  }

  @Test func numbersWithADateFormatBecomeDates() throws {
    let workbook = WorkbookWriter(
      """
      <row><c s="1"><v>42763</v></c><c s="1"><v>42763.5</v></c><c s="2"><v>42763</v></c>\
      <c s="1"><v>4.2763E4</v></c><c s="1"><v>-1</v></c><c s="1"><v>0.25</v></c>\
      <c s="1"><v>60</v></c><c s="1"><v>99999999</v></c><c><v>42763</v></c>\
      <c s="77"><v>42763.0</v></c></row>
      """, formats: ["yyyy\\-mm\\-dd", "0.00"])
    #expect(
      try workbook.texts() == [
        """
        2017-01-28,2017-01-28 12:00:00,42763,2017-01-28,-1,06:00:00,1900-02-29,99999999,42763,42763

        """
      ])
  }

  @Test func workbooksThatCountFrom1904Do() throws {
    var workbook = WorkbookWriter(
      "<row><c s=\"1\"><v>41301</v></c><c s=\"1\"><v>0</v></c><c><v>41301</v></c></row>",
      formats: ["m/d/yy"])
    workbook.countsFrom1904 = true
    #expect(try workbook.texts() == ["2017-01-28,1904-01-01,41301\n"])
  }

  @Test func elementsMayHaveAPrefixAndOthersArePassedOver() throws {
    var workbook = WorkbookWriter("<x/>", shared: ["<t>a</t>"])
    workbook.changes["xl/worksheets/sheet1.xml"] = { _ in
      """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:cols><x:c/></x:cols>
      <x:row r="9"><x:c><x:v>9</x:v></x:c></x:row><x:sheetData><!-- a, b --><x:row r="2">
      <x:c r="B2" t="s"><x:f>1+1</x:f><x:v>0</x:v><x:extLst><x:ext/></x:extLst></x:c>
      <x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData>
      <x:row r="1"><x:c><x:v>9</x:v></x:c></x:row></x:worksheet>
      """
    }
    workbook.changes["xl/sharedStrings.xml"] = { _ in
      "<s:sst xmlns:s=\"m\"><s:si><s:t>a</s:t></s:si></s:sst>"
    }
    #expect(try workbook.texts() == ["\n,a,b\n"])
  }
}
