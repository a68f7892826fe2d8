#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

// The runtime of Swift aborts when there is no memory to be had, as under “ulimit -v”. Here that
// becomes a sentence. Sanitizers have an allocator of their own.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_OTHER_ALLOCATOR
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_OTHER_ALLOCATOR)

// A static program has the allocator in it, and is linked with --wrap for each of these; in others
// ours comes before that of the C library.
#ifdef DDOR_STATIC
#define OURS(name) __wrap_##name
#define REAL(name) __real_##name
#else
#define OURS(name) name
#define REAL(name) __libc_##name
#endif

void *REAL(malloc)(size_t);
void *REAL(calloc)(size_t, size_t);
void *REAL(realloc)(void *, size_t);
void *REAL(memalign)(size_t, size_t);

// Of CSignals: gives the terminal back.
extern void guard_give_back(void) __attribute__((weak));

static void *found(void *memory, size_t size) {
  if (memory || size == 0) return memory;
  static const char sentence[] =
      "ddor: There is not enough memory for what is opened; open less at a time, or raise what "
      "limits it (ulimit -v).\n";
  (void)!write(STDERR_FILENO, sentence, sizeof sentence - 1);
  if (guard_give_back) guard_give_back();
  _exit(1);
}

void *OURS(malloc)(size_t size) { return found(REAL(malloc)(size), size); }

void *OURS(calloc)(size_t count, size_t size) {
  return found(REAL(calloc)(count, size), count && size);
}

void *OURS(realloc)(void *memory, size_t size) { return found(REAL(realloc)(memory, size), size); }

void *OURS(memalign)(size_t alignment, size_t size) {
  return found(REAL(memalign)(alignment, size), size);
}

// Two more ways to ask for that, which the C library offers under no other name.
void *OURS(aligned_alloc)(size_t alignment, size_t size) {
  return OURS(memalign)(alignment, size);
}

int OURS(posix_memalign)(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  *memory = OURS(memalign)(alignment, size);
  return 0;
}

#endif
