#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// RE2 with a C face. Matching takes time in proportion to the text and no stack that grows, whatever
// the pattern; no exception leaves these functions.

/// A pattern that was read, to be closed with pattern_close.
typedef struct pattern pattern;

/// Why a pattern could not be read.
typedef enum {
  PATTERN_NO_MEMORY = 1,
  PATTERN_BAD_ESCAPE,
  PATTERN_BAD_SET,
  PATTERN_BAD_RANGE,
  PATTERN_MISSING_BRACKET,
  PATTERN_MISSING_PARENTHESIS,
  PATTERN_UNEXPECTED_PARENTHESIS,
  PATTERN_TRAILING_BACKSLASH,
  PATTERN_NOTHING_TO_REPEAT,
  PATTERN_TOO_MANY_TIMES,
  PATTERN_REPEATED_SIGN,
  PATTERN_BAD_GROUP,
  PATTERN_BAD_NAME,
  PATTERN_TOO_LARGE,
  PATTERN_UNKNOWN
} pattern_problem;

/// What is wrong with a pattern, and which of its bytes are: `length` is 0 where that is not known,
/// and `is_unique` 0 where the same bytes stand in several places.
typedef struct {
  pattern_problem problem;
  size_t start, length;
  int is_unique;
} pattern_error;

/// Reads a pattern in UTF-8, in which case does not count; NULL with an error where it cannot be read.
pattern *_Nullable pattern_open(const char *_Nonnull text, size_t length, pattern_error *_Nonnull error);

/// Whether a text holds a match somewhere: 1 or 0, or -1 where memory ran out.
int pattern_matches(const pattern *_Nonnull pattern, const char *_Nullable text, size_t length);

/// Frees a pattern.
void pattern_close(pattern *_Nonnull pattern);

#ifdef __cplusplus
}
#endif
