#define _GNU_SOURCE
#include "CSignals.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ROOM = 256 };

static struct {
  atomic_uintptr_t start, end;
  atomic_int found;
} mappings[ROOM];
static atomic_int any;
static uintptr_t page;
static struct sigaction before;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

int holes_fill(void *address) {
  uintptr_t at = (uintptr_t)address & ~(page - 1);
  for (int i = 0; i < ROOM; i++) {
    uintptr_t start = atomic_load(&mappings[i].start), end = atomic_load(&mappings[i].end);
    if (start == 0 || at < start || at >= end) continue;
    atomic_store(&mappings[i].found, 1);
    atomic_store(&any, 1);
    // What is cut off is missing to the end: it is filled at once, not page by page.
    void *rest = (void *)at;
    return mmap(rest, end - at, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == rest;
  }
  return 0;
}

static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  // What is not ours goes to whoever was asked before us: the instruction runs again.
  if (!holes_fill(info->si_addr)) sigaction(number, &before, NULL);
}

static void install(void) {
  struct sigaction action = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  page = (uintptr_t)sysconf(_SC_PAGESIZE);
  sigaction(SIGBUS, &action, &before);
}

int holes_add(const void *start, size_t length) {
  static int is_installed;
  pthread_mutex_lock(&lock);
  if (!is_installed++) install();
  int free = -1;
  for (int i = 0; i < ROOM && free < 0; i++)
    if (atomic_load(&mappings[i].start) == 0) free = i;
  if (free >= 0) {
    atomic_store(&mappings[free].found, 0);
    atomic_store(&mappings[free].end, (uintptr_t)start + length);
    atomic_store(&mappings[free].start, (uintptr_t)start);
  }
  pthread_mutex_unlock(&lock);
  return free;
}

void holes_remove(int mapping) {
  if (mapping >= 0) atomic_store(&mappings[mapping].start, 0);
}

int holes_found(int mapping) { return mapping >= 0 && atomic_load(&mappings[mapping].found); }

int holes_any(void) { return atomic_load(&any); }
