import Screen
import Testing

@testable import Browser

/// The layout covers the screen, exactly and without overlap, at every size.
@Suite struct LayoutTests {
  @Test func tilesEverySize() {
    for rows in 1...100 {
      for columns in stride(from: 1, through: 300, by: rows < 30 ? 1 : 7) {
        let size = Size(columns: columns, rows: rows)
        for focus in Pane.allCases {
          for isZoomed in [false, true] {
            check(Layout(size: size, focus: focus, isZoomed: isZoomed), size, focus)
          }
        }
      }
    }
  }

  private func check(_ layout: Layout, _ size: Size, _ focus: Pane) {
    var rects = Array(layout.panes.values)
    rects +=
      [
        layout.breadcrumb, layout.titles, layout.detail, layout.detailTitle, layout.filter,
        layout.status, layout.chartTitles, layout.note,
      ].compactMap(\.self) + layout.charts.values
    // The line below the panes is of its own where nothing with a title is below them.
    if let end = layout.paneEnd, end != layout.detailTitle, end != layout.chartTitles {
      rects.append(end)
    }
    let height = layout.panes.values.first?.height ?? 0
    let area = rects.reduce(0) { $0 + $1.width * $1.height } + layout.dividers.count * height
    // In the widest layout the detail's divider runs down beside the panes, like the others.
    #expect(area == size.columns * size.rows, "\(size) \(focus)")
    for (index, rect) in rects.enumerated() {
      #expect(rect.x >= 0 && rect.y >= 0 && rect.maxX <= size.columns && rect.maxY <= size.rows)
      for other in rects[(index + 1)...] where !rect.isEmpty && !other.isEmpty {
        #expect(rect.intersection(other).isEmpty, "\(size) \(rect) \(other)")
      }
    }
    #expect(layout.panes[focus] != nil, "the focused pane is on screen")
    #expect((layout.panes[focus]?.height ?? 0) >= 1, "\(size)")
  }
}
