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

// A number made of all bytes, their order and their count, which another one of them changes.
//
// It guards against what disks and other programs do, not against anybody who means harm: no change
// of up to 32 bits in a row goes unseen, and of others one in 2^32. It is CRC-32C in four lanes,
// which processors count as fast as they read memory.
uint64_t scan_checksum(const uint8_t *_Nullable bytes, size_t count);

// The same byte by byte: the oracle of the tests, and the sum where the processor has none.
uint64_t scan_checksum_plainly(const uint8_t *_Nullable bytes, size_t count);

#endif
