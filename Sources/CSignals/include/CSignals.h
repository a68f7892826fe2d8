#pragma once
#include <stddef.h>

// Gives the terminal back whatever ends the process. One guard per process; only the functions
// marked so are safe in several threads. Nothing here knows about ncurses.

/// Bits that guard_take_notices returns.
enum { GUARD_RESIZED = 1, GUARD_CONTINUED = 2, GUARD_STOP_ASKED = 4, GUARD_END_ASKED = 8 };

/// Remembers the modes of a terminal and takes over the signals; 0, or -1 if it is not a terminal.
/// A byte is written to `wake` for every notice.
int guard_install(int tty, int wake);

/// Sets the bytes that give the terminal back, at most 511.
void guard_set_restore(const char *_Nonnull bytes, size_t length);

/// The screen is taken: from now on a fatal signal gives it back, and stderr is kept aside.
void guard_enter(void);

/// The screen was given back: stderr is itself again and shows what was kept.
void guard_leave(void);

/// Notices since the last call, as GUARD_ bits.
unsigned guard_take_notices(void);

/// The signal that asked the process to end, SIGTERM or SIGHUP; 0 if none did. A second SIGTERM, or one
/// of either that is not followed within five seconds, ends it at once.
int guard_end_asked(void);

/// Stops the process group as the terminal's own suspend key does; returns when it goes on.
void guard_stop(void);

/// Gives the terminal back at once, and shows what was kept; for any thread that ends the process next.
void guard_give_back(void);

/// Puts all signals back as they were.
void guard_remove(void);

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

/// Fills the hole at an address of a known mapping; 0 if it is of none. For the guard.
int holes_fill(void *_Nullable address);
