import Browser
import DetainerFormats
import DetainerModel
import Glibc

/// Where the last session of some data is kept for the next one.
struct SessionKeeping {
  private let file: String
  private let paths: [String]
  /// What is kept so far.
  let sessions: Sessions
  /// What is wrong with the file, if anything is.
  private(set) var problem: String?

  /// `$XDG_STATE_HOME/ddor/sessions.json`, else that in `~/.local/state`; nil where the user has no
  /// home, or the data comes from a pipe, which is never the same again.
  init?(of paths: [String]) {
    guard let state = DefaultData.directory("XDG_STATE_HOME", or: ".local/state"),
      !paths.contains(where: Loader.isStandardInput)
    else { return nil }
    file = state + "/ddor/sessions.json"
    self.paths = paths.map { path in
      guard let real = realpath(path, nil) else { return path }
      defer { free(real) }
      return String(cString: real)
    }
    do throws(LoadError) { sessions = try SessionFile.read(file) } catch {
      sessions = Sessions()
      problem = error.description
    }
  }

  /// The session that was left last.
  var last: Session? { sessions.session(of: paths) }

  /// Keeps what a browser was left with, beside what others have kept meanwhile.
  func keep(_ state: BrowserState) {
    var sessions = (try? SessionFile.read(file)) ?? self.sessions
    sessions.use(state.usedFilters)
    sessions.keep(state.session, of: paths)
    if sessions == self.sessions, problem == nil { return }
    do throws(WriteError) { try SessionFile.write(sessions, to: file) } catch {
      complain("The session is not kept: \(error)")
    }
  }
}
