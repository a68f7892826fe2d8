#pragma once
// The hot loops of the engine as C writes them: what a loop in Swift is held against.
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Keeps the bits of `words` that `others` has too.
void cloop_intersect(uint64_t *words, const uint64_t *others, size_t count);

/// How many bits of `words` are set.
size_t cloop_population(const uint64_t *words, size_t count);

#pragma clang assume_nonnull end
