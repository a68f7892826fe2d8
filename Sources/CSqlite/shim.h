#pragma once
#include <sqlite3.h>

/// Binds a text of which the library takes a copy; the macro for that is a cast that Swift cannot see.
static inline int sqlite_bind_copy(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}
