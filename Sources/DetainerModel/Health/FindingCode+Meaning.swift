/// What each kind of finding means: the table behind the help of `validate` and the health view.
extension FindingCode {
  /// How bad findings of a kind are, and what they mean.
  var line: (severity: Diagnostic.Severity, meaning: String) {
    switch self {
    case .unreadablePath: (.error, "The path holds nothing that can be read; check the path.")
    case .unreadableFile: (.error, "The file is not read at all; the message says what it is.")
    case .unreadablePackage:
      (.error, "datapackage.json is not read; fix it, or its names are missing.")
    case .refusedPath: (.error, "A path that leaves the data directory is never followed.")
    case .missingFile:
      (.error, "datapackage.json names a file that is not there; add it or drop its entry.")
    case .noKnownColumns:
      (.error, "No row of the file is a header with a known date column.")
    case .noRecords: (.error, "The file has a header and nothing below it.")
    case .missingColumn: (.error, "A table lacks a column it cannot do without, and is not used.")
    case .unknownColumn: (.warning, "The column means nothing in this table, and is not used.")
    case .cancelled: (.warning, "Reading was cancelled: what follows is missing from every count.")
    case .changedFile:
      (.error, "What was read of the file may come from two versions of it; read it again.")
    case .unreadableFolder: (.warning, "A folder is not looked into, so its files are missing.")
    case .unrecognisedFile: (.note, "The file is not a table that ddor knows, and is not read.")
    case .linkedFile: (.note, "The file leads to one that is read already, and counts once.")
    case .sameName: (.note, "Two files have one name; they are kept apart, each under its path.")
    case .repeatedMember:
      (.warning, "Two files of an archive have one name; only the first of them is read.")
    case .skippedSheet:
      (.note, "The sheet of a workbook has no known header, and is not read.")
    case .hiddenSheet:
      (.note, "The sheet is hidden in its workbook; its rows count like all others.")
    case .skippedColumn:
      (.warning, "A column is not read: it is nested or encrypted; the message says which.")
    case .otherData:
      (.warning, "The table is not of detainers, or is a count of them; it enters no total.")
    case .copyOfSource:
      (.warning, "The file has the detainers of another one again; they count only once.")
    case .sameRows:
      (.warning, "Two files have the same rows; take one away, so that nobody counts twice.")
    case .exportedRows:
      (.warning, "Rows of a published report without what it states; export a package.")
    case .noLiftReasons:
      (.warning, "The release has no lift reasons: declined and resolved are not known.")
    case .paddedFile: (.note, "Zeros behind the end of the file are left out; nothing is lost.")
    case .trailingBytes:
      (.warning, "Bytes behind the end of a packed file are left out; nothing is lost.")
    case .notFollowed:
      (.warning, "What datapackage.json says of the file is not followed; save it plainly.")
    case .otherVersion:
      (.warning, "The file is not as long as datapackage.json says; see which is right.")
    case .otherHash:
      (.warning, "The file is not the one that datapackage.json states; see which is right.")
    case .outOfOrder:
      (.warning, "Rows or cells of the sheet are out of order; they are put in order.")
    case .unfinishedImport:
      (.warning, "An import did not finish, and its file is not read; import again.")
    case .anotherHeader: (.note, "Another header stands further down; the rows below it go by it.")
    case .repeatedHeader: (.note, "The header is repeated further down, and is not a record.")
    case .recordsAboveHeader:
      (.warning, "Rows above the header have dates and are not read; put the header first.")
    case .unreadableRow: (.error, "The row is left out of every count; fix its week or number.")
    case .unreadableCount: (.error, "The row is left out of every count; fix its count.")
    case .unreadableRank:
      (.error, "The correction counts without this entry of Section I; fix its week or rank.")
    case .unreadableVoids:
      (.error, "The correction voids nothing until its cell says yes or no.")
    case .repeatedID:
      (.warning, "Two corrections have one id, and both count; give each its own.")
    case .repeatedEntry:
      (.error, "Two rows state one thing; the first counts: remove the wrong one.")
    case .unknownWord:
      (.warning, "The word is not one of those that the column has; fix the cell.")
    case .inexactCount:
      (.warning, "The cell is not a plain number, and is read as not stated.")
    case .countOutOfRange:
      (.error, "No count is below 0 or above a billion; it is read as not stated.")
    case .raggedRow:
      (.warning, "The row has more or fewer cells than the header; look for a stray comma.")
    case .notADetainer:
      (.warning, "The row has something else than a detainer in a file that joins both.")
    case .notARecord: (.warning, "A total, a note or a footer: it is left out of every count.")
    case .groupHeading:
      (.warning, "A place stands once above its rows, which take it where they name none.")
    case .blankRow: (.note, "The row says nothing, and is not a record.")
    case .openQuote:
      (.warning, "A quote is never closed, or far down; rows behind it may be misread.")
    case .textBehindQuote:
      (.warning, "A cell goes on behind its closing quote; double the quotes inside of it.")
    case .errorCell: (.warning, "A formula without a value: such cells are read as empty.")
    case .mergedCells:
      (.warning, "Only the first of merged cells has a value; the others are read as empty.")
    case .withheldReason:
      (.warning, "The lift reason is withheld: what became of the detainer is not known.")
    case .unreadableDate: (.warning, "The date is read as not known; fix the cell.")
    case .dayNumber:
      (.warning, "A number of days from a day that is not said; write the column as dates.")
    case .zonedDate:
      (.warning, "Dates are those of Greenwich; near midnight the local one may be another.")
    case .undatedRow: (.warning, "The row counts under no week.")
    case .strayDate:
      (.warning, "Far from nearly all dates of its source; the row counts, its week is a part.")
    case .liftedBeforeIssued:
      (.warning, "The detainer ended before it was issued: one date must be wrong.")
    case .unknownCounty:
      (.error, "No county has this FIPS code; fix it, or the place is not joined.")
    case .countyMismatch:
      (.error, "FIPS code, county and state do not name one place; fix one of them.")
    case .countyInOtherState:
      (.warning, "The FIPS code and the state disagree; the county of the code counts.")
    case .unknownState:
      (.warning, "No state has this name; the rows are in no state that can be asked for.")
    case .twoRowsForOnePlace:
      (.error, "places.csv places one facility twice; the first row counts.")
    case .unknownAOR:
      (.warning, "No Area of Responsibility has this name; it is kept as it stands.")
    case .unplacedFacility: (.note, "No table places the facility; its detainers are unlocated.")
    case .rowForNoPlace:
      (.error, "places.csv has a row without facility, city and state; it is left out.")
    case .countyAndCodeDiffer:
      (.error, "places.csv names one county and the code of another; it is left out.")
    case .countyWithoutState:
      (.warning, "A county is named without its state, and no state has it; fill the cell.")
    case .rowWithoutCounty:
      (.error, "places.csv has a row without county and note; say why in the note.")
    case .unknownLiftReason:
      (.warning, "The table of outcomes does not know the reason; it counts as other.")
    case .unknownType: (.warning, "No form has this code; it is kept as it stands.")
    case .unknownCriminality: (.warning, "The value is not one of the three that releases have.")
    case .unknownThreat: (.warning, "The value is not level 1, 2 or 3.")
    case .unknownGender: (.warning, "The value is not Male, Female or Unknown.")
    case .statedTotalExceeded:
      (.error, "More rows are listed than the report states: remove rows or fix the figure.")
    case .statedPartsExceed:
      (.error, "The stated parts are more than the whole: fix one of the figures.")
    case .noSuchReport:
      (.warning, "The row speaks of a week or source without a report, and enters no count.")
    case .incompleteReport:
      (.note, "Fewer rows are at hand than the report states; the rest is missing.")
    case .missingWeeks:
      (.warning, "Weeks without any row between the source's first and last week.")
    case .overlappingWeeks:
      (.note, "Two sources cover the same weeks; they are never added up: choose one.")
    case .oneDayBatch:
      (.note, "100 detainers of a state or more on one day, and 10 times its median day.")
    case .lateLiftReasons:
      (.note, "The last 8 weeks are less than 3/4 as resolved as those before them: wait.")
    case .likelyDuplicates:
      (.note, "The release marks rows as likely duplicates; they count until dropped.")
    case .noPersonID: (.note, "Rows without a person id are never duplicates of one another.")
    case .equalRows: (.note, "Rows alike in every column are different people, and all count.")
    }
  }
}
