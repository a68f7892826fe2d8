#include "CBuild.h"

// `make build` and `make static` write the header; a build by hand may be of any state.
#if !defined(DEBUG) && __has_include("commit.h")
#include "commit.h"
#else
#define DDOR_COMMIT "unknown"
#endif

const char *const cbuild_commit = DDOR_COMMIT;

#if defined(DEBUG)
const char *const cbuild_kind = "debug";
#elif defined(DDOR_STATIC)
const char *const cbuild_kind = "static";
#else
const char *const cbuild_kind = "dynamic";
#endif

static const unsigned char notice[] = {
#embed "../../NOTICE"
};
const unsigned char *const cbuild_notice = notice;
const size_t cbuild_notice_size = sizeof notice;
