import DetainerModel
import Screen
import Text

/// Whether a place is listed: all known places with what is said of each, narrowed by its name.
struct PlacesDialog: Dialog {
  static let command = Command(
    "places", "P", "Is a place listed? Type its name; Enter opens its page, Tab filters by it."
  ) { state, _ in
    state.openDialog(with: .places)
  }

  private var places: Chooser<PlaceMentions>
  let isTyped = true

  init(_ places: [PlaceMentions]) {
    self.places = Chooser(places) { PlaceSpelling.texts(of: $0.place) }
  }

  private static let title = "Is a place listed? Type its name"
  private static let nothing =
    "No place that the data or the tables of counties know has such a name; a state's code tells places of one name apart: clark nv."

  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.ended(Self.title)]
      + places.sentences(nothing: Self.nothing) { "\($0.place.name): \($0.words)" }
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let inner = Box.draw(Self.title, room, on: &canvas)
    places.draw(inner, nothing: Self.nothing, on: &canvas) { mentions, _, rect, canvas in
      let style: Style = mentions.isEmpty ? .dim : .normal
      // A name comes before what is said of it: in a narrow place it has half of the room.
      let names = min(28, max(rect.width / 3, min(20, rect.width / 2), 12))
      canvas.put(
        TextWidth.clip(mentions.place.name, to: names), x: rect.x + 2, y: rect.y, width: names,
        style: style)
      let room = max(0, rect.width - names - 5)
      canvas.put(
        TextWidth.clip(mentions.words, to: room), x: rect.x + names + 4, y: rect.y, width: room,
        style: style)
    }
    Box.footer(
      "\(grouped(places.left.count)) of \(counted(places.items.count, "place"))  Enter its page  Tab filters by it  Esc",
      room, on: &canvas)
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case _ where key.isGivingUp: return .close
    case .enter:
      guard let place = places.selected?.place else { return .stay }
      return .choose { $0.openAbove(PlaceView(place: place)) }
    case .tab:
      guard let place = places.selected?.place else { return .stay }
      return .choose { $0.choose(place.typedTerms, of: .county) }
    default: _ = places.take(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) -> DialogStep {
    places.paste(text)
    return .stay
  }
}
