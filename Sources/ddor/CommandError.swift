import DetainerModel
import Text

/// Why a command was not carried out, as a sentence that says what to do.
enum CommandError: Error {
  /// No data was named and no sample data is installed.
  case noSampleData
  /// A value of `--state` and its like cannot be read or names nothing.
  case badOption(name: String, value: String, reason: String)
  /// A span of time that cannot be read or that no report covers.
  case badSpan(String, reason: String)
  /// A release that is not there or is not needed.
  case badRelease(String, reason: String)
  /// Weeks that more than one source covers, which must not be added up.
  case overlappingWeeks([SourceOverlap.SharedWeek])
  /// There is no report to start with.
  case noReport
  /// A word that is neither a file nor a subcommand.
  case unknownWord(String, nearest: String?)
  /// A word of which there is no help.
  case unknownTopic(String, nearest: String?)
  /// A file was cut short while it was read.
  case cutShort
  /// There is no place for what is kept of files.
  case noCache
  /// There is no place for a configuration.
  case noConfiguration
  /// A log cannot be written.
  case noLog(String, reason: String)
  /// A place that nothing is known of.
  case unknownPlace(String, reason: String)

  /// 1 when there is nothing to read, 2 when the command line asks for something impossible.
  var exitCode: Int32 {
    switch self {
    case .noSampleData, .cutShort: 1
    default: 2
    }
  }
}

extension CommandError: CustomStringConvertible {
  /// The sentence for the user.
  var description: String {
    switch self {
    case .noSampleData:
      "There is no sample data beside the program; name a data directory or a file of records, "
        + "or set DDOR_DATA."
    case .badOption(let name, let value, let reason):
      "--\(name), “\(excerpt(value))”: \(reason)"
    case .badSpan(let text, let reason), .badRelease(let text, let reason):
      "“\(excerpt(text))”: \(reason)"
    case .overlappingWeeks(let weeks):
      "More than one source covers \(overlap(weeks)), and their counts must not be added up; "
        + "choose one with --source, or see all with “ddor count --by source”."
    case .unknownWord(let word, let nearest):
      "There is no file or subcommand “\(excerpt(word))”; "
        + (nearest.map { "did you mean “\($0)”?" } ?? "“ddor --help” lists the subcommands.")
    case .unknownTopic(let word, let nearest):
      "There is no help of “\(excerpt(word))”; "
        + (nearest.map { "did you mean “ddor help \($0)”?" }
          ?? "“ddor --help” lists the subcommands and topics.")
    case .cutShort:
      "A file was cut short while it was read, so that what was printed may be wrong; "
        + "run the command again."
    case .noCache:
      "There is no place for a cache; set HOME or XDG_CACHE_HOME to an absolute path."
    case .noConfiguration:
      "There is no place for a configuration; set HOME or XDG_CONFIG_HOME to an absolute path."
    case .noLog(let path, let reason):
      "The log \(excerpt(path)) cannot be written: \(reason)."
    case .unknownPlace(let name, let reason):
      "“\(excerpt(name))”: \(reason) “ddor list jurisdictions” shows the places of the data."
    case .noReport:
      "No report passes the filter; leave a term out, or see what there is with “ddor list weeks” and “ddor list policies”."
    }
  }

  private func overlap(_ weeks: [SourceOverlap.SharedWeek]) -> String {
    let named = weeks.lazy.map { "\($0.period.sentenceName) (\(firstNames($0.sources)))" }
    return firstNames(named, letters: 200)
  }
}
