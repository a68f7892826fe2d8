OVERVIEW: Open the browser, which is what ddor does when no subcommand is
named.

When the output is not a terminal, the jurisdictions of the start report are
printed as a table: of the week that the data names, else of the newest.

EXAMPLES:
  ddor
  ddor releases --state tx --filter crime:dui
  ddor | less

USAGE: ddor [PATH ...] [<options>]

ARGUMENTS:
  <path>                  A data directory, or release files; $DDOR_DATA or the
                          sample data when none is given.

OPTIONS:
  --theme <theme>         The colours: auto, dark, light, mono, high-contrast,
                          colour-blind. (values: auto, dark, light, mono,
                          high-contrast, colour-blind)
  --mouse                 Take the mouse: a click selects, two open, the wheel
                          scrolls.
  --fresh                 Start anew, and not where the last session of the
                          same data ended.
  --log <log>             Write what happens to a file, with times.
  --ascii                 Draw with ASCII characters only.
  --filter <expr>         A filter, such as 'crime:dui -state:tx days:>30'; all
                          its terms must hold.
  --state <state>         States by code or name; commas mean or.
  --county <county>       Counties by name or FIPS code.
  --week <week>           Weeks by a day in them, or a range as
                          2017-01..2017-03.
  --source <source>       Sources by name, as “ddor list weeks” shows them.
  --drop-duplicates       Leave out the rows that a release itself marks as
                          likely duplicates.
  --as-corrected          Take what errata void from its place: it stands under
                          (not attributable) of its state.
  --no-cache              Read the files anew, and keep nothing of what was
                          read.
  --threads <n>           How many threads read and count, at most 8 (default:
                          as many as there are processors).
  -h, --help              Show help information.

