#include "CProgram.h"

#include <stdlib.h>
#include <unistd.h>

// `make build` and `make static` write the header; a build by hand may be of any state.
#if !defined(DEBUG) && __has_include("commit.h")
#include "commit.h"
#else
#define DDOR_COMMIT "unknown"
#endif

const char *const cprogram_commit = DDOR_COMMIT;

#if defined(DEBUG)
const char *const cprogram_kind = "debug";
#elif defined(DDOR_STATIC)
const char *const cprogram_kind = "static";
#else
const char *const cprogram_kind = "dynamic";
#endif

static const unsigned char notice[] = {
#embed "../../NOTICE"
};
const unsigned char *const cprogram_notice = notice;
const size_t cprogram_notice_size = sizeof notice;

static int count;
static char **arguments;

// Before the runtime of Swift: it takes arguments from /proc, which not every chroot has, and looks
// there for its tracer, without which it aborts.
__attribute__((constructor(101))) static void begin(int argc, char **argv) {
  count = argc;
  arguments = argv;
  if (access("/proc/self/exe", F_OK) != 0) {
    setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
  }
}

int cprogram_argument_count(void) { return count; }
const char *cprogram_argument(int index) { return arguments[index]; }
