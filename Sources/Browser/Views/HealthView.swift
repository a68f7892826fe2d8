import DetainerModel
import Screen
import Text

/// The dialog of the health of the data: the page in the width there is.
enum HealthView {
  /// The verdict stands in the title where there is room for it, else above the page.
  static func title(of health: Health?, width: Int) -> String {
    guard let health else { return "Data health" }
    let name = "Data health\(health.isLoading ? " so far" : "")"
    let title = "\(name): \(HealthPage.verdict(health))"
    return TextWidth.of(title) <= width - 10 ? title : "Data health"
  }

  static func lines(
    of health: Health?, width: Int
  ) -> [(label: String, text: String, style: Style)] {
    guard let health else { return [("", "Examining the data …", .dim)] }
    let room = max(1, OverlayView.room(width, labelWidth: 0) - 1)
    var lines = HealthPage.lines(of: health, width: room)
    if title(of: health, width: width) == "Data health" {
      let verdict = HealthPage.verdict(health) + (health.isLoading ? " so far" : "")
      lines = wrapped(verdict, to: room).map { .init($0, .strong) } + [.init("")] + lines
    }
    return lines.map { ("", $0.text, $0.style) }
  }
}
