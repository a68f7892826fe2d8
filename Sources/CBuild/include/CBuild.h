#ifndef CBUILD_H
#define CBUILD_H
#include <stddef.h>

/// Which commit was built, "unknown" where that cannot be told.
extern const char *const cbuild_commit;
/// How it was built: "debug", "static" or "dynamic".
extern const char *const cbuild_kind;
/// The file NOTICE: the licences of all parts.
extern const unsigned char *const cbuild_notice;
extern const size_t cbuild_notice_size;

#endif
