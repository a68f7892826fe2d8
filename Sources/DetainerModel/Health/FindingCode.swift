/// The kinds of findings: the one table behind the codes of files, the health view and help.
public enum FindingCode: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
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
  case repeatedMember = "repeated-member"
  case skippedSheet = "skipped-sheet"
  case hiddenSheet = "hidden-sheet"
  case skippedColumn = "skipped-column"
  case otherData = "other-data"
  case copyOfSource = "copy-of-source"
  case sameRows = "same-rows"
  case exportedRows = "exported-rows"
  case noLiftReasons = "no-lift-reasons"
  case paddedFile = "padded-file"
  case trailingBytes = "trailing-bytes"
  case notFollowed = "not-followed"
  case otherVersion = "other-version"
  case otherHash = "other-hash"
  case outOfOrder = "out-of-order"
  case unfinishedImport = "unfinished-import"
  case anotherHeader = "another-header"
  case repeatedHeader = "repeated-header"
  case recordsAboveHeader = "records-above-header"
  // Rows and cells.
  case unreadableRow = "unreadable-row"
  case unreadableCount = "unreadable-count"
  case unreadableRank = "unreadable-rank"
  case unreadableVoids = "unreadable-voids"
  case repeatedID = "repeated-id"
  case repeatedEntry = "repeated-entry"
  case unknownWord = "unknown-word"
  case inexactCount = "inexact-count"
  case countOutOfRange = "count-out-of-range"
  case raggedRow = "ragged-row"
  case notADetainer = "not-a-detainer"
  case notARecord = "not-a-record"
  case groupHeading = "group-heading"
  case blankRow = "blank-row"
  case openQuote = "open-quote"
  case textBehindQuote = "text-behind-quote"
  case errorCell = "error-cell"
  case mergedCells = "merged-cells"
  case withheldReason = "withheld-reason"
  case unreadableDate = "unreadable-date"
  case dayNumber = "day-number"
  case zonedDate = "zoned-date"
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
  case rowForNoPlace = "row-for-no-place"
  case countyAndCodeDiffer = "county-and-code-differ"
  case countyWithoutState = "county-without-state"
  case rowWithoutCounty = "row-without-county"
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

  /// The stable word for the kind: `unreadable-date`.
  public var description: String { rawValue }
  /// How bad findings of this kind usually are.
  public var severity: Diagnostic.Severity { line.severity }
  /// What a finding of this kind means, and what to do.
  public var meaning: String { line.meaning }

  /// Whether a finding of this kind says that a file which should be read cannot be.
  package var isOfUnreadFile: Bool { self == .unreadableFile || self == .noKnownColumns }

  /// Whether a finding of this kind says that a whole file or folder is not read.
  package var leavesFileOut: Bool {
    if isOfUnreadFile { return true }
    return switch self {
    case .otherData, .copyOfSource, .repeatedMember, .unreadableFolder,
      .missingFile, .refusedPath, .unfinishedImport:
      true
    default: false
    }
  }

  /// Whether a finding of this kind says that something is not read, which may be for the best.
  package var leavesOut: Bool {
    if leavesFileOut { return true }
    return switch self {
    case .cancelled, .unrecognisedFile, .skippedSheet, .skippedColumn,
      .recordsAboveHeader, .unknownColumn, .unreadableRow, .unreadableCount, .unreadableRank,
      .notADetainer, .notARecord, .withheldReason, .rowForNoPlace:
      true
    default: false
    }
  }
}
