import DetainerModel
import Screen
import TestSupport
import Testing
import Text

@testable import Browser

/// The map of tiles: where the states stand, and what their tiles say.
@Suite struct MapViewTests {
  @Test func everyStateHasItsOwnTile() {
    #expect(TileGrid.places.count == 51)
    #expect(Set(TileGrid.places.values).count == 51)
    for state in sample.places.states {
      #expect(
        (TileGrid.places[state.code] != nil)
          == (["state", "federal district"].contains(state.kind)))
    }
  }

  @Test func everyTileIsReachedFromEveryOther() {
    let places = TileGrid.places.values
    for start in places {
      var seen: Set<TileGrid.Place> = [start]
      var edge = [start]
      while let place = edge.popLast() {
        for step in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
          let next = TileGrid.next(from: place, columns: step.0, rows: step.1, among: places)
          if let next, seen.insert(next).inserted { edge.append(next) }
        }
      }
      #expect(seen.count == 51)
    }
  }

  @Test func neighboursLieWhereTheyAre() throws {
    var session = try Session("80x24", keys: "gm")
    #expect(session.contains("Texas: declined 149, share 72.3 %"))
    for (key, name) in [
      ("k", "Oklahoma"), ("l", "Louisiana"), ("k", "Arkansas"), ("h", "Kansas"), ("k", "Nebraska"),
      ("j", "Kansas"), ("jj", "Texas"), ("h", "Hawaii"), ("h", "Hawaii"), ("k", "California"),
    ] {
      try session.press(key)
      #expect(session.contains("\(name):"), "after \(key)")
    }
    try session.press("jjj")
    #expect(session.contains("(not itemised): declined 19"))
  }

  /// What the tiles and those beside them add up to.
  private func sum(_ session: Session) throws -> Int {
    let map = try #require(session.state.shown.openView?.table.map)
    return map.tiles.reduce(0) { $0 + Int($1.value ?? 0) }
  }

  @Test(arguments: [("gm", 206), ("]gm", 47), ("]]gm", 65), ("hgm", 5819), ("gg[gm", 7)])
  func theTilesAddUpToTheTotal(keys: String, total: Int) throws {
    let session = try Session("80x24", keys: keys)
    #expect(try sum(session) == total)
    #expect(session.contains("Total \(grouped(total)) declined"))
  }

  @Test func classesHoldEveryValueAndArePrinted() {
    for values in [
      [149.0, 11, 11, 4, 3, 3, 3, 2, 1], [1], [2, 1], [5819, 1, 17, 300], [7, 7, 7],
    ] {
      let classes = TileClasses(values, isShare: false)
      #expect(classes.bounds == classes.bounds.sorted() && classes.bounds.last == values.max())
      #expect(classes.legend.count == classes.bounds.count && classes.legend.count <= 5)
      for (a, b) in zip(values.sorted(), values.sorted().dropFirst()) {
        #expect(classes.style(of: a).rawValue <= classes.style(of: b).rawValue)
      }
      #expect(classes.glyph(of: values.max()) == "█" && classes.glyph(of: 0) == " ")
      #expect(classes.glyph(of: nil) == " " && classes.style(of: nil) == .dim)
    }
    let shares = TileClasses([0.011, 0.093, 0.22], isShare: true)
    #expect(shares.legend.map(\.text) == ["0–5", "5–10", "10–15", "15–20", "20–25"])
    #expect(TileClasses([], isShare: false).legend.isEmpty)
  }

  /// No cell of a tile is a hole in its colour, under the cursor neither.
  @Test(arguments: [("120x40", "gm"), ("200x60", "gm"), ("80x24", "gm"), ("40x12", "gm")])
  func everyCellOfATileIsOfItsClass(size: String, keys: String) throws {
    let session = try Session(size, keys: keys)
    let map = try #require(session.state.shown.openView?.table.map)
    let room = session.state.layout.view
    let tileSize = try #require(TileMap.tileSize(in: room))
    let canvas = session.state.draw()
    for tile in map.tiles where tile.isState && map.classes.glyph(of: tile.value) != " " {
      let style = map.classes.style(of: tile.value)
      let place = map.place(of: tile, in: room, tileSize)
      let (gapX, gapY) = (tileSize.columns > 3 ? 1 : 0, tileSize.rows > 2 ? 1 : 0)
      for y in place.y..<place.maxY - gapY {
        for x in place.x..<place.maxX - gapX {
          #expect(canvas[x, y].style == style, "\(tile.label) at \(x), \(y)")
        }
      }
      #expect(canvas[place.x, place.y].isReversed == (tile.label == "TX"))
    }
  }

  @Test(arguments: ["110x34", "120x40", "200x60"])
  func theSmallMapIsFilledAndHasALegend(size: String) throws {
    let session = try Session(size, keys: "")
    let rect = try #require(session.state.layout.charts[.states])
    let canvas = session.state.draw()
    let texas = try #require(TileGrid.places["TX"])
    let (x, y) = (rect.x + 2 + texas.column * 3, rect.y + texas.row)
    #expect((0..<3).allSatisfy { canvas[x + $0, y].style == .ramp5 })
    #expect(canvas[x, y].isReversed)
    #expect(session.contains("█56–149"))
  }

  @Test func enterFiltersByTheState() throws {
    var session = try Session("80x24", keys: "gmkhh")
    try session.press("<Enter>")
    #expect(session.contains("the source") || session.contains("Filter: outcome:declined state:="))
    session = try Session("80x24", keys: "gm<Enter>")
    #expect(session.contains("Filter: outcome:declined state:=TX"))
    #expect(session.contains("TX Travis County"))
    try session.press("gb")
    #expect(session.contains("Map › 2017-01-28") && session.contains("Texas: declined 149"))
  }

  @Test func theMapKeepsItsStateFromWeekToWeek() throws {
    let session = try Session("80x24", keys: "gmkkk]")
    #expect(session.contains("Map › 2017-02-04") && session.contains("Nebraska: declined 0"))
  }

  @Test(arguments: ["40x12", "80x24", "120x40", "200x60"])
  func noTileIsCut(size: String) throws {
    for keys in ["gm", "hgm", "hgm%", "gg[gm"] {
      let session = try Session(size, keys: keys)
      let text = session.screen
      for code in TileGrid.places.keys { #expect(text.contains(code), "\(code) in \(keys)") }
      #expect(!text.contains("…"))
    }
  }

  @Test func whatIsNotAmongTheRecordsIsZeroAndWhatIsNotStatedIsNot() throws {
    let built = try Session("80x24", keys: "gg[[gm")
    let published = try Session("80x24", keys: "gm")
    func texts(_ session: Session) throws -> [String] {
      try #require(session.state.shown.openView?.table.map).tiles.map(\.text)
    }
    #expect(try !texts(built).contains("–") && texts(built).contains("0"))
    #expect(try !texts(published).contains("0") && texts(published).contains("0–19"))
  }

  @Test func itIsAListWhereThereIsNoRoom() throws {
    let session = try Session("20x5", keys: "gmj")
    #expect(session.contains("▶ CA"))
  }
}
