"""The terminal table: what a terminal is left like, however the program ends."""

import os
import re
import signal

from support import Screen, how_it_ended

HEADS = ["TERM", "HUP", "INT", "SEGV/trap", "tty gone, HUP ignored", "unknown TERM", "TERM=dumb",
         "NO_COLOR", "cmd \\| cat"]
# What others do, as measured on Debian 12.
OTHERS = [
    ("VisiData 3.4", "✓ ✗ ✓ ✗ exits message,_255 garbage ignored draws_on_tty"),
    ("lnav 0.11", "✓ ✗ ✓ ✓ exits message,_0 garbage ignored error,_0"),
    ("tig 2.5", "✓ ✓ ✓ ✗ exits message,_1 draws ignored codes_in_pipe"),
    ("newsboat", "✓ ✓ ✓ ✗ exits message,_1 draws ignored codes_in_pipe"),
    ("neomutt", "✓ ✓ asks ✓ exits message,_1 draws – –"),
    ("htop 3.2", "✓ ✗ ✓ ✓ exits message,_1 draws ignored codes_in_pipe"),
    ("fzf 0.38", "✓ ✗ ✓ ✗ exits draws draws ignored –"),
]
ENDING = ["TERM", "HUP", "INT", "QUIT", "SEGV", "BUS", "ILL", "TRAP", "ABRT", "FPE", "USR1", "USR2",
          "ALRM", "XCPU", "VTALRM"]


def signals(place, data, report):
    """Each signal that ends the program: whether the terminal is as before, and the status the signal's."""
    good = {}
    for name in ENDING:
        number = getattr(signal, "SIG" + name)
        screen = Screen(place, data)
        try:
            report.expect(screen.ready(), "The browser does not come up, to be sent SIG%s." % name)
            screen.kill(number)
            code = screen.end()
            good[name] = report.expect(
                code == -number and screen.is_given_back(),
                "SIG%s: the status is %s and the terminal is %sgiven back."
                % (name, code, "" if screen.is_given_back() else "not "))
        finally:
            screen.close()
    return good


def lost_terminal(place, data, report, busy):
    """A terminal that is gone while hangups are ignored, when idle or while it draws."""
    screen = Screen(place, data, ignoring=[signal.SIGHUP])
    try:
        screen.ready()
        if busy:
            screen.type("jkfgt" * 200)
        os.close(screen.master)
        screen.master = None
        code = screen.end(5)
        spent = screen.usage.ru_utime + screen.usage.ru_stime if screen.usage else 99
        return report.expect(
            code is not None and spent < 2,
            "The terminal is gone%s: the program %s after %.1f s of the processor."
            % (" while it draws" if busy else "", "ends" if code is not None else "lives on", spent))
    finally:
        screen.close()


def refused(place, data, report, term):
    """A terminal that shows no screen: one line, which names what goes, and 2."""
    screen = Screen(place, data, TERM=term)
    try:
        code = screen.end()
        lines = [line for line in screen.bytes.decode(errors="replace").split("\r\n") if line]
        good = code == 2 and len(lines) == 1 and "ddor list" in lines[0] and "\x1b" not in lines[0]
        report.expect(good, "TERM=%s: ended with %s, saying %r." % (term, code, lines[:3]))
        return "one line, 2" if good else "wrong"
    finally:
        screen.close()


def colours(place, data, report):
    """Whether NO_COLOR leaves any colour."""
    screen = Screen(place, data, NO_COLOR="1")
    try:
        report.expect(screen.ready(), "The browser does not come up with NO_COLOR.")
        screen.type("jjD\r")
        screen.settle()
        screen.type("Q")
        screen.end()
        used = [int(number) for sequence in re.findall(rb"\x1b\[([0-9;:]*)m", screen.bytes)
                for number in re.split(rb"[;:]", sequence) if number]
        good = not [n for n in used if 30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 107]
        report.expect(good, "NO_COLOR is set, and colours are sent.")
        return "honoured" if good else "ignored"
    finally:
        screen.close()


def piped(place, data, report):
    """Into a pipe goes a table, and nothing of a terminal."""
    run = place.run(data)
    good = run.returncode == 0 and b"\x1b" not in run.stdout and run.stdout.count(b"\n") > 1
    report.expect(good, "Into a pipe the program %s." % how_it_ended(run))
    return "prints the table" if good else "wrong"


def run(place, data, report):
    good = signals(place, data, report)
    gone = all([lost_terminal(place, data, report, busy) for busy in (False, True)])
    own = ["✓" if good[name] else "✗" for name in ("TERM", "HUP", "INT")]
    own.append("✓" if good["SEGV"] and good["TRAP"] else "✗")
    own.append("exits, no spin" if gone else "✗")
    own += [refused(place, data, report, "nonsense-9000"), refused(place, data, report, "dumb"),
            colours(place, data, report), piped(place, data, report)]
    print("\n| tool | %s |" % " | ".join(HEADS))
    print("|---" * (len(HEADS) + 1) + "|")
    for tool, cells in OTHERS:
        print("| %s | %s |" % (tool, " | ".join(cells.replace("_", " ") for cells in cells.split(" "))))
    print("| **ddor** | %s |\n" % " | ".join(own), flush=True)
    report.count("signals that end the program, terminal given back", sum(good.values()), "of %d" % len(good))
