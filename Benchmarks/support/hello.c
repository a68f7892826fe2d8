// The least that a program on ncurses can do: one frame with one word.
#include <ncurses.h>

int main(void) {
  initscr();
  addstr("hello");
  refresh();
  getch();
  endwin();
  return 0;
}
