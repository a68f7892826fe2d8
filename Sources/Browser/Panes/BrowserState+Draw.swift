import DetainerModel
import Screen

extension BrowserState {
  /// Draws the whole screen: the same state and size always give the same cells.
  public func draw() -> Canvas {
    var canvas = Canvas(size: size)
    let layout = layout
    if let open = shown.openView {
      open.table.draw(
        layout.view, at: open.position, cellWidths: open.cellWidths, on: &canvas)
    } else {
      drawPanes(layout, on: &canvas)
    }
    if let rect = layout.breadcrumb {
      Breadcrumb.draw(self, rect, on: &canvas)
      canvas.layBand(rect)
    }
    if let dialog { dialog.draw(self, type(of: dialog).room(size), on: &canvas) }
    if let rect = layout.filter ?? (prompt == nil ? nil : layout.status) {
      FilterLine.draw(self, rect, on: &canvas)
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
    return List(
      rows: shown.rowCount(pane), at: shown.positions[pane] ?? PanePosition(),
      hasFocus: pane == focus,
      isMarked: { shown.identity(pane, $0).map(marks.contains) ?? false })
  }

  private func drawPanes(_ layout: Layout, on canvas: inout Canvas) {
    if let block = layout.panes.values.first {
      for x in layout.dividers { Box.divider(x: x, block, on: &canvas) }
    }
    for (pane, rect) in layout.panes {
      switch pane {
      case .weeks: WeeksPane.draw(self, rect, on: &canvas)
      case .jurisdictions: JurisdictionsPane.draw(self, rect, on: &canvas)
      case .detainers: DetainersPane.draw(self, rect, on: &canvas)
      }
    }
    drawTitles(layout, on: &canvas)
    if let rect = layout.detail { DetailPane.draw(self, rect, on: &canvas) }
    drawCharts(layout, on: &canvas)
  }

  private func drawTitles(_ layout: Layout, on canvas: inout Canvas) {
    if let row = layout.titles {
      Box.line(row, joint: "┬", at: layout.dividers, on: &canvas)
      for (pane, rect) in layout.panes {
        let title =
          switch pane {
          case .weeks: WeeksPane.title(self)
          case .jurisdictions: JurisdictionsPane.title(self)
          case .detainers: DetainersPane.title(shown, width: rect.width - 4)
          }
        Box.title(
          title, x: rect.x, width: rect.width, y: row.y, isFocused: pane == focus, on: &canvas)
      }
      if layout.detailTitle == nil, let rect = layout.detail {
        Box.title(DetailPane.title(self), x: rect.x, width: rect.width, y: row.y, on: &canvas)
      }
    }
    if let row = layout.detailTitle {
      Box.line(row, joint: "┴", at: layout.dividers, on: &canvas)
      let width = layout.dividers.first ?? row.width
      Box.title(
        DetailPane.title(self), x: 0, width: max(width, min(row.width, 30)), y: row.y, on: &canvas)
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
