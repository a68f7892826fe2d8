// Runs a program in a terminal of its own and prints the nanoseconds from the fork until its output
// matches a pattern: first_frame [-i FILE] [-s SECONDS] [-q MILLISECONDS] COLUMNSxROWS PATTERN
// PROGRAM [ARGUMENT...]. With -q it goes on until the program was quiet for so long, and prints the
// nanoseconds to the last output before. Escape sequences are left out before the pattern is looked
// for. Exit status 1: it never matched.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { keep = 1 << 16 };
static char text[2 * keep + 1];
static size_t length;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

// Keeps what is printed, without escape sequences and control characters.
static void take(const char *bytes, ssize_t count) {
  static enum { plain, escape, control, string, charset } state;
  for (ssize_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)bytes[i];
    switch (state) {
    case plain:
      if (c == 27) state = escape;
      else if (c >= 32) text[length++] = (char)c;
      break;
    case escape:
      state = c == '[' ? control : c == ']' || c == 'P' ? string
            : c == '(' || c == ')' ? charset : plain;
      break;
    case control: if (c >= 64 && c <= 126) state = plain; break;
    case string: if (c == 7 || c == '\\') state = plain; break;
    case charset: state = plain; break;
    }
    if (length == 2 * keep) {
      memmove(text, text + keep, keep);
      length = keep;
    }
  }
  text[length] = 0;
}

int main(int count, char **words) {
  const char *input = NULL;
  double seconds = 120;
  int option, quiet = 0;
  while ((option = getopt(count, words, "+i:s:q:")) != -1) {
    if (option == 'i') input = optarg;
    else if (option == 's') seconds = atof(optarg);
    else if (option == 'q') quiet = atoi(optarg);
    else return 2;
  }
  if (count - optind < 3) return 2;
  struct winsize size = {0};
  if (sscanf(words[optind], "%hux%hu", &size.ws_col, &size.ws_row) != 2) return 2;
  regex_t pattern;
  if (regcomp(&pattern, words[optind + 1], REG_EXTENDED | REG_NOSUB) != 0) return 2;

  long long start = now();
  int terminal;
  pid_t child = forkpty(&terminal, NULL, NULL, &size);
  if (child < 0) return 2;
  if (child == 0) {
    if (input != NULL) {
      int file = open(input, O_RDONLY);
      if (file < 0 || dup2(file, 0) < 0) _exit(127);
      close(file);
    }
    execvp(words[optind + 2], words + optind + 2);
    _exit(127);
  }

  long long end = start + (long long)(seconds * 1e9), found = 0;
  char bytes[1 << 16];
  while (found == 0 || quiet > 0) {
    long long left = end - now();
    if (left <= 0) break;
    struct pollfd ready = {.fd = terminal, .events = POLLIN};
    int state = poll(&ready, 1, found > 0 ? quiet : (int)(left / 1000000) + 1);
    if (state < 0 && errno != EINTR) break;
    if (state == 0 && found > 0) break;
    if (state <= 0) continue;
    ssize_t got = read(terminal, bytes, sizeof bytes);
    long long time = now();
    if (got <= 0) break;
    // A program that asks where the cursor is waits for the answer.
    if (memmem(bytes, (size_t)got, "\033[6n", 4) != NULL && write(terminal, "\033[1;1R", 6) < 0) break;
    take(bytes, got);
    if (found > 0 || regexec(&pattern, text, 0, NULL, 0) == 0) found = time - start;
  }
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  if (found == 0) {
    fprintf(stderr, "the pattern never came: %s\n", words[optind + 1]);
    return 1;
  }
  printf("%lld\n", found);
  return 0;
}
