#include "CLoops.h"

void cloop_intersect(uint64_t *restrict words, const uint64_t *restrict others, size_t count) {
  for (size_t i = 0; i < count; i++) words[i] &= others[i];
}

size_t cloop_population(const uint64_t *words, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (size_t)__builtin_popcountll(words[i]);
  return sum;
}
