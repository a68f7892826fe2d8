#define _GNU_SOURCE
#include "CSignals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// All that ends a process unless it says otherwise, but for SIGKILL, and SIGPIPE, which is ignored.
static const int fatal[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP,   SIGABRT, SIGFPE, SIGSYS,
                            SIGQUIT, SIGINT,  SIGUSR1, SIGUSR2,   SIGALRM, SIGPOLL, SIGPROF,
                            SIGXCPU, SIGVTALRM, SIGPWR, SIGSTKFLT};
static const int notices[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGHUP, SIGTERM};
enum { FATAL = sizeof fatal / sizeof *fatal, NOTICES = sizeof notices / sizeof *notices };

static struct sigaction before[NSIG];
static struct termios cooked;
static int tty = -1, wake = -1, messages = -1, real_stderr = -1;
static char restore[512];
static size_t restore_length;
static atomic_int on_screen;
static atomic_uint arrived;
static atomic_int end_asked;
static atomic_flag dying = ATOMIC_FLAG_INIT;
static char handler_stack[64 * 1024];

// A full terminal is waited for, but not forever: a dead one must not keep us alive.
static void write_all(int file, const char *bytes, size_t length) {
  for (int waits = 0; length > 0 && waits < 20;) {
    ssize_t written = write(file, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = file, .events = POLLOUT};
      poll(&room, 1, 50);
      waits++;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

static void show_messages(void) {
  if (real_stderr < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  if (messages < 0) return;
  char block[1024];
  ssize_t length;
  lseek(messages, 0, SEEK_SET);
  while ((length = read(messages, block, sizeof block)) > 0)
    write_all(STDERR_FILENO, block, (size_t)length);
}

void guard_give_back(void) {
  if (!atomic_flag_test_and_set(&dying)) {
    if (atomic_exchange(&on_screen, 0)) {
      write_all(tty, restore, restore_length);
      tcsetattr(tty, TCSANOW, &cooked);
      show_messages();
    }
  } else {
    // Another thread is doing this; ending now would leave the terminal half restored.
    nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
  }
}

static void on_fatal(int number) {
  if (number == SIGALRM && end_asked) number = end_asked;
  guard_give_back();
  sigset_t this;
  sigemptyset(&this);
  sigaddset(&this, number);
  signal(number, SIG_DFL);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &this, NULL);
}

static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  if (!holes_fill(info->si_addr)) on_fatal(number);
}

static void on_notice(int number) {
  int kept = errno;
  int is_end = number == SIGHUP || number == SIGTERM;
  // What is open is kept before the end, unless that takes too long or is asked for again; a terminal
  // that goes may say so twice.
  if (is_end && atomic_exchange(&end_asked, number) && number == SIGTERM) return on_fatal(number);
  if (is_end) alarm(5);
  atomic_fetch_or(&arrived, number == SIGWINCH  ? GUARD_RESIZED
                            : number == SIGCONT ? GUARD_CONTINUED
                            : number == SIGTSTP ? GUARD_STOP_ASKED
                                                : GUARD_END_ASKED);
  (void)!write(wake, "", 1);
  errno = kept;
}

static void take(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  if (number == SIGBUS) {
    action.sa_sigaction = on_bus_error;
    action.sa_flags |= SA_SIGINFO;
  }
  // Everything else waits while the terminal is restored, SIGTTOU too: a process in the
  // background may then still set the modes.
  sigfillset(&action.sa_mask);
  sigaction(number, NULL, &before[number]);
  // What the parent ignores (nohup) stays ignored.
  if (before[number].sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

int guard_install(int terminal, int wake_end) {
  if (tcgetattr(terminal, &cooked) != 0) return -1;
  tty = terminal;
  wake = wake_end;
  real_stderr = dup(STDERR_FILENO);
  // An anonymous file: nothing is left behind, and no directory has to be writable.
  messages = memfd_create("stderr", MFD_CLOEXEC);
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  for (int i = 0; i < FATAL; i++) take(fatal[i], on_fatal, SA_ONSTACK);
  for (int i = 0; i < NOTICES; i++) take(notices[i], on_notice, SA_RESTART | SA_ONSTACK);
  return 0;
}

void guard_set_restore(const char *bytes, size_t length) {
  if (length >= sizeof restore) length = sizeof restore - 1;
  memcpy(restore, bytes, length);
  restore_length = length;
}

void guard_enter(void) {
  if (atomic_exchange(&on_screen, 1)) return;
  if (messages < 0) return;
  (void)!ftruncate(messages, 0);
  lseek(messages, 0, SEEK_SET);
  dup2(messages, STDERR_FILENO);
}

void guard_leave(void) {
  if (atomic_exchange(&on_screen, 0)) show_messages();
}

int guard_end_asked(void) { return end_asked; }

unsigned guard_take_notices(void) { return atomic_exchange(&arrived, 0); }

void guard_stop(void) {
  if (before[SIGTSTP].sa_handler == SIG_IGN) return;
  // First the others of the group. We ignore it meanwhile: a stop sent to the whole process may
  // reach another thread first, and this one would already be drawing again.
  struct sigaction ours;
  sigaction(SIGTSTP, NULL, &ours);
  signal(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void guard_remove(void) {
  guard_leave();
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before[fatal[i]], NULL);
  for (int i = 0; i < NOTICES; i++) sigaction(notices[i], &before[notices[i]], NULL);
  if (messages >= 0) close(messages);
  if (real_stderr >= 0) close(real_stderr);
  messages = real_stderr = -1;
}
