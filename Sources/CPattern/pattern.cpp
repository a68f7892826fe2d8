#include "CPattern.h"

#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <string>

// What a pattern and its automaton may take; past that RE2 refuses or goes on more slowly.
static const int64_t most_memory = 8 << 20;

struct pattern {
  RE2 regex;
  pattern(const re2::StringPiece &text, const RE2::Options &options) : regex(text, options) {}
};

static pattern_problem problem(RE2::ErrorCode code) {
  switch (code) {
    case RE2::ErrorBadEscape: return PATTERN_BAD_ESCAPE;
    case RE2::ErrorBadCharClass: return PATTERN_BAD_SET;
    case RE2::ErrorBadCharRange: return PATTERN_BAD_RANGE;
    case RE2::ErrorMissingBracket: return PATTERN_MISSING_BRACKET;
    case RE2::ErrorMissingParen: return PATTERN_MISSING_PARENTHESIS;
    case RE2::ErrorUnexpectedParen: return PATTERN_UNEXPECTED_PARENTHESIS;
    case RE2::ErrorTrailingBackslash: return PATTERN_TRAILING_BACKSLASH;
    case RE2::ErrorRepeatArgument: return PATTERN_NOTHING_TO_REPEAT;
    case RE2::ErrorRepeatSize: return PATTERN_TOO_MANY_TIMES;
    case RE2::ErrorRepeatOp: return PATTERN_REPEATED_SIGN;
    case RE2::ErrorBadPerlOp: return PATTERN_BAD_GROUP;
    case RE2::ErrorBadNamedCapture: return PATTERN_BAD_NAME;
    case RE2::ErrorPatternTooLarge: return PATTERN_TOO_LARGE;
    default: return PATTERN_UNKNOWN;
  }
}

pattern *pattern_open(const char *text, size_t length, pattern_error *error) {
  *error = {PATTERN_NO_MEMORY, 0, 0, 0};
  try {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(most_memory);
    pattern *opened = new pattern(re2::StringPiece(text, length), options);
    if (opened->regex.ok()) return opened;
    // RE2 names the part but not its place, so one that occurs twice has none.
    const std::string &whole = opened->regex.pattern(), &part = opened->regex.error_arg();
    const size_t start = whole.find(part);
    *error = {problem(opened->regex.error_code()), 0, 0, 0};
    if (start != std::string::npos) {
      error->start = start;
      error->length = part.size();
      error->is_unique = start == whole.rfind(part);
    }
    delete opened;
  } catch (...) {
  }
  return nullptr;
}

int pattern_matches(const pattern *pattern, const char *text, size_t length) {
  try {
    return RE2::PartialMatch(re2::StringPiece(text, length), pattern->regex);
  } catch (...) {
    return -1;
  }
}

void pattern_close(pattern *pattern) { delete pattern; }
