import DetainerModel
import Screen
import Text

/// What was said in the status line in this session, the newest first.
enum MessagesView {
  static func lines(
    of state: BrowserState, width: Int
  ) -> [(label: String, text: String, style: Style)] {
    let room = OverlayView.room(width, labelWidth: 0)
    var messages = state.pastMessages
    if messages.isEmpty { messages = [("Nothing has been said in this session.", false)] }
    messages.insert(("The health of the data: gh.", false), at: 0)
    return messages.reversed().flatMap { message in
      wrapped(message.text, to: room).map { ("", $0, message.isError ? .error : .normal) }
    }
  }
}
