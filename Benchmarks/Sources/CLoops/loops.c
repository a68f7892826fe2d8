#include "CLoops.h"

#include <string.h>

void cloop_intersect(uint64_t *restrict words, const uint64_t *restrict others, size_t count) {
  for (size_t i = 0; i < count; i++) words[i] &= others[i];
}

size_t cloop_population(const uint64_t *words, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (size_t)__builtin_popcountll(words[i]);
  return sum;
}

enum { BLOCK = 4096 };

// Eight flags of one byte become eight bits: each is moved to another bit of the highest byte.
static void pack(const uint8_t *flags, size_t count, uint64_t *words) {
  for (size_t w = 0; w < (count + 63) / 64; w++) {
    uint64_t word = 0;
    for (size_t b = 0; b < 8; b++) {
      uint64_t eight;
      memcpy(&eight, flags + w * 64 + b * 8, 8);
      word |= ((eight * 0x0102040810204080u) >> 56) << (b * 8);
    }
    words[w] = word;
  }
}

#define CHOOSE(name, type, test)                                                            \
  size_t name(const type *codes, size_t count, const uint8_t *wanted, uint64_t *words) {    \
    uint8_t flags[BLOCK];                                                                   \
    for (size_t start = 0; start < count; start += BLOCK) {                                 \
      size_t length = count - start < BLOCK ? count - start : BLOCK;                        \
      memset(flags + length, 0, BLOCK - length);                                            \
      for (size_t i = 0; i < length; i++) flags[i] = test;                                  \
      pack(flags, length, words + start / 64);                                              \
    }                                                                                       \
    return cloop_population(words, (count + 63) / 64);                                      \
  }

CHOOSE(cloop_choose_narrow, uint8_t, wanted[codes[start + i]])
CHOOSE(cloop_choose_medium, uint16_t, wanted[codes[start + i]])
CHOOSE(cloop_choose_one, uint8_t, codes[start + i] == wanted[0])

size_t cloop_tally(const uint8_t *codes, const uint8_t *parts, size_t count, size_t *counters) {
  for (size_t i = 0; i < count; i++) counters[(size_t)codes[i] * 8 + parts[i]]++;
  size_t sum = 0;
  for (size_t i = 0; i < 256 * 8; i++) sum += counters[i] != 0 ? counters[i] * (i / 8 + 1) : 0;
  memset(counters, 0, 256 * 8 * sizeof *counters);
  return sum;
}

size_t cloop_read(const uint8_t *bytes, size_t count, uint64_t *tables, size_t columns,
                  size_t slots) {
  const uint64_t seed = 0xcbf29ce484222325u;
  memset(tables, 0, columns * slots * sizeof *tables);
  size_t records = 0, column = 0;
  uint64_t hash = seed;
  int quoted = 0;
  for (size_t i = 0; i < count; i++) {
    uint8_t c = bytes[i];
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      if (column < columns) {
        uint64_t *table = tables + column * slots;
        size_t slot = hash & (slots - 1);
        while (table[slot] != 0 && table[slot] != hash) slot = (slot + 1) & (slots - 1);
        table[slot] = hash;
      }
      column = c == '\n' ? 0 : column + 1;
      records += c == '\n';
      hash = seed;
    } else {
      hash = (hash ^ c) * 0x100000001b3u;
    }
  }
  return records;
}
