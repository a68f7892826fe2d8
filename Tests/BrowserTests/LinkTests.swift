import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Links are given to a command as one word, and nothing else ever is.
@Suite struct LinkTests {
  private func session(_ keys: String, link: String = "view --new {}") throws -> Session {
    var configuration = Configuration()
    var problems: [ConfigurationProblem] = []
    let entry = ConfigurationEntry(section: "browser", name: "link", value: .text(link), line: 1)
    configuration = Configuration([entry], keyProblem: { _, _ in nil }, problems: &problems)
    var session = try Session("80x24")
    session.state = BrowserState(
      dataset: sample, size: session.state.size, configuration: configuration)
    try session.press(keys)
    return session
  }

  private func opened(_ session: Session) -> [[String]] {
    session.effects.compactMap { if case .open(let opening) = $0 { opening.words } else { nil } }
  }

  @Test func theLinkOfARowIsOpened() throws {
    // A listed row has one link, which its detail shows.
    let session = try session("lgo")
    let words = try #require(opened(session).first)
    #expect(words.count == 3 && words.starts(with: ["view", "--new"]))
    #expect(words[2].hasPrefix("https://"))
    #expect(session.contains("opening") && session.contains("https://"))
    #expect(opened(try self.session("l<Enter>o")) == [words])
    #expect(
      try self.session("lgo", link: "view").effects == [.open(LinkOpening(words[2], with: "view"))])
  }

  @Test func oneOfSeveralIsChosen() throws {
    var session = try session("go")
    #expect(session.contains("Open which link?") && opened(session) == [])
    try session.press("j<Enter>")
    #expect(opened(session).count == 1)
    #expect(opened(session)[0][2].hasPrefix("http"))
    try session.press("gc")
    try session.press("go")
    #expect(session.contains("Open which link?") || opened(session).count == 2)
  }

  @Test func whatCannotBeOpenedIsSaid() throws {
    #expect(
      try session("lgo", link: "").contains("no command opens links; browser.link names one"))
    #expect(try session("Ggo").contains("there is no link in what is selected"))
  }

  @Test(arguments: [
    ("Found at https://a.org/x?y=1&z=2.", ["https://a.org/x?y=1&z=2"]),
    ("http://a.org/ ; http://b.org/c", ["http://a.org/", "http://b.org/c"]),
    ("(see https://a.org/b)", ["https://a.org/b"]), ("file:///etc/passwd javascript:x", []),
    ("https://", []),
    ("https://a.org/$(rm)'x\"", ["https://a.org/$(rm"]),
    ("https://a.org/é", []), ("-https://a.org/", ["https://a.org/"]), ("", []),
    ("https://a.org/\u{1B}]0;x", []),
  ]) func onlyLinksAreLinks(text: String, links: [String]) {
    #expect(LinkOpening.links(in: text) == links)
  }

  @Test func theLinkIsOneWord() {
    #expect(LinkOpening("https://a b", with: "x {}").words == ["x", "https://a b"])
    #expect(LinkOpening("L", with: "x --url={} -n").words == ["x", "--url=L", "-n"])
    #expect(LinkOpening("L", with: "  x   y ").words == ["x", "y", "L"])
  }
}
