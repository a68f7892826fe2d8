import TestSupport
import Testing

/// What the set-up says on machines where something is missing.
@Suite struct SetUpTests {
  /// Runs a script of the set-up where only some programs are there, each with its own script.
  private func run(_ script: String, _ programs: [String: String]) async throws -> Run {
    try await withTemporaryDirectory { directory in
      for tool in ["sh", "sed", "head", "printf", "grep", "env", "tr"] {
        put("#!/bin/sh\nexec /usr/bin/\(tool) \"$@\"\n".utf8, at: "\(directory)/\(tool)")
      }
      for (name, text) in programs {
        put("#!/bin/sh\n\(text)\n".utf8, at: "\(directory)/\(name)")
      }
      return try await shell(
        "chmod +x \(directory)/*; PATH=\(directory); cd \(checkout) && \(script) </dev/null")
    }
  }

  private static let user = ["id": "[ $1 = -u ] && echo 1000 || echo you"]
  private static let debian = [
    "apt-get": "echo apt-get \"$@\"", "dpkg-query": "exit 1",
  ]

  @Test(arguments: [
    ([:], "there is no program “swift” in $PATH (as you)"),
    (["swift": "echo libxml2.so.2: not found >&2; exit 127"], "does not start (libxml2.so.2"),
    (
      ["swift": "echo Swift version 5.10.1 '(swift-5.10.1-RELEASE)'"],
      "is Swift 5.10, which is too old"
    ),
    (["swift": "echo Swift version 6.0.3"], "is Swift 6.0, which is too old"),
    (["swift": "echo hello"], "does not say which version of Swift it is"),
  ])
  func whyThereIsNoSwift(swift: [String: String], reason: String) async throws {
    let run = try await run("Packaging/check-swift.sh", swift.merging(Self.user) { $1 })
    #expect(run.code == 1)
    #expect(run.errors.contains(reason))
    #expect(run.errors.hasSuffix("run make again.\n"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    "Swift version 6.1 (swift-6.1-RELEASE)", "Apple Swift version 6.10", "Swift version 10.0",
  ])
  func aSwiftThatWillDo(version: String) async throws {
    let run = try await run(
      "Packaging/check-swift.sh", ["swift": "echo '\(version)'"].merging(Self.user) { $1 })
    #expect(run.code == 0 && run.errors.isEmpty)
  }

  @Test func withoutRootAndSudo() async throws {
    let run = try await run(
      "Packaging/install-packages.sh tmux", Self.user.merging(Self.debian) { $1 })
    #expect(run.code == 1)
    #expect(
      run.errors == """
        ddor: packages are missing, and there is no sudo to install them; as root, run: apt-get \
        install -y --no-install-recommends libncurses-dev zlib1g-dev libexpat1-dev libre2-dev \
        libsnappy-dev libsqlite3-dev libzstd-dev tmux

        """)
    #expect(run.output == "")
  }

  @Test func sudoThatRefuses() async throws {
    let sudo = ["sudo": "echo 'sudo: a password is required' >&2; exit 1"]
    let run = try await run(
      "Packaging/install-packages.sh",
      Self.user.merging(Self.debian) { $1 }.merging(sudo) { $1 })
    #expect(run.code == 1)
    #expect(
      run.errors.contains(
        "ddor: the packages could not be installed; as root, run: apt-get install"))
  }

  @Test func rootInstallsWithoutTmuxAndEvenFromOldLists() async throws {
    let root = ["id": "echo 0", "apt-get": "[ $1 = update ] && exit 100; echo \"$@\""]
    let run = try await run(
      "Packaging/install-packages.sh", Self.debian.merging(root) { $1 })
    #expect(run.code == 0)
    #expect(run.lines.last?.hasSuffix("libsnappy-dev libsqlite3-dev libzstd-dev") == true)
  }

  @Test func nothingIsInstalledTwice() async throws {
    let run = try await run(
      "Packaging/install-packages.sh",
      Self.user.merging(["apt-get": "exit 9", "dpkg-query": "echo install ok installed"]) { $1 })
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func anotherSystemIsToldWhatIsNeeded() async throws {
    let run = try await run("Packaging/install-packages.sh", Self.user)
    #expect(run.code == 0)
    #expect(
      run.errors.contains(
        "install the headers of ncursesw, zlib, expat, RE2, snappy, SQLite and zstd."))
  }

  /// `make install` in a directory with a Swift that only says what it was asked to build: first by
  /// a user, then by root without Swift, then again after a change.
  @Test func whatIsInstalledIsWhatTheSourcesSay() async throws {
    try await withTemporaryDirectory { directory in
      let programs = [
        "id": "cat \(directory)/number",
        "swift": """
        case $1 in
        --version) echo Swift version 6.1 ;;
        *) mkdir -p .build/release; for name in ddor manual; do
            printf '#!/bin/sh\\ncat Sources/text\\n' >.build/release/$name
            chmod +x .build/release/$name
          done; sed 's/^/# /' Sources/text >>.build/release/ddor ;;
        esac
        """,
        "strip": "while [ \"$1\" != -o ]; do shift; done; cp \"$3\" \"$2\"",
      ]
      for (name, text) in programs { put("#!/bin/sh\n\(text)\n".utf8, at: "\(directory)/\(name)") }
      let run = try await shell(
        """
        cd \(directory); chmod +x id swift strip; mkdir -p Sources/CProgram/include; touch Sources/text
        cp -R \(checkout)/Packaging \(checkout)/Makefile \(checkout)/NOTICE \(checkout)/LICENSE \
          \(checkout)/Package.swift .; ln -s \(checkout)/SampleData .
        export PATH=$PWD:$PATH; installed() { tail -n 1 $PWD/there/bin/ddor; }
        install() { make install PREFIX=$PWD/there >log 2>&1; echo "$1 $?: $(installed)"; }
        echo 1000 >number; echo one >Sources/text; install user
        sleep 0.01; echo two >Sources/text; install user
        echo 0 >number; mv swift away; install root
        sleep 0.01; echo three >Sources/text; install root; grep '^ddor:' log
        mv away swift; install root; ls there/share/man/man1 there/share/doc/ddor
        make uninstall PREFIX=$PWD/there >log 2>&1; find there -type f
        """)
      #expect(
        run.output == """
          user 0: # one
          user 0: # two
          root 0: # two
          root 2: # two
          ddor: there is no program “swift” in $PATH (as 0); if it is installed, name it with \
          SWIFT=/path/to/swift, else install Swift 6.1 or newer from https://www.swift.org/install \
          and run make again.
          ddor: run “make build” first, as the user who has Swift.
          root 0: # three
          there/share/doc/ddor:
          LICENSE
          NOTICE

          there/share/man/man1:
          ddor.1

          """)
    }
  }
}
