#define _GNU_SOURCE
#include "CMapping.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// A handler may not wait for a lock, so each place is taken and read by atomic steps: `end` is set
// last and cleared first, and 0 means that there is nothing to mend.
enum { PLACES = 256 };
static struct {
  atomic_uintptr_t start, end;
  atomic_int taken, hole;
} places[PLACES];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction before;

// What is behind the fault is gone as well, or as doubtful: one zero mapping for all of it.
static int mend(uintptr_t address) {
  uintptr_t page = address & ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
  for (int i = 0; i < PLACES; i++) {
    uintptr_t end = atomic_load(&places[i].end);
    if (address >= end || address < atomic_load(&places[i].start)) continue;
    void *zeros = mmap((void *)page, end - page, PROT_READ,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    if (zeros == MAP_FAILED) return 0;
    atomic_store(&places[i].hole, 1);
    return 1;
  }
  return 0;
}

static void on_fault(int number, siginfo_t *info, void *context) {
  // A signal that another process sent has no address.
  if (info->si_code > 0 && mend((uintptr_t)info->si_addr)) return;
  if (before.sa_flags & SA_SIGINFO) {
    before.sa_sigaction(number, info, context);
  } else if (before.sa_handler == SIG_DFL || (before.sa_handler == SIG_IGN && info->si_code > 0)) {
    // Ends the process as it would have ended without us, once the signal is let through.
    signal(number, SIG_DFL);
    raise(number);
  } else if (before.sa_handler != SIG_IGN) {
    before.sa_handler(number);
  }
}

void mapping_take_signal(void) {
  struct sigaction ours = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&ours.sa_mask);
  pthread_mutex_lock(&lock);
  struct sigaction now;
  sigaction(SIGBUS, NULL, &now);
  if (!(now.sa_flags & SA_SIGINFO) || now.sa_sigaction != on_fault) {
    before = now;
    sigaction(SIGBUS, &ours, NULL);
  }
  pthread_mutex_unlock(&lock);
}

int mapping_watch(const void *start, size_t length) {
  mapping_take_signal();
  for (int i = 0; i < PLACES; i++) {
    if (atomic_exchange(&places[i].taken, 1)) continue;
    atomic_store(&places[i].hole, 0);
    atomic_store(&places[i].start, (uintptr_t)start);
    atomic_store(&places[i].end, (uintptr_t)start + length);
    return i;
  }
  return -1;
}

int mapping_has_hole(int number) { return number >= 0 && atomic_load(&places[number].hole); }

void mapping_unwatch(int number) {
  if (number < 0) return;
  atomic_store(&places[number].end, 0);
  atomic_store(&places[number].taken, 0);
}
