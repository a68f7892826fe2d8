import DetainerModel
import Screen
import Text

extension BrowserState {
  /// Draws the whole screen: the same state and size always give the same cells.
  public func draw() -> Canvas {
    var canvas = Canvas(size: size)
    let layout = layout
    if let open = openView {
      TableView.draw(open, layout.view, on: &canvas)
    } else {
      drawPanes(layout, on: &canvas)
    }
    if let rect = layout.breadcrumb { Breadcrumb.draw(self, rect, on: &canvas) }
    if let overlay { OverlayView.draw(overlay, self, on: &canvas) }
    if let rect = layout.filter ?? (prompt == nil ? nil : layout.status) {
      FilterLine.draw(self, rect, on: &canvas)
    }
    if let rect = layout.status, layout.filter != nil || prompt == nil {
      StatusLine.draw(self, rect, on: &canvas)
    }
    // On the smallest screens what is typed may be out of sight.
    canvas.cursor = canvas.cursor.map { cursor in
      Point(x: min(cursor.x, size.columns - 1), y: min(cursor.y, size.rows - 1))
    }
    return canvas
  }

  private func drawPanes(_ layout: Layout, on canvas: inout Canvas) {
    drawDividers(layout, on: &canvas)
    for (pane, rect) in layout.panes {
      switch pane {
      case .weeks: WeeksView.draw(self, rect, on: &canvas)
      case .jurisdictions: JurisdictionsView.draw(self, rect, layout, on: &canvas)
      case .detainers: DetainersView.draw(self, rect, on: &canvas)
      }
      if pane == focus, rect.height > 0, rowCount(pane) > 0 {
        let position = positions[pane] ?? PanePosition()
        canvas.cursor = Point(x: rect.x, y: rect.y + position.cursor - position.top)
      }
    }
    drawTitles(layout, on: &canvas)
    if let rect = layout.detail { DetailView.draw(self, rect, on: &canvas) }
    drawCharts(layout, on: &canvas)
  }

  private func drawCharts(_ layout: Layout, on canvas: inout Canvas) {
    let titles = layout.chartTitles ?? layout.detailTitle
    if let row = layout.chartTitles {
      line(row, layout, joint: "┴", on: &canvas)
    }
    for (panel, rect) in layout.charts {
      let isFirst = rect.x == 0
      if let row = titles {
        let text = Charts.title(of: panel)
        if !isFirst { canvas.put("┬", x: rect.x, y: row.y, style: .frame) }
        title(text, x: rect.x, width: rect.width, y: row.y, isFocused: false, on: &canvas)
      }
      if !isFirst {
        for y in rect.y..<rect.maxY { canvas.put("│", x: rect.x, y: y, style: .frame) }
      }
      let margin = isFirst ? 0 : 2
      Charts.draw(
        panel, self,
        Rect(x: rect.x + margin, y: rect.y, width: rect.width - margin, height: rect.height),
        on: &canvas)
    }
  }

  private func drawDividers(_ layout: Layout, on canvas: inout Canvas) {
    guard let rect = layout.panes.values.first else { return }
    for x in layout.dividers {
      for y in rect.y..<rect.maxY { canvas.put("│", x: x, y: y, style: .frame) }
    }
  }

  private func drawTitles(_ layout: Layout, on canvas: inout Canvas) {
    if let row = layout.titles {
      line(row, layout, joint: "┬", on: &canvas)
      for (pane, rect) in layout.panes {
        title(
          title(of: pane, width: rect.width - 4), x: rect.x, width: rect.width, y: row.y,
          isFocused: pane == focus,
          on: &canvas)
      }
      if layout.detailTitle == nil, let rect = layout.detail {
        title(
          DetailView.title(of: self), x: rect.x, width: rect.width, y: row.y, isFocused: false,
          on: &canvas)
      }
    }
    if let row = layout.detailTitle {
      line(row, layout, joint: "┴", on: &canvas)
      let width = layout.dividers.first ?? row.width
      title(
        DetailView.title(of: self), x: 0, width: max(width, min(row.width, 30)), y: row.y,
        isFocused: false, on: &canvas)
    }
  }

  private func line(_ row: Rect, _ layout: Layout, joint: String, on canvas: inout Canvas) {
    canvas.fill(row, style: .frame, with: "─")
    for x in layout.dividers { canvas.put(joint, x: x, y: row.y, style: .frame) }
  }

  private func title(
    _ text: String, x: Int, width: Int, y: Int, isFocused: Bool, on canvas: inout Canvas
  ) {
    let clipped = TextWidth.clip(text, to: max(0, width - 4))
    guard !clipped.isEmpty else { return }
    canvas.put(" \(clipped) ", x: x + 1, y: y, style: isFocused ? .title : .frame)
  }

  private func title(of pane: Pane, width: Int) -> String {
    switch pane {
    case .weeks: return "Weeks \(weeks.count)"
    case .jurisdictions:
      let position = (positions[.jurisdictions]?.cursor ?? 0) + 1
      return jurisdictions.isEmpty
        ? "Jurisdictions 0"
        : "Jurisdictions \(position) of \(jurisdictions.count)"
          + (JurisdictionsView.lines(self).map { " · line: \($0.weeks.count) weeks" } ?? "")
    case .detainers: return DetainersView.title(of: self, width: width)
    }
  }
}
