import Screen

/// What a user can ask for: the one list from which keys, help and the manual are made.
public enum Command: String, CaseIterable, Sendable {
  case down, up, open, back, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom
  case nextPane, previousPane, weeksPane, jurisdictionsPane, detainersPane, detailPane
  case olderWeek, newerWeek
  case filter, pickState, pickCounty, pickCrime, pickWeek, toggleDeclined
  case toggleDuplicates, toggleCorrected
  case sort, reverse, mark, markAll, clearMarks
  case browse, frequency, trend, charts, map, pivot, place, compare,
    policies, corrections, notes, correctionsOfRow, measure, nextChange, previousChange
  case export, detail, zoom, unzoom, health, messages
  case help, redraw, suspend, cancel, escape, leave, quit

  /// The keys, in key notation, the shown one first.
  public var keys: [String] {
    switch self {
    case .down: ["j", "<Down>", "<C-n>"]
    case .up: ["k", "<Up>", "<C-p>"]
    case .open: ["<Enter>", "l", "<Right>"]
    case .back: ["h", "<Left>", "<BS>"]
    case .halfPageDown: ["<C-d>"]
    case .halfPageUp: ["<C-u>"]
    case .pageDown: ["<PageDown>", "<C-f>"]
    case .pageUp: ["<PageUp>", "<C-b>"]
    case .top: ["gg", "<Home>"]
    case .bottom: ["G", "<End>"]
    case .nextPane: ["<Tab>"]
    case .previousPane: ["<S-Tab>"]
    case .weeksPane: ["g1"]
    case .jurisdictionsPane: ["g2"]
    case .detainersPane: ["g3"]
    case .detailPane: ["g4"]
    case .olderWeek: ["["]
    case .newerWeek: ["]"]
    case .filter: ["/"]
    case .pickState: ["s"]
    case .pickCounty: ["c"]
    case .pickCrime: ["t"]
    case .pickWeek: ["w"]
    case .toggleDeclined: ["D"]
    case .toggleDuplicates: ["d"]
    case .toggleCorrected: ["C"]
    case .sort: ["o"]
    case .reverse: ["O"]
    case .mark: ["<Space>"]
    case .markAll: ["*"]
    case .clearMarks: ["M"]
    case .browse: ["gb"]
    case .frequency: ["f", "gf"]
    case .trend: ["gt"]
    case .charts: ["a"]
    case .map: ["gm"]
    case .pivot: ["gv"]
    case .place: ["p", "gl"]
    case .policies: ["gp"]
    case .corrections: ["gc"]
    case .notes: ["gn"]
    case .correctionsOfRow: ["gx"]
    case .compare: ["=", "g="]
    case .measure: ["%"]
    case .nextChange: ["}"]
    case .previousChange: ["{"]
    case .export: ["e", "<C-s>"]
    case .detail: ["i"]
    case .zoom: ["+"]
    case .unzoom: ["_"]
    case .health: ["gh"]
    case .messages: ["!"]
    case .help: ["?", "<F1>"]
    case .redraw: ["<C-l>"]
    case .suspend: ["<C-z>"]
    case .cancel: ["<C-c>"]
    case .escape: ["<Esc>"]
    case .leave: ["q"]
    case .quit: ["Q"]
    }
  }

  /// What it does, in one sentence.
  public var help: String {
    switch self {
    case .down: "Move down; a count goes before: 12j."
    case .up: "Move up."
    case .open: "Open what is selected: the next pane, at last the whole detail."
    case .back: "Go back to the pane before; its cursor is where it was."
    case .halfPageDown: "Move down half a page."
    case .halfPageUp: "Move up half a page."
    case .pageDown: "Move down a page."
    case .pageUp: "Move up a page."
    case .top: "Go to the first row, or to row N with a count: 12gg."
    case .bottom: "Go to the last row, or to row N with a count: 12G."
    case .nextPane: "Go to the next pane."
    case .previousPane: "Go to the pane before."
    case .weeksPane: "Go to the weeks."
    case .jurisdictionsPane: "Go to the jurisdictions."
    case .detainersPane: "Go to the sample crimes or records."
    case .detailPane: "Show the whole detail."
    case .olderWeek: "Go to the week before, keeping jurisdiction and filter."
    case .newerWeek: "Go to the week after, keeping jurisdiction and filter."
    case .filter: "Filter as you type; Enter keeps, Esc restores."
    case .pickState: "Pick states from a list with counts."
    case .pickCounty: "Pick counties from a list with counts."
    case .pickCrime: "Pick crimes from a list with counts."
    case .pickWeek: "Pick weeks from a list with counts."
    case .toggleDeclined: "Show declined detainers only, or all outcomes."
    case .toggleDuplicates: "Leave out rows that the release marks as likely duplicates, or not."
    case .toggleCorrected:
      "Show published reports as corrected: what errata void is taken from its place; or as published."
    case .sort: "Choose the order of this pane."
    case .reverse: "Reverse the order of this pane."
    case .mark: "Mark the row, or unmark it."
    case .markAll: "Mark every row shown in this pane."
    case .clearMarks: "Clear the marks of this pane."
    case .browse: "Go back to the panes."
    case .frequency: "Count what this pane lists; again: choose what to count by."
    case .trend: "Show counts over time; Tab: another span; again: everything or this jurisdiction."
    case .charts: "Show the charts: declines by week, most declined, by state."
    case .map: "Show the states as a map; hjkl go from tile to tile, Enter filters by the state."
    case .pivot: "Count by two keys; Tab: the one across, f: the one down; again: swap them."
    case .place:
      "Tell whether this place is on the list: every section, policies, corrections, records."
    case .policies: "Show the policies of Section III, under the terms on place and week."
    case .corrections: "Show corrections and disputes, under the terms on place and week."
    case .notes: "Show notes and caveats: what each report is, and how its numbers are read."
    case .correctionsOfRow:
      "Show the corrections and disputes of this row: of its place, or of the week."
    case .compare: "Compare with the report before; again: the year before, another source."
    case .measure:
      "Change the measure, or the section that is compared; 500% ranks shares of 500 or more only."
    case .nextChange: "Go to the next change of a comparison, or mark the next column of a pivot."
    case .previousChange: "Go to the change before, or mark the column before."
    case .export: "Export the view, the marked rows or all records."
    case .detail: "Show the whole detail of the selected row."
    case .zoom: "Give this pane the whole screen."
    case .unzoom: "Show all panes again."
    case .health: "Show the health of the data: what there is, what is missing, what is wrong."
    case .messages: "Show the messages of this session."
    case .help: "Show this help."
    case .redraw: "Draw the screen anew."
    case .suspend: "Suspend the program."
    case .cancel: "Cancel reading; twice when idle: quit."
    case .escape: "Take back one thing: dialog, zoom, marks, filter; never quits."
    case .leave: "Go back; at the weeks: quit."
    case .quit: "Quit."
    }
  }

  /// The keys as they stand in help and hints.
  public var shownKeys: String { keys.joined(separator: " ") }
}
