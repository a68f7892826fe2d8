import DetainerModel
import Screen
import Text

/// What was said in the status line in this session, the newest first.
struct MessagesDialog: TextDialog {
  static let command = Command("messages", "!", "Show the messages of this session.") { state, _ in
    state.dialog = MessagesDialog()
  }

  var top = 0

  func title(_ state: BrowserState) -> String { "Messages" }

  func lines(_ state: BrowserState) -> [Line] {
    var messages = state.pastMessages
    if messages.isEmpty { messages = [("There are no messages yet.", false)] }
    messages.insert(("The health of the data: \(state.key(HealthDialog.command)).", false), at: 0)
    return messages.reversed().flatMap { message in
      Line.wrapped(
        "", message.text, message.isError ? .error : .normal,
        to: Self.textWidth(state, labelWidth: 0))
    }
  }
}
