import DetainerModel
import Screen
import Text

extension BrowserState {
  /// Draws the whole screen: the same state and size always give the same cells.
  public func draw() -> Canvas {
    var canvas = Canvas(size: size)
    let layout = layout
    if let open = shown.openView {
      open.table.draw(
        layout.view, at: open.position, cellWidths: open.cellWidths,
        isMatch: { shown.matches?.contains(open.table.rows[$0].identity) ?? false }, on: &canvas)
    } else {
      drawPanes(layout, on: &canvas)
    }
    if let rect = layout.breadcrumb {
      Breadcrumb.draw(self, rect, on: &canvas)
      canvas.layBand(rect)
    }
    if let dialog { dialog.draw(self, type(of: dialog).room(self), on: &canvas) }
    let following = keymap.following
    if !following.isEmpty { NextKeys.draw(following, layout.view, on: &canvas) }
    tour?.draw(self, on: &canvas)
    let isLong = StatusLine.isLong(self, layout)
    if let rect = layout.note, dialog == nil, !isLong { NoteLine.draw(self, rect, on: &canvas) }
    if let rect = layout.filter ?? (prompt == nil ? nil : layout.status) {
      // A message of two lines never covers the filter, which moves up.
      FilterLine.draw(self, isLong ? layout.note ?? rect : rect, on: &canvas)
      if isLong { StatusLine.drawBeginning(self, rect, on: &canvas) }
    }
    if let rect = layout.status, layout.filter != nil || prompt == nil {
      StatusLine.draw(self, rect, on: &canvas)
      canvas.layBand(rect)
    }
    // Where nothing is selected a sentence says why. On the smallest screens what is typed may be
    // out of sight.
    let place = shown.openView == nil ? layout.panes[focus] : layout.view
    let sentence = Point(x: (place?.x ?? 0) + 1, y: place?.y ?? 0)
    let cursor = canvas.cursor ?? sentence
    canvas.cursor = Point(x: min(cursor.x, size.columns - 1), y: min(cursor.y, size.rows - 1))
    return canvas
  }

  /// The rows of a pane with their cursor and marks.
  func list(_ pane: Pane) -> List {
    let marks = marks[pane] ?? []
    let range = pane == focus ? range : nil
    func holds(_ identities: Set<RowIdentity>?, _ row: Int) -> Bool {
      guard let identities, let identity = shown.identity(pane, row) else { return false }
      return identities.contains(identity)
    }
    return List(
      rows: shown.rowCount(pane), at: shown.positions[pane] ?? PanePosition(),
      hasFocus: pane == focus,
      isMarked: { range?.contains($0) == true || holds(marks, $0) },
      isMatch: { holds(shown.matches, $0) })
  }

  private func drawPanes(_ layout: Layout, on canvas: inout Canvas) {
    drawTitles(layout, on: &canvas)
    if let block = layout.panes.values.first {
      for x in layout.dividers { Box.divider(x: x, block, on: &canvas) }
    }
    for (pane, rect) in layout.panes {
      if let zoomed = shown.zoomed, zoomed.pane == pane, isZoomed, let titles = layout.titles {
        draw(zoomed, rect, below: titles, on: &canvas)
        continue
      }
      switch pane {
      case .weeks: WeeksPane.draw(self, rect, on: &canvas)
      case .jurisdictions: JurisdictionsPane.draw(self, rect, on: &canvas)
      case .detainers: DetainersPane.draw(self, rect, on: &canvas)
      }
    }
    if let row = layout.paneEnd { drawPositions(row, layout, on: &canvas) }
    if let rect = layout.detail { DetailPane.draw(self, rect, on: &canvas) }
    drawCharts(layout, on: &canvas)
  }

  /// The names of the columns of a pane.
  private func heads(of pane: Pane) -> ColumnHeads {
    switch pane {
    case .weeks: WeeksPane.heads(self)
    case .jurisdictions: JurisdictionsPane.heads(self)
    case .detainers: DetainersPane.heads(shown)
    }
  }

  /// Where the cursor of each pane stands, and whether there are more rows above or below.
  private func drawPositions(_ row: Rect, _ layout: Layout, on canvas: inout Canvas) {
    if row != layout.detailTitle, row != layout.chartTitles {
      Box.line(row, joint: "┴", at: layout.dividers.filter { $0 < row.maxX }, on: &canvas)
    }
    for (pane, rect) in layout.panes where shown.rowCount(pane) > 0 {
      let (count, top) = (shown.rowCount(pane), shown.positions[pane]?.top ?? 0)
      let more = (top > 0 ? "↑" : "") + (top + rect.height < count ? "↓" : "")
      let text =
        " \(grouped(shown.cursor(pane) + 1))/\(grouped(count))\(more.isEmpty ? "" : " " + more) "
      let width = TextWidth.of(text)
      guard width + 1 < rect.width else { continue }
      canvas.put(text, x: rect.maxX - width - 1, y: row.y, style: pane == focus ? .title : .dim)
    }
  }

  /// The rows of a pane with all their columns, whose names stand in place of its title.
  private func draw(
    _ zoomed: ZoomedColumns, _ rect: Rect, below titles: Rect, on canvas: inout Canvas
  ) {
    var position = shown.positions[zoomed.pane] ?? PanePosition()
    let count = min(shown.rowCount(zoomed.pane), zoomed.listing.rowCount)
    position.settle(rows: count, height: rect.height)
    let table = zoomed.table(position.top..<min(count, position.top + rect.height))
    canvas.fill(titles, style: .normal)
    let list = list(zoomed.pane)
    table.draw(
      Rect(x: rect.x, y: titles.y, width: rect.width, height: rect.height + titles.height),
      at: PanePosition(cursor: position.cursor - position.top), cellWidths: table.cellWidths,
      isMarked: { list.isMarked(position.top + $0) },
      isMatch: { list.isMatch(position.top + $0) }, on: &canvas)
  }

  private func drawTitles(_ layout: Layout, on canvas: inout Canvas) {
    if let row = layout.titles {
      Box.line(row, joint: "┬", at: layout.dividers, on: &canvas)
      for (pane, rect) in layout.panes where !isZoomed || shown.zoomed?.pane != pane {
        heads(of: pane).draw(
          x: rect.x, width: rect.width, y: row.y, isFocused: pane == focus, on: &canvas)
      }
      if layout.detailTitle == nil, let rect = layout.detail {
        Box.title(DetailPane.title(self), x: rect.x, width: rect.width, y: row.y, on: &canvas)
      }
    }
    if let row = layout.detailTitle {
      Box.line(row, joint: "┴", at: layout.dividers, on: &canvas)
      // Where the cursor of the pane above stands is at the end of each part of the line.
      let parts = layout.dividers + [row.width]
      let (x, end) = parts.count > 1 ? (parts[0] + 1, parts[1]) : (0, parts[0])
      let title = [DetailPane.title(self), "Detail"].first { TextWidth.of($0) + 18 <= end - x }
      Box.title(title ?? "", x: x, width: end - x, y: row.y, on: &canvas)
    }
  }

  private func drawCharts(_ layout: Layout, on canvas: inout Canvas) {
    if let row = layout.chartTitles {
      Box.line(row, joint: "┴", at: layout.dividers, on: &canvas)
    }
    for (panel, rect) in layout.charts {
      let isFirst = rect.x == 0
      if let row = layout.chartTitles ?? layout.detailTitle {
        if !isFirst { canvas.put("┬", x: rect.x, y: row.y, style: .frame) }
        Box.title(Charts.title(of: panel), x: rect.x, width: rect.width, y: row.y, on: &canvas)
      }
      if !isFirst { Box.divider(x: rect.x, rect, on: &canvas) }
      let margin = isFirst ? 0 : 2
      Charts.draw(
        panel, shown,
        Rect(x: rect.x + margin, y: rect.y, width: rect.width - margin, height: rect.height),
        on: &canvas)
    }
  }
}
