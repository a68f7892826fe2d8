/// The kinds of findings: the one table behind the codes of files, the health view and help.
public enum FindingCode: String, CaseIterable, Sendable {
  // Whole files.
  case unreadablePath = "unreadable-path"
  case unreadableFile = "unreadable-file"
  case unreadablePackage = "unreadable-package"
  case refusedPath = "refused-path"
  case missingFile = "missing-file"
  case noKnownColumns = "no-known-columns"
  case noRecords = "no-records"
  case missingColumn = "missing-column"
  case unknownColumn = "unknown-column"
  case cancelled
  case changedFile = "changed-file"
  case unreadableFolder = "unreadable-folder"
  case unrecognisedFile = "unrecognised-file"
  case linkedFile = "linked-file"
  case sameName = "same-name"
  case skippedSheet = "skipped-sheet"
  case unfinishedImport = "unfinished-import"
  case anotherHeader = "another-header"
  case repeatedHeader = "repeated-header"
  // Rows and cells.
  case unreadableRow = "unreadable-row"
  case unreadableCount = "unreadable-count"
  case raggedRow = "ragged-row"
  case notARecord = "not-a-record"
  case blankRow = "blank-row"
  case openQuote = "open-quote"
  case unreadableDate = "unreadable-date"
  case undatedRow = "undated-row"
  case strayDate = "stray-date"
  case liftedBeforeIssued = "lifted-before-issued"
  // Places.
  case unknownCounty = "unknown-county"
  case countyMismatch = "county-mismatch"
  case countyInOtherState = "county-in-other-state"
  case unknownState = "unknown-state"
  case twoRowsForOnePlace = "two-rows-for-one-place"
  case unknownAOR = "unknown-aor"
  case unplacedFacility = "unplaced-facility"
  // Values.
  case unknownLiftReason = "unknown-lift-reason"
  case unknownType = "unknown-type"
  case unknownCriminality = "unknown-criminality"
  case unknownThreat = "unknown-threat"
  case unknownGender = "unknown-gender"
  // Published reports.
  case statedTotalExceeded = "stated-total-exceeded"
  case statedPartsExceed = "stated-parts-exceed"
  case noSuchReport = "no-such-report"
  case incompleteReport = "incomplete-report"
  // Weeks and people.
  case missingWeeks = "missing-weeks"
  case overlappingWeeks = "overlapping-weeks"
  case oneDayBatch = "one-day-batch"
  case lateLiftReasons = "late-lift-reasons"
  case likelyDuplicates = "likely-duplicates"
  case noPersonID = "no-person-id"
  case equalRows = "equal-rows"

  /// How bad findings of this kind usually are.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unreadablePath, .unreadableFile, .changedFile, .unreadablePackage, .refusedPath,
      .missingFile,
      .noKnownColumns, .noRecords, .missingColumn, .unreadableRow, .unreadableCount,
      .unknownCounty, .twoRowsForOnePlace, .countyMismatch, .statedTotalExceeded,
      .statedPartsExceed:
      .error
    case .cancelled, .unfinishedImport, .unreadableFolder, .raggedRow, .notARecord, .openQuote,
      .unknownColumn,
      .unreadableDate, .undatedRow,
      .strayDate, .liftedBeforeIssued, .countyInOtherState, .unknownState, .unknownAOR,
      .unknownLiftReason, .unknownType, .unknownCriminality, .unknownThreat, .unknownGender,
      .noSuchReport, .missingWeeks:
      .warning
    case .unrecognisedFile, .linkedFile, .sameName, .skippedSheet, .anotherHeader, .repeatedHeader,
      .blankRow,
      .unplacedFacility, .incompleteReport, .overlappingWeeks,
      .oneDayBatch, .lateLiftReasons, .likelyDuplicates, .noPersonID, .equalRows:
      .note
    }
  }
}
