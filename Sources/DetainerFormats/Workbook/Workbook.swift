/// What a workbook says of itself: its sheets in order, and where the rest is.
struct Workbook: Sendable {
  /// A sheet of cells, hidden or not.
  struct Sheet: Sendable {
    let name: String
    let part: ZipArchive.Entry
    /// Whether the user of the workbook does not see it.
    var isHidden = false
    /// The name of an earlier sheet with the same cells.
    var original: String?
  }

  private(set) var sheets: [Sheet] = []
  /// Whether day 0 is 1904-01-01, as in workbooks of old Macintoshes.
  private(set) var countsFrom1904 = false
  /// The texts that cells refer to by number, if there are any.
  let sharedTexts: ZipArchive.Entry?
  let styles: CellStyles

  init(_ archive: ZipArchive, progress: () -> Bool) throws(FileError) {
    let package = try Relationships(of: "", in: archive, progress: progress)
    let name = package.first(of: "officeDocument") ?? "xl/workbook.xml"
    guard let main = archive[name] else {
      throw .workbook(path: archive.path, .missingPart(name))
    }
    let parts = try Relationships(of: name, in: archive, progress: progress)
    sharedTexts = parts.first(of: "sharedStrings").flatMap { archive[$0] }
    styles = try CellStyles(
      parts.first(of: "styles").flatMap { archive[$0] }, in: archive, progress: progress)
    var listed: [(name: String, id: String, isHidden: Bool)] = []
    var from1904 = false
    var reader = ElementReader(start: { element in
      switch element.name {
      case "sheet":
        listed.append(
          (
            element.attributes["name"] ?? "", element.attributes["id"] ?? "",
            element.attributes["state"]?.lowercased().hasSuffix("hidden") == true
          ))
      case "workbookPr":
        from1904 = ["1", "true", "on"].contains(element.attributes["date1904"] ?? "")
      default: break
      }
    })
    try archive.read(main, with: &reader) { _ in progress() }
    countsFrom1904 = from1904
    // A sheet that two names lead to is one sheet: nobody is counted twice.
    var seen: Set<String> = []
    var known: [ZipArchive.Contents: String] = [:]
    for sheet in listed {
      // Charts and dialogs are sheets too, but have no cells.
      guard let target = parts.target(sheet.id, kind: "worksheet") else { continue }
      guard let part = archive[target] else {
        throw .workbook(path: archive.path, .missingPart(target))
      }
      if seen.insert(ZipArchive.key(target)).inserted {
        let original = part.contents.flatMap { known[$0] }
        if let contents = part.contents, original == nil { known[contents] = sheet.name }
        sheets.append(
          Sheet(name: sheet.name, part: part, isHidden: sheet.isHidden, original: original))
      }
    }
    guard !sheets.isEmpty else { throw .workbook(path: archive.path, .noSheets) }
  }
}
