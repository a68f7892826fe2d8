import ArgumentParser

/// The completions of a shell, as the parser makes them, with what it leaves out: the paths and
/// options that `ddor` takes where no subcommand is named, and what `ddor help` explains.
enum CompletionScript {
  /// The script that the arguments ask for; nil where they ask for something else.
  static func asked(by arguments: ArraySlice<String>) -> String? {
    let option = "--generate-completion-script"
    guard arguments.count == 2, arguments.first == option, let name = arguments.last,
      let shell = CompletionShell(rawValue: name)
    else { return nil }
    let script = Ddor.completionScript(for: shell)
    return switch shell {
    case .bash: bash(script)
    case .zsh: zsh(script)
    case .fish: fish(script)
    default: script
    }
  }

  /// What follows is that of the browser, unless the first word is a subcommand.
  private static func bash(_ script: String) -> String {
    let mark = "        # Offer subcommand completions\n"
    let help = "    __ddor_offer_flags_options -1\n}\n\ncomplete "
    // A shell reads it, none runs it.
    return script.replacing("#!/bin/bash\n\n", with: "").replacing(
      help,
      with: help.replacing(
        "}", with: "    COMPREPLY+=($(compgen -W '\(helped)' -- \"${cur}\"))\n}")
    ).replacing(
      mark,
      with: """
        \(mark.dropLast())
                if [[ "${COMP_CWORD}" -gt 1 || "${cur}" = -* ]]; then
                    unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                    _ddor_browse
                    return
                fi
                __ddor_add_completions -f

        """)
  }

  /// What “ddor help” explains.
  private static let helped: String =
    (HelpTopic.allCases.map(\.rawValue) + StartCommand.subcommands.filter { $0 != "help" })
    .joined(separator: " ")

  private static func zsh(_ script: String) -> String {
    let options = script.lines(from: "_ddor_browse() {", to: "    )")
      .filter { $0.hasPrefix("        '--") || $0.hasPrefix("        '*--") }
      .filter { !$0.contains("'--version[") }
    return
      script
      .replacing("'*:subcommands:'", with: "'*:subcommands:(\(helped))'")
      .replacing(
        "        '(-): :->command'\n",
        with: options.map { $0 + "\n" }.joined() + "        '(-): :->command'\n", maxReplacements: 1
      )
      .replacing(
        "        _describe -V subcommand subcommands && ret=0\n",
        with: "        _describe -V subcommand subcommands && ret=0\n        _files && ret=0\n",
        maxReplacements: 1
      )
      .replacing(
        "            \"_ddor_${words[1]}\" && ret=0\n            ;;\n",
        with: "            \"_ddor_${words[1]}\" && ret=0\n            ;;\n"
          + "        *)\n            _ddor_browse && ret=0\n            ;;\n", maxReplacements: 1)
  }

  private static func fish(_ script: String) -> String {
    let parse = "            __ddor_parse_subcommand -r 1 "
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let browse = lines.firstIndex { $0.hasSuffix("case 'browse'") }
    let specs = browse.map { lines[$0 + 1].dropFirst(parse.count) } ?? ""
    let ofBrowser = "\"ddor browse\""
    let added = lines.filter { $0.contains(ofBrowser) && !$0.contains("-l 'version'") }
      .filter { !$0.contains("-l 'help'") }
      .map { $0.replacing(ofBrowser, with: "\"ddor\"").replacing("-ge 1' -F", with: "-eq 1' -F") }
    let own = "__ddor_parse_subcommand 0 'licences'"
    return
      script
      .replacing(
        own,
        with:
          "__ddor_parse_subcommand 0 'licences' \(specs.replacing(" 'version' 'h/help'", with: ""))"
      )
      .replacing(
        "        case 'help'\n", with: "        case ''\n        case 'help'\n", maxReplacements: 1
      )
      .replacing(
        "__ddor_parse_subcommand -r 1 'version'\n        end\n",
        with: "__ddor_parse_subcommand -r 1 'version'\n        case '*'\n"
          + "            set unparsed_tokens browse $unparsed_tokens\n"
          + parse + specs + "\n        end\n", maxReplacements: 1)
      + "\n" + added.joined(separator: "\n") + "\n"
      + "complete -c 'ddor' -n '__ddor_should_offer_completions_for_positional \"ddor help\" -eq 1'"
      + " -fa '\(helped)'\n"
  }
}

extension String {
  /// The lines from one that is given to the next that is given.
  fileprivate func lines(from start: String, to end: String) -> ArraySlice<Substring> {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0 == start } ?? lines.endIndex
    return lines[first...].prefix { $0 != end }
  }
}
