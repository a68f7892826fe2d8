#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

// Finds the bytes that structure delimited text: the delimiter, quotes, LF and CR.
//
// Writes their offsets from the start, in order, and returns how many there are. There must be room
// for one offset for each byte and eight more.
size_t scan_breaks(const uint8_t *_Nonnull bytes, size_t count, uint8_t delimiter,
                   uint32_t *_Nonnull offsets);

// The same byte by byte: the oracle of the tests, and the scan where there is no SSE2.
size_t scan_breaks_plainly(const uint8_t *_Nonnull bytes, size_t count, uint8_t delimiter,
                           uint32_t *_Nonnull offsets);

#endif
