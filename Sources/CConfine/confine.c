#define _GNU_SOURCE
#include "CConfine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock as the kernel has it: the headers of a system may be older than its kernel. Its numbers
// are those of every processor.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, PATH_BENEATH = 1 };
enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  REMOVE_DIR = 1 << 4,
  REMOVE_FILE = 1 << 5,
  MAKE_CHAR = 1 << 6,
  MAKE_DIR = 1 << 7,
  MAKE_REG = 1 << 8,
  MAKE_SOCK = 1 << 9,
  MAKE_FIFO = 1 << 10,
  MAKE_BLOCK = 1 << 11,
  MAKE_SYM = 1 << 12,
  REFER = 1 << 13,     // version 2
  TRUNCATE = 1 << 14,  // version 3
};
enum { BIND_TCP = 1 << 0, CONNECT_TCP = 1 << 1 };       // version 4
enum { ABSTRACT_UNIX_SOCKET = 1 << 0, SIGNAL = 1 << 1 };  // version 6

struct ruleset {
  uint64_t files, network, scopes;
};

struct beneath {
  uint64_t allowed;
  int32_t directory;
} __attribute__((packed));

static int confine_files(const char *const *directories, size_t count) {
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  if (version < 1) return 0;
  struct ruleset denied = {.files = EXECUTE | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_CHAR |
                                    MAKE_DIR | MAKE_REG | MAKE_SOCK | MAKE_FIFO | MAKE_BLOCK |
                                    MAKE_SYM};
  if (version >= 2) denied.files |= REFER;
  if (version >= 3) denied.files |= TRUNCATE;
  if (version >= 4) denied.network = BIND_TCP | CONNECT_TCP;
  if (version >= 6) denied.scopes = ABSTRACT_UNIX_SOCKET | SIGNAL;
  // A kernel that knows less takes what it does not know as long as it is zero.
  int rules = (int)syscall(CREATE_RULESET, &denied, sizeof denied, 0);
  if (rules < 0) return 0;
  struct beneath kept = {.allowed = denied.files & (WRITE_FILE | REMOVE_DIR | REMOVE_FILE |
                                                    MAKE_DIR | MAKE_REG | REFER | TRUNCATE)};
  for (size_t i = 0; i < count; i++) {
    kept.directory = open(directories[i], O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (kept.directory < 0) continue;
    syscall(ADD_RULE, rules, PATH_BENEATH, &kept, 0);
    close(kept.directory);
  }
  int is_confined = syscall(RESTRICT_SELF, rules, 0) == 0;
  close(rules);
  return is_confined;
}

// Landlock knows TCP alone; a filter of system calls refuses sockets of all kinds, and the other way
// to get one.
static int confine_sockets(void) {
#if defined(__x86_64__) || defined(__aarch64__)
#ifdef __x86_64__
  enum { PROCESSOR = AUDIT_ARCH_X86_64 };
#else
  enum { PROCESSOR = AUDIT_ARCH_AARCH64 };
#endif
  // The calls of another kind of program on the same processor begin here.
  enum { FOREIGN = 0x40000000 };
  struct sock_filter steps[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PROCESSOR, 0, 5),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FOREIGN, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
  };
  struct sock_fprog filter = {.len = sizeof steps / sizeof *steps, .filter = steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#else
  return 0;
#endif
}

unsigned confine_self(const char *const *directories, size_t count) {
  // Without this only root may confine itself.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  unsigned confined = 0;
  if (confine_files(directories, count)) confined |= CONFINED_FILES;
  if (confine_sockets()) confined |= CONFINED_SOCKETS;
  return confined;
}
