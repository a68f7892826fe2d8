#pragma once
#include <stddef.h>

/// What confine_self has taken away, as bits.
enum { CONFINED_FILES = 1, CONFINED_SOCKETS = 2 };

/// Takes from this thread, and from all that it starts, the rights to make, write and remove files
/// outside of some directories, to run programs and to open sockets, as far as the kernel can. Files
/// that are open stay open. A directory that does not exist is passed over.
///
/// Nothing gives the rights back, and children inherit it. The CONFINED_ bits of what is in force.
unsigned confine_self(const char *_Nonnull const *_Nonnull directories, size_t count);
