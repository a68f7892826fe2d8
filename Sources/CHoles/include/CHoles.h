#pragma once
#include <stddef.h>

// A mapped file that is cut short leaves a hole: reading there raises SIGBUS, which ends the
// process. Mappings that are known here get zeros in its place, and are marked, so that
// whoever reads them finds out and says so. All functions may be called by several threads.

/// Makes a mapping known, and takes over SIGBUS with the first one; a signal that is about no mapping
/// goes to whoever had it before.
/// Its number, or -1 where there is no room for more.
int holes_add(const void *_Nonnull start, size_t length);

/// Forgets a mapping; to be called before it is unmapped.
void holes_remove(int mapping);

/// Whether a hole was found in a mapping.
int holes_found(int mapping);

/// Whether a hole was ever found in any mapping.
int holes_any(void);

/// For those who take SIGBUS over later: fills the hole at an address of a known mapping; 0 if it is of none.
int holes_fill(void *_Nullable address);
