import DetainerModel
import Screen
import Text

/// The health of the data; nil while it is being examined.
struct HealthDialog: TextDialog {
  static let command = Command(
    "health", "gh", "Show the health of the data: what there is, what is missing, what is wrong."
  ) { state, _ in
    state.dialog = HealthDialog()
    state.request.aside = .health
    state.ask(from: .aside) { $0.giveAside() }
  }

  var health: Health?
  var top = 0
  let equivalent: Equivalent? = .command(["validate"])

  /// The verdict stands in the title where there is room for it, else above the page.
  func title(_ state: BrowserState) -> String {
    guard let health else { return "Data health" }
    let name = "Data health\(health.isLoading ? " so far" : "")"
    let title = "\(name): \(HealthPage.verdict(health))"
    return TextWidth.of(title) <= state.size.columns - 10 ? title : "Data health"
  }

  func lines(_ state: BrowserState) -> [Line] {
    guard let health else { return [Line("", "Examining the data …", .dim)] }
    let room = max(1, Self.textWidth(state, labelWidth: 0) - 1)
    let lines = HealthPage.lines(of: health, width: room)
    guard title(state) == "Data health" else { return lines }
    let verdict = HealthPage.verdict(health) + (health.isLoading ? " so far" : "")
    return Line.wrapped("", verdict, .strong, to: room) + [Line("", "")] + lines
  }

  func sentences(_ state: BrowserState) -> [String] {
    guard let health else { return lines(state).map(\.text) }
    let lines = HealthPage.lines(of: health, width: 1 << 16, isSpoken: true)
    return ([title(state)] + lines.map(\.text)).map { Spoken.ended(Spoken.plain($0)) }
  }

  mutating func take(_ aside: Shown.Aside) {
    if case .health(let health) = aside { self.health = health }
  }
}
