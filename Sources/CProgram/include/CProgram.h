#ifndef CPROGRAM_H
#define CPROGRAM_H
#include <stddef.h>

/// Which commit was built, "unknown" where that cannot be told.
extern const char *const cprogram_commit;
/// How it was built: "debug", "static" or "dynamic".
extern const char *const cprogram_kind;
/// The file NOTICE: the licences of all parts.
extern const unsigned char *const cprogram_notice;
extern const size_t cprogram_notice_size;

/// How many words the program was started with, its own name among them.
int cprogram_argument_count(void);
/// One of these words.
const char *cprogram_argument(int index);

#endif
