import TestSupport
import Testing

/// The export dialog with what is written at the edge.
@Suite struct ExportDialogTests {
  private func frame(_ keys: String) async throws -> Run {
    try await ddor("frame", "--size", "100x30", "--keys", keys, sampleDirectory)
  }

  @Test(arguments: [
    ("[fe", "│ NV,9,3,3,3,0.3333,1.0000"),
    ("[fe<C-u>x.json", "\"share_of_issued\":0.33"),
    ("[fe<C-u>x.md", "| --- | ---: |"),
    ("[fe<C-u>x.parquet", "state  issued  resolved"),
    ("[fe<Up><Up><Enter>jjjjj<Space><Enter>", "NV;9;3;3;3;0,3333;1,0000"),
  ])
  func thePreviewIsInTheFormat(keys: String, line: String) async throws {
    let run = try await frame(keys)
    #expect(run.output.contains(line), "\(run.output)")
  }

  @Test func aFrameWritesNothing() async throws {
    let run = try await frame("e<C-u>/tmp/ddor-frame-writes-nothing.csv<Enter>")
    #expect(run.output.contains("frame writes no file"))
    #expect(contents(of: "/tmp/ddor-frame-writes-nothing.csv").isEmpty)
  }

  @Test(arguments: [("|ls<Enter>", "frame runs no command"), ("y", "frame leaves nothing behind")])
  func aFrameTouchesNothing(keys: String, sentence: String) async throws {
    #expect(try await frame(keys).output.contains(sentence))
  }
}
