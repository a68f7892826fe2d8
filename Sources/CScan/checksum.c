#include "CScan.h"

#include <string.h>

#ifdef __x86_64__
#include <nmmintrin.h>
#endif

// Neighbouring stretches go to lanes of their own, since each step of a sum waits for the one before
// it; a block is what all lanes take in turn.
enum { lanes = 4, stretch = 256, block = lanes * stretch };

// The sums of the lanes, their order and the length as one number, none of which can change alone
// without changing it.
static uint64_t joined(const uint32_t *sums, size_t count) {
  uint64_t all = count;
  for (int lane = 0; lane < lanes; lane++) {
    uint64_t product = (all ^ sums[lane]) * 0x9E3779B97F4A7C15ull;
    all = product << 29 | product >> 35;
  }
  return all;
}

uint64_t scan_checksum_plainly(const uint8_t *bytes, size_t count) {
  // The polynomial of Castagnoli, backwards; made anew each time, which takes two microseconds.
  uint32_t table[256];
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t sum = byte;
    for (int bit = 0; bit < 8; bit++) sum = sum >> 1 ^ (0x82F63B78u & -(sum & 1));
    table[byte] = sum;
  }
  uint32_t sums[lanes] = {0};
  size_t whole = count / block * block;
  for (size_t i = 0; i < count; i++) {
    uint32_t *sum = &sums[i < whole ? i / stretch % lanes : 0];
    *sum = *sum >> 8 ^ table[(*sum ^ bytes[i]) & 0xFF];
  }
  return joined(sums, count);
}

#ifdef __x86_64__

__attribute__((target("sse4.2"))) static uint64_t checksum_by_processor(const uint8_t *bytes,
                                                                        size_t count) {
  uint64_t a = 0, b = 0, c = 0, d = 0;
  size_t i = 0;
  for (; i + block <= count; i += block) {
    for (size_t k = 0; k < stretch; k += 8) {
      uint64_t words[lanes];
      for (size_t lane = 0; lane < lanes; lane++) {
        memcpy(&words[lane], bytes + i + lane * stretch + k, 8);
      }
      a = _mm_crc32_u64(a, words[0]);
      b = _mm_crc32_u64(b, words[1]);
      c = _mm_crc32_u64(c, words[2]);
      d = _mm_crc32_u64(d, words[3]);
    }
  }
  for (; i < count; i++) a = _mm_crc32_u8((uint32_t)a, bytes[i]);
  return joined((uint32_t[lanes]){(uint32_t)a, (uint32_t)b, (uint32_t)c, (uint32_t)d}, count);
}

uint64_t scan_checksum(const uint8_t *bytes, size_t count) {
  return __builtin_cpu_supports("sse4.2") ? checksum_by_processor(bytes, count)
                                          : scan_checksum_plainly(bytes, count);
}

#else

uint64_t scan_checksum(const uint8_t *bytes, size_t count) {
  return scan_checksum_plainly(bytes, count);
}

#endif
