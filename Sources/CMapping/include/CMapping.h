#ifndef CMAPPING_H
#define CMAPPING_H

#include <stddef.h>

// Mends mapped files that lose their end while they are read: a file cut short by another program,
// or a disk that fails. Instead of dying of SIGBUS the reader finds zeros, and can ask afterwards.

/// Watches mapped memory; the number to ask by, or -1 where too much is watched already.
int mapping_watch(const void *_Nonnull start, size_t length);

/// Whether a part of the file was missing when it was read; the rest of the memory is zeros then.
int mapping_has_hole(int number);

/// Ends the watch; to be called before the memory is given back.
void mapping_unwatch(int number);

/// Takes SIGBUS over, again if someone else has taken it since. Faults outside of the memory that
/// is watched go to whoever had the signal before.
void mapping_take_signal(void);

#endif
