#pragma once
// The hot loops of the engine as C writes them: what a loop in Swift is held against.
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Keeps the bits of `words` that `others` has too.
void cloop_intersect(uint64_t *words, const uint64_t *others, size_t count);

/// How many bits of `words` are set.
size_t cloop_population(const uint64_t *words, size_t count);

/// Sets the bits of the rows whose code is wanted; how many there are.
size_t cloop_choose_narrow(const uint8_t *codes, size_t count, const uint8_t *wanted,
                           uint64_t *words);
size_t cloop_choose_medium(const uint16_t *codes, size_t count, const uint8_t *wanted,
                           uint64_t *words);
/// Sets the bits of the rows that have the one code wanted; how many there are.
size_t cloop_choose_one(const uint8_t *codes, size_t count, const uint8_t *wanted,
                        uint64_t *words);

/// Counts rows by code and part, in 256 times eight counters that are 0 before and after; the sum of
/// the counts, each times its code and one.
size_t cloop_tally(const uint8_t *codes, const uint8_t *parts, size_t count, size_t *counters);

/// Finds the fields of a CSV text and looks each up in a table of its column, which has so many slots,
/// a power of two and more than there are records; how many records there are.
size_t cloop_read(const uint8_t *bytes, size_t count, uint64_t *tables, size_t columns,
                  size_t slots);

#pragma clang assume_nonnull end
