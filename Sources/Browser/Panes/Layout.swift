import Screen

/// Where everything stands on the screen: a pure function of its size, from 1x1 up.
struct Layout: Equatable, Sendable {
  /// The breadcrumb, from five rows on.
  private(set) var breadcrumb: Rect?
  /// The panes on screen, without their title row.
  private(set) var panes: [Pane: Rect] = [:]
  /// The row of the panes' titles, from twelve rows on.
  private(set) var titles: Rect?
  /// The detail, without its title row, from twenty rows and eighty columns on.
  private(set) var detail: Rect?
  /// The row of the detail's title, where the detail stands below the panes.
  private(set) var detailTitle: Rect?
  /// The charts beside and below the panes, on large screens.
  private(set) var charts: [Charts.Panel: Rect] = [:]
  /// The row of the titles of charts that stand below the panes.
  private(set) var chartTitles: Rect?
  /// The line below the panes, where each says where its cursor stands: the title of what is below,
  /// else a line of its own from fourteen rows on.
  private(set) var paneEnd: Rect?
  /// How complete what is shown is, and what its marks mean, from sixteen rows on.
  private(set) var note: Rect?
  /// The filter, from seven rows on.
  private(set) var filter: Rect?
  /// Status and hints, from two rows on.
  private(set) var status: Rect?
  /// The columns of the lines between the panes.
  private(set) var dividers: [Int] = []
  /// The room between the breadcrumb and the filter line, for a view in place of the panes.
  private(set) var view = Rect(x: 0, y: 0, width: 1, height: 1)
  /// Whether there is room for bars beside the counts.
  let hasBars: Bool

  /// The map, its legend, and two lines for what is not on it.
  private static let stripHeight = 11
  /// From so many columns on the detail has one of its own.
  private static let widest = 185

  /// Lays out a screen.
  init(size: Size, focus: Pane, isZoomed: Bool) {
    let (width, height) = (max(1, size.columns), max(1, size.rows))
    hasBars = width >= 110
    var top = 0
    var bottom = height
    if height >= 2 {
      bottom -= 1
      status = Rect(x: 0, y: bottom, width: width, height: 1)
    }
    if height >= 7 {
      bottom -= 1
      filter = Rect(x: 0, y: bottom, width: width, height: 1)
    }
    if height >= 16 {
      bottom -= 1
      note = Rect(x: 0, y: bottom, width: width, height: 1)
    }
    if height >= 5 {
      breadcrumb = Rect(x: 0, y: 0, width: width, height: 1)
      top = 1
    }
    view = Rect(x: 0, y: top, width: width, height: max(0, bottom - top))
    if height >= 12 {
      titles = Rect(x: 0, y: top, width: width, height: 1)
      top += 1
    }
    if height >= 45, width >= Self.widest, !isZoomed {
      let strip = Rect(x: 0, y: bottom - Self.stripHeight, width: width, height: Self.stripHeight)
      for place in Charts.places(in: strip) { charts[place.panel] = place.rect }
      bottom = strip.y - 1
      chartTitles = Rect(x: 0, y: bottom, width: width, height: 1)
    }
    var columns = Self.columns(width: width, focus: focus, isZoomed: isZoomed)
    let hasFourthColumn = height >= 20 && width >= Self.widest && !isZoomed
    paneEnd = chartTitles
    let hasDetailBelow = height >= 20 && width >= 80 && !hasFourthColumn
    if paneEnd == nil, !hasDetailBelow, height >= 14 {
      bottom -= 1
      paneEnd = Rect(x: 0, y: bottom, width: width, height: 1)
    }
    if hasFourthColumn || hasDetailBelow {
      if hasFourthColumn {
        // The fourth column takes what the three panes leave.
        let x = columns.reduce(0) { $0 + $1.width + 1 }
        detail = Rect(x: x, y: top, width: width - x, height: bottom - top)
        dividers.append(x - 1)
      } else {
        let map = height >= 34 && width >= 110 && !isZoomed ? Charts.mapWidth : 0
        let rows = min(12, max(map > 0 ? Charts.mapHeight : 5, (height - 9) / 3))
        detail = Rect(x: 0, y: bottom - rows, width: width - map, height: rows)
        if map > 0 {
          charts[.states] = Rect(x: width - map, y: bottom - rows, width: map, height: rows)
        }
        bottom -= rows + 1
        detailTitle = Rect(x: 0, y: bottom, width: width, height: 1)
        paneEnd = detailTitle
      }
    }
    var x = 0
    for index in columns.indices {
      let isLast = index == columns.count - 1
      if isLast, !hasFourthColumn { columns[index].width = width - x }
      panes[columns[index].pane] = Rect(
        x: x, y: top, width: columns[index].width, height: max(0, bottom - top))
      x += columns[index].width
      if !isLast {
        dividers.append(x)
        x += 1
      }
    }
    dividers.sort()
  }

  private static func columns(
    width: Int, focus: Pane, isZoomed: Bool
  ) -> [(pane: Pane, width: Int)] {
    if isZoomed || width < 56 { return [(focus, width)] }
    switch width {
    case Self.widest...:
      return [(.weeks, 20), (.jurisdictions, 52), (.detainers, min(64, width - 96))]
    case 110...: return [(.weeks, 18), (.jurisdictions, 44), (.detainers, width - 64)]
    case 80...: return [(.weeks, 14), (.jurisdictions, 30), (.detainers, width - 46)]
    default:
      return focus == .weeks
        ? [(.weeks, 14), (.jurisdictions, width - 15)]
        : [(.jurisdictions, 30), (.detainers, width - 31)]
    }
  }

  /// Whether there is room for the weeks before beside the counts of the jurisdictions.
  var hasSparklines: Bool { panes[.jurisdictions].map { $0.width >= 50 } ?? false }

  /// How many rows a pane shows; what it would show if it is not on screen.
  func height(of pane: Pane) -> Int { panes[pane]?.height ?? panes.values.first?.height ?? 1 }
}
