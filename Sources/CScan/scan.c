#include "CScan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static size_t scan_from(const uint8_t *bytes, size_t from, size_t count, uint8_t delimiter,
                        uint32_t *offsets) {
  size_t found = 0;
  for (size_t i = from; i < count; i++) {
    uint8_t byte = bytes[i];
    // Always written and only counted if it is one: cheaper than a branch that is hard to guess.
    offsets[found] = (uint32_t)i;
    found += byte == delimiter || byte == '"' || byte == '\n' || byte == '\r';
  }
  return found;
}

size_t scan_breaks_plainly(const uint8_t *bytes, size_t count, uint8_t delimiter,
                           uint32_t *offsets) {
  return scan_from(bytes, 0, count, delimiter, offsets);
}

#ifdef __SSE2__

static uint64_t breaks_of_16(const uint8_t *bytes, __m128i delimiter) {
  __m128i text = _mm_loadu_si128((const __m128i *)bytes);
  __m128i hit = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(text, delimiter), _mm_cmpeq_epi8(text, _mm_set1_epi8('"'))),
      _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('\n')),
                   _mm_cmpeq_epi8(text, _mm_set1_epi8('\r'))));
  return (uint64_t)(uint32_t)_mm_movemask_epi8(hit);
}

size_t scan_breaks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *offsets) {
  __m128i wanted = _mm_set1_epi8((char)delimiter);
  size_t found = 0, i = 0;
  for (; i + 64 <= count; i += 64) {
    uint64_t hits = breaks_of_16(bytes + i, wanted) | breaks_of_16(bytes + i + 16, wanted) << 16 |
                    breaks_of_16(bytes + i + 32, wanted) << 32 |
                    breaks_of_16(bytes + i + 48, wanted) << 48;
    size_t end = found + (size_t)__builtin_popcountll(hits);
    // Four at a time, beyond the end if need be: the loop then has few branches to guess wrong.
    while (found < end) {
      for (int k = 0; k < 4; k++) {
        offsets[found + (size_t)k] = (uint32_t)(i + (size_t)__builtin_ctzll(hits | 1ull << 63));
        hits &= hits - 1;
      }
      found += 4;
    }
    found = end;
  }
  return found + scan_from(bytes, i, count, delimiter, offsets + found);
}

#else

size_t scan_breaks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *offsets) {
  return scan_breaks_plainly(bytes, count, delimiter, offsets);
}

#endif
