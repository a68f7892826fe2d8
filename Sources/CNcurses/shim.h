#pragma once
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <wchar.h>

// From <term.h>, whose macros (lines, columns, tab …) would get in everyone's way.
extern int setupterm(const char *name, int file, int *error);

// Not declared by <wchar.h> without _XOPEN_SOURCE.
extern int wcwidth(wchar_t);

// Swift sees neither mutable globals as safe nor macros with casts as constants.
static inline WINDOW *nc_screen(void) { return stdscr; }
static inline WINDOW *nc_physical_screen(void) { return curscr; }
static inline int nc_columns(void) { return getmaxx(stdscr); }
static inline int nc_rows(void) { return getmaxy(stdscr); }
static inline int nc_colors(void) { return COLORS; }
static inline SCREEN *nc_newterm(void) { return newterm(NULL, stdout, stdin); }
static inline void nc_set(attr_t attributes, short pair) {
  (void)wattr_set(stdscr, attributes, pair, NULL);
}
/// Reads one key or character: OK, KEY_CODE_YES or ERR.
static inline int nc_read(unsigned *value) {
  wint_t read = 0;
  int kind = wget_wch(stdscr, &read);
  *value = read;
  return kind;
}
/// The string that moves the cursor, or NULL; overwritten by the next call.
static inline const char *nc_move_string(int row, int column) {
  const char *format = tigetstr("cup");
  if (format == NULL || format == (const char *)-1) return NULL;
  extern char *tiparm(const char *, ...);
  return tiparm(format, row, column);
}
/// A capability, or NULL where the terminal has none or the name is not a string.
static inline const char *nc_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// The buttons of the mouse that matter.
static const mmask_t nc_press = BUTTON1_PRESSED;
static const mmask_t nc_wheel_up = BUTTON4_PRESSED;
static const mmask_t nc_wheel_down = BUTTON5_PRESSED;
static const mmask_t nc_mouse = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;

static const attr_t nc_bold = A_BOLD;
static const attr_t nc_dim = A_DIM;
static const attr_t nc_underline = A_UNDERLINE;
static const attr_t nc_reverse = A_REVERSE;
