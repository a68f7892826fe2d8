#pragma once
#include <stddef.h>

// Gives the terminal back whatever ends the process. One guard per process; only the functions
// marked so are safe in several threads. Nothing here knows about ncurses.

/// Bits that guard_take_notices returns.
enum { GUARD_RESIZED = 1, GUARD_CONTINUED = 2, GUARD_STOP_ASKED = 4 };

/// Remembers the modes of a terminal and takes over the signals; 0, or -1 if it is no terminal.
/// A byte is written to `wake` for every notice.
int guard_install(int tty, int wake);

/// Sets the bytes that give the terminal back, at most 511.
void guard_set_restore(const char *bytes, size_t length);

/// The screen is taken: from now on a fatal signal gives it back, and stderr is kept aside.
void guard_enter(void);

/// The screen was given back: stderr is itself again and shows what was kept.
void guard_leave(void);

/// Notices since the last call, as GUARD_ bits.
unsigned guard_take_notices(void);

/// Stops the process group as the terminal's own suspend key does; returns when it goes on.
void guard_stop(void);

/// Puts all signals back as they were.
void guard_remove(void);
