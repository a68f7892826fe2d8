extension FindingCode {
  /// What a finding of this kind means, and what to do.
  public var meaning: String {
    switch self {
    case .unreadablePath: "The path holds nothing that can be read; check the path."
    case .unreadableFile: "The file is not read at all; the message says what it is."
    case .unreadablePackage: "datapackage.json is not read; mend it, or its names are missing."
    case .refusedPath: "A path that leaves the data directory is never followed."
    case .missingFile: "datapackage.json names a file that is not there; add it or drop its entry."
    case .noKnownColumns: "No row of the file is a header with a date column that is known."
    case .noRecords: "The file has a header and nothing below it."
    case .missingColumn: "A table lacks a column it cannot do without, and is not used."
    case .changedFile: "What was read of the file may be of two states of it; read it again."
    case .cancelled: "Reading was cancelled: what follows is missing from every count."
    case .unreadableFolder: "A folder is not looked into, so its files are missing."
    case .unrecognisedFile: "The file is no table that is known here, and is not read."
    case .linkedFile: "The file leads to one that is read already, and counts once."
    case .sameName: "Two files have one name; they are kept apart, each under its path."
    case .unfinishedImport: "An import did not finish, and its file is not read; import again."
    case .skippedSheet: "The sheet of a workbook has no header that is known, and is not read."
    case .anotherHeader: "Another header stands further down; the rows below it go by it."
    case .repeatedHeader: "The header stands again further down, and is no record."
    case .unknownColumn: "The column means nothing in this table, and is not used."
    case .notARecord: "A total, a note or a footer: it is left out of every count."
    case .blankRow: "Nothing is said in the row, and it is no record."
    case .twoRowsForOnePlace: "places.csv places one facility twice; the first row counts."
    case .unreadableRow: "The row is left out of every count; mend its week or number."
    case .unreadableCount: "The row is left out of every count; mend its count."
    case .raggedRow: "The row has more or fewer cells than the header; look for a stray comma."
    case .openQuote: "A quote is never closed; the rows behind it may be misread."
    case .unreadableDate: "The date is read as not known; mend the cell."
    case .undatedRow: "The row counts under no week."
    case .strayDate:
      "More than two years outside the span of 99.9 % of the source's rows."
    case .liftedBeforeIssued: "The detainer ended before it was issued: one date must be wrong."
    case .unknownCounty: "No county has this FIPS code; mend it, or the place is not joined."
    case .countyMismatch: "FIPS code, county and state do not name one place; mend one of them."
    case .countyInOtherState: "The FIPS code and the state disagree; the county of the code counts."
    case .unknownState: "No state has this name; the rows are in no state that can be asked for."
    case .unknownAOR: "No Area of Responsibility has this name; it is kept as it stands."
    case .unplacedFacility: "No table places the facility; its detainers are unlocated."
    case .unknownLiftReason: "The table of outcomes does not know the reason; it counts as other."
    case .unknownType: "No form has this code; it is kept as it stands."
    case .unknownCriminality: "The value is none of the three of the releases."
    case .unknownThreat: "The value is none of the levels 1, 2 and 3."
    case .unknownGender: "The value is none of Male, Female and Unknown."
    case .statedTotalExceeded:
      "More rows are listed than the report states: remove rows or mend the figure."
    case .statedPartsExceed: "The stated parts are more than the whole: mend one of the figures."
    case .noSuchReport: "The row speaks of a week or source without a report, and enters no count."
    case .incompleteReport: "Fewer rows are at hand than the report states; the rest is missing."
    case .missingWeeks: "Weeks without any row between the source's first and last week."
    case .overlappingWeeks: "Two sources cover the same weeks; they are never added, choose one."
    case .oneDayBatch:
      "100 detainers of a state or more on one day, and 10 times its median day."
    case .lateLiftReasons:
      "The last 8 weeks are less than 3/4 as resolved as those before them: wait."
    case .likelyDuplicates: "The release marks rows as likely duplicates; they count until dropped."
    case .noPersonID: "Rows without a person id are never duplicates of one another."
    case .equalRows: "Rows alike in every column are different people, and all count."
    }
  }
}

extension FindingLog {
  /// Counts a finding of a kind of the table, at its usual severity.
  mutating func add(
    _ code: FindingCode, file: String, row: Int? = nil, column: String? = nil,
    _ message: @autoclosure () -> String
  ) {
    add(code.severity, code: code.rawValue, file: file, row: row, column: column, message())
  }
}
