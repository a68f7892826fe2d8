import TestSupport
import Testing

@testable import DetainerFormats

/// Files that are mistaken for workbooks, and workbooks that are mistaken for others.
@Suite struct ContentKindTests {
  private func zip(_ names: [String]) -> [UInt8] {
    var zip = ZipWriter()
    for name in names { zip.add(name, "a,b\n") }
    return zip.archive
  }

  @Test func archivesAreToldApartByTheirParts() {
    #expect(sniff(zip(["[Content_Types].xml", "xl/workbook.xml"])) == .xlsx)
    #expect(sniff(zip(["[Content_Types].xml", "XL\\book.xml"])) == .xlsx)
    #expect(sniff(zip(["[Content_Types].xml", "xl/workbook.bin"])) == .binaryWorkbook)
    #expect(sniff(zip(["mimetype", "content.xml", "meta.xml"])) == .openDocument)
    #expect(sniff(zip(["[Content_Types].xml", "_rels/.rels", "word/x.xml"])) == .officeDocument)
    #expect(sniff(zip(["fy15.csv", "fy16.csv"])) == .zip)
    #expect(sniff(zip(["notes about xl/workbook.xml.csv"])) == .zip)
    #expect(sniff(zip([])) == .zip)
  }

  @Test func aContainerWithAnEncryptedPackageIsAProtectedWorkbook() {
    var container = [UInt8](repeating: 0, count: 4096)
    container.replaceSubrange(0..<4, with: [0xD0, 0xCF, 0x11, 0xE0])
    #expect(sniff(container) == .oldExcel)
    let name = "EncryptedPackage".utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
    container.replaceSubrange(1_152..<(1_152 + name.count), with: name)
    #expect(sniff(container) == .protectedWorkbook)
    #expect(sniff(Array(container[..<1_160])) == .oldExcel)
    #expect(sniff(Array(container[..<4])) == .oldExcel)
  }

  @Test(
    arguments: [
      (
        .binaryWorkbook,
        "is an Excel workbook in the binary form (.xlsb); save it as .xlsx and open that."
      ),
      (.openDocument, "is an OpenDocument spreadsheet; save it as .xlsx and open that."),
      (
        .officeDocument,
        "is a document of Word or PowerPoint; copy its tables into a sheet and save that."
      ),
      (.zip, "is a ZIP archive; unpack it and open the files inside."),
      (
        .oldExcel,
        "is an Excel 97-2003 workbook, whatever its name; save it as .xlsx and open that."
      ),
      (
        .protectedWorkbook,
        "is protected by a password; remove it in Excel (File > Info > Protect Workbook) and save it."
      ),
      (
        .gitPointer,
        "is a pointer of Git LFS, not the file itself; get the file with: git lfs pull."
      ),
      (
        .program,
        "is a program; if it is an archive that unpacks itself, unpack it with unzip or 7z and open the files inside."
      ),
      (.arrow, "is an Arrow or Feather file; convert it to CSV first, with pandas or R."),
      (.stata, "is a Stata data set; convert it to CSV first, in Stata: export delimited."),
      (.spss, "is an SPSS data set; convert it to CSV first, in SPSS: File > Export > CSV."),
    ] as [(ContentKind, Named<String>)])
  func eachSaysWhatItIsAndWhatToDo(_ kind: ContentKind, _ sentence: Named<String>) {
    #expect(!kind.isReadable)
    #expect(kind.advice(for: "x.xlsx") == "x.xlsx " + sentence.value)
  }

  @Test func workbooksAreReadable() {
    #expect(ContentKind.xlsx.isReadable && ContentKind.xlsx.advice(for: "x.xlsx") == nil)
  }
}
