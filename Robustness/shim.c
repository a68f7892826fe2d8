// Makes reads and writes of a program do less than they were asked for, and every third one be
// interrupted, as the system may at any time. How often it did so is added to the file SHIM_COUNT.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_uint calls, changed;

static size_t shortened(size_t count) {
  if (count < 2) return count;
  atomic_fetch_add(&changed, 1);
  return count > 4096 ? count - count / 3 : (count + 1) / 2;
}

static int interrupted(void) {
  if (atomic_fetch_add(&calls, 1) % 3 != 1) return 0;
  atomic_fetch_add(&changed, 1);
  errno = EINTR;
  return 1;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t read(int file, void *bytes, size_t count) {
  if (interrupted()) return -1;
  return REAL(ssize_t, read, int, void *, size_t)(file, bytes, shortened(count));
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (interrupted()) return -1;
  return REAL(ssize_t, write, int, const void *, size_t)(file, bytes, shortened(count));
}

static int log_file = -1;

// Opened before the program may give up the right to.
__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("SHIM_COUNT");
  if (path) log_file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((destructor)) static void end(void) {
  if (log_file >= 0) dprintf(log_file, "%u\n", atomic_load(&changed));
}
