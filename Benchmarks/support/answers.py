"""The answers of DuckDB to the questions that `ddor` is asked, in the columns that it promises."""

import datetime
from dataclasses import dataclass, field

from records import CANONICAL

# A part of a key that is made of several texts ends before this character, which sorts before all.
MARK = "chr(1)"


def _fiscal_year(day):
    return f"'FY' || (year({day}) + case when month({day}) >= 10 then 1 else 0 end)"


def _band(age):
    """Ages in bands of ten years; none that no one reaches."""
    first = f"({age} - ({age}) % 10)"
    return f"case when {age} between 0 and 120 then {first} || '-' || {first} + 9 else '' end"


# What a key is in SQL; {day} and {week} are those of issue or of end.
KEYS = {
    "day": "strftime({day}, '%Y-%m-%d')",
    "week": "strftime({week}, '%Y-%m-%d')",
    "month": "strftime({day}, '%Y-%m')",
    "quarter": "year({day}) || '-Q' || quarter({day})",
    "year": "year({day})::varchar",
    "fiscal_year": _fiscal_year("{day}"),
    "state": "state",
    "county": f"case when county = '' then '' else county || {MARK} || state end",
    "facility": f"case when facility = '' then '' else "
    f"facility || {MARK} || city || {MARK} || state end",
    "city": f"case when city = '' then '' else city || {MARK} || state end",
    "facility_code": "facility_code", "crime_code": "crime_code", "birth_country": "birth_country",
    "age": _band("year(issued) - try_cast(birth_year as int)"), "program": "program",
    "apprehension_method": "apprehension_method",
    "aor": "aor", "crime": "crime", "citizenship": "citizenship", "basis": "basis",
    "outcome": "outcome", "lift_reason": "lift_reason", "type": "type",
    "criminality": "criminality", "threat": "threat", "gender": "gender", "source": "'{source}'",
    "jurisdiction": f"state || {MARK} || county || {MARK} || county_fips",
}
TIMES = {"day", "week", "month", "quarter", "year", "fiscal_year"}


@dataclass
class Term:
    """A term of the filter language, and the same in SQL over the table `d`."""

    text: str
    sql: str
    # It chooses what is shown, not what is counted (rule 1 of data.md).
    shows: bool = False
    # It chooses groups by their number of declined.
    groups: bool = False

    def __neg__(self):
        return Term("-" + self.text, f"not coalesce(({self.sql}), false)", self.shows, self.groups)


@dataclass
class Refusal:
    """What `ddor` says in place of an answer, with exit status 2."""

    sentence: str


@dataclass
class Question:
    """One command of `ddor` and the way to its answer in SQL."""

    command: list
    terms: list = field(default_factory=list)
    options: list = field(default_factory=list)
    answer: object = None
    # The files that it is asked about; nothing means all.
    files: tuple = ()

    def arguments(self, path):
        words = self.command + [path, "--format", "csv"] + self.options
        if self.terms:
            words += ["--filter", " ".join(term.text for term in self.terms)]
        return words


def _where(terms, event):
    parts = [f"coalesce(({term.sql}), false)" for term in terms if not term.groups]
    return " and ".join(
        part.replace("{week}", f"{event}_week").replace("{day}", f"{event}_day")
        for part in parts) or "true"


def _key(name, event, source):
    sql = KEYS[name].replace("{week}", f"{event}_week").replace("{day}", f"{event}_day")
    return f"coalesce({sql.replace('{source}', source)}, '')"


def groups(records, keys, terms, extra="true"):
    """SQL for the groups: k0…, issued, resolved, declined, listed, unknown."""
    counted = [term for term in terms if not term.shows]
    shows = [term for term in terms if term.shows]
    having = [f"({term.sql})" for term in terms if term.groups]
    if shows:
        having.append("listed > 0")
    names = [f"k{index}" for index in range(len(keys))]
    by = ", ".join(names)

    def selected(event, values):
        columns = ", ".join(
            f"{_key(key, event, records.source)} as {name}" for key, name in zip(keys, names))
        return (
            f"select {columns}, {values} from d where {_where(counted, event)} and {extra} "
            f"group by {by}")

    unknown = " or ".join(
        f"split_part({name}, {MARK}, 2) = ''" if key == "jurisdiction" else f"{name} = ''"
        for key, name in zip(keys, names))
    ends = selected(
        "end",
        "count(*) filter (resolved) as resolved, "
        "count(*) filter (outcome = 'declined') as declined, "
        f"count(*) filter ({_where(shows, 'end')}) as listed")
    issues = selected("issue", "count(*) as issued")
    return f"""
      with e as ({ends}), i as ({issues}), g as (
        select {by}, coalesce(issued, 0) as issued, coalesce(resolved, 0) as resolved,
          coalesce(declined, 0) as declined, coalesce(listed, 0) as listed,
          ({unknown}) as unknown
        from e full join i using ({by}))
      select * from g where {' and '.join(having) or 'true'}"""


def share(part, total, has_lift_dates):
    return "" if has_lift_dates or total == 0 else f"{part / total:.4f}"


def shown_key(key, value, with_state):
    parts = [part for part in value.split("\x01") if part]
    if key in ("county", "city", "facility") and len(value.split("\x01")) > 1 and not with_state:
        parts = [part for part in value.split("\x01")[:-1] if part]
    return ", ".join(parts)


def count(keys, *terms, sort=None, measure=None, minimum=100, limit=None, drop=False, **other):
    """`ddor count`."""
    keys = keys.split(",")
    options = []
    if sort:
        options += ["--sort", sort]
    if measure:
        options += ["--measure", measure]
    if minimum != 100:
        options += ["--minimum", str(minimum)]
    if limit is not None:
        options += ["--limit", str(limit)]
    if drop:
        options += ["--drop-duplicates"]

    def answer(records):
        extra = "duplicate not in ('TRUE', 'true')" if drop else "true"
        sql = groups(records, keys, terms, extra)
        shares = {"share-issued": "issued", "share_of_issued": "issued",
                  "share-resolved": "resolved", "share_of_resolved": "resolved"}
        reverse = bool(sort) and sort.startswith("-")
        column = sort.lstrip("-") if sort else measure or "declined"
        rank = "0"
        if column in shares:
            total = shares[column]
            known = "false" if records.has_lift_dates else f"{total} > 0"
            rank = f"case when not ({known}) then 2 when {total} < {minimum} then 1 else 0 end"
            first = f"coalesce(case when {known} then declined / {total} end, -1)"
            down = not reverse
        elif column in keys:
            first = f"k{keys.index(column)}"
            down = (column in TIMES) != reverse
        else:
            first, down = column, not reverse
        texts = ", ".join(f"k{index}" for index in range(len(keys)))
        rows = records.rows(
            f"select * from ({sql}) order by unknown::int * 3 + {rank}, {first} "
            f"{'desc' if down else 'asc'}, declined desc, issued desc, {texts}"
            + (f" limit {limit}" if limit is not None else ""))
        result = [keys + ["issued", "resolved", "declined", "declined_most", "share_of_issued",
                          "share_of_resolved"]]
        with_state = "state" not in keys
        for row in rows:
            values = row[: len(keys)]
            issued, resolved, declined = row[len(keys): len(keys) + 3]
            result.append(
                [shown_key(key, value, with_state) for key, value in zip(keys, values)]
                + [str(issued), str(resolved), str(declined), str(declined),
                   share(declined, issued, records.has_lift_dates),
                   share(declined, resolved, records.has_lift_dates)])
        return result

    return Question(["count", "--by", ",".join(keys)], list(terms), options, answer, **other)


def jurisdictions(*terms, sort=None, limit=None, **other):
    """`ddor list jurisdictions`."""
    options = (["--sort", sort] if sort else []) + (["--limit", str(limit)] if limit else [])

    def answer(records):
        reverse = bool(sort) and sort.startswith("-")
        column = sort.lstrip("-") if sort else "declined"
        first = {"state": "split_part(k0, chr(1), 1)", "county": "split_part(k0, chr(1), 2)"}.get(
            column, column)
        down = (column not in ("state", "county")) != reverse
        # Texts that are equal in what is sorted by are told apart as in the unsorted list.
        then = "split_part(k0, chr(1), 1)" + (" desc, " if column == "county" and reverse else ", ")
        if column == "state":
            first, then = ("k0", "")
        order = f"{first} {'desc' if down else 'asc'}, " + (
            then if column == "county" else "") + "declined desc, issued desc, k0"
        rows = records.rows(
            f"select * from ({groups(records, ['jurisdiction'], terms)}) order by unknown::int, "
            + order + (f" limit {limit}" if limit else ""))
        result = [["state", "county", "county_fips", "issued", "resolved", "declined",
                   "declined_most", "listed", "corrections"]]
        for key, issued, resolved, declined, listed, _ in rows:
            result.append(key.split("\x01") + [
                str(issued), str(resolved), str(declined), str(declined), str(listed), "0"])
        return result

    return Question(["list", "jurisdictions"], list(terms), options, answer, **other)


def weeks(*terms, **other):
    """`ddor list weeks`."""

    def answer(records):
        places = f"""
          select k0, count(*) as places from ({groups(records, ['week', 'jurisdiction'], terms)})
          where declined > 0 and split_part(k1, chr(1), 2) <> '' group by k0"""
        rows = records.rows(f"""
          select w.k0, coalesce(strftime(try_cast(w.k0 as date) + 6, '%Y-%m-%d'), ''), issued,
            resolved, declined, declined, listed, coalesce(places, 0)
          from ({groups(records, ['week'], terms)}) w left join ({places}) p using (k0)
          order by w.k0 desc""")
        return [["week", "week_end", "days", "source", "kind", "issued", "resolved", "declined",
                 "declined_most", "listed", "jurisdictions"]] + [
            [week, end, str(records.covered(week, end)) if week else "", records.source, "built"]
            + [str(number) for number in numbers]
            for week, end, *numbers in rows]

    return Question(["list", "weeks"], list(terms), [], answer, **other)


def detainers(*terms, sort=None, limit=None, drop=False, **other):
    """`ddor list detainers`."""
    options = (["--sort", sort] if sort else []) + (["--limit", str(limit)] if limit else [])
    options += ["--drop-duplicates"] if drop else []

    def answer(records):
        reverse = bool(sort) and sort.startswith("-")
        column = sort.lstrip("-") if sort else "line"
        if column in ("issued", "lifted"):
            first = column
        elif column == "week":
            first, reverse = "end_week", not reverse
        elif column == "birth_year":
            first = "try_cast(birth_year as int)"
        elif column == "line":
            first = "line"
        else:
            first = f"nullif(strip_accents(lower({column})), '')"
            if column not in ("threat",):
                first += f" {'desc' if reverse else 'asc'} nulls last, nullif({column}, '')"
        texts = ["strftime(end_week, '%Y-%m-%d')", f"'{records.source}'", "'{file}'",
                 "line::varchar", "outcome"]
        for name in CANONICAL:
            if name in ("issued", "lifted"):
                texts.append(f"strftime({name}, '%Y-%m-%d')")
            elif name == "duplicate":
                texts.append("case when lower(duplicate) = 'true' then 'true' end")
            elif name == "count":
                texts.append("''")
            else:
                texts.append(name)
        columns = ", ".join(f"coalesce({text}, '')" for text in texts)
        extra = "lower(duplicate) <> 'true'" if drop else "true"
        rows = records.rows(
            f"select {columns} from d where {_where(terms, 'end')} and {extra} order by {first} "
            f"{'desc' if reverse else 'asc'} nulls last, line"
            + (f" limit {limit}" if limit else ""))
        return [["week", "source", "file", "row", "outcome"] + CANONICAL] + [list(row) for row in rows]

    return Question(["list", "detainers"], list(terms), options, answer, **other)


def compare(before, after, keys="jurisdiction", *terms, measure="declined", limit=None, **other):
    """`ddor compare`; a span is a week, or a name with its first and its last day."""
    names = keys.split(",")
    options = ["--measure", measure] + (["--limit", str(limit)] if limit else [])
    if keys != "jurisdiction":
        options += ["--by", keys]

    def answer(records):
        def days(span):
            if isinstance(span, str):
                end = datetime.date.fromisoformat(span) + datetime.timedelta(6)
                return span, end.isoformat()
            return span[1:]

        def side(span):
            column = "{week}" if isinstance(span, str) else "{day}"
            first, last = (span, span) if isinstance(span, str) else span[1:]
            found = list(terms) + [
                Term("", f"{column} between date '{first}' and date '{last}'")]
            return groups(records, names, found)

        covered = [records.covered(*days(span)) for span in (before, after)]
        if 0 in covered:
            return Refusal("no report covers it")
        by = ", ".join(f"k{index}" for index in range(len(names)))
        down = "desc" if names[0] in TIMES else "asc"
        rows = records.rows(f"""
          with a as ({side(before)}), b as ({side(after)}), joined as (
            select {by}, a.{measure} as x, b.{measure} as y,
              coalesce(b.declined, a.declined) as declined, coalesce(b.issued, a.issued) as issued,
              coalesce(a.unknown, b.unknown) as unknown
            from a full join b using ({by}))
          select {by}, x, y from joined
          order by unknown::int, abs(coalesce(y, 0) - coalesce(x, 0)) desc, k0 {down},
            declined desc, issued desc, {by}""" + (f" limit {limit}" if limit else ""))
        heads = ["state", "county"] if keys == "jurisdiction" else names
        result = [heads + ["before", "before_most", "before_days", "after", "after_most",
                           "after_days", "change", "status"]]
        for row in rows:
            values, x, y = row[: len(names)], row[-2], row[-1]
            old, new = x or 0, y or 0
            status = ("same" if old == new else "new" if old == 0 else "gone" if new == 0
                      else "up" if old < new else "down")
            if keys == "jurisdiction":
                shown = values[0].split("\x01")[:2]
            else:
                shown = [shown_key(key, value, "state" not in names)
                         for key, value in zip(names, values)]
            numbers = (old, old, covered[0], new, new, covered[1], new - old)
            result.append(shown + [str(number) for number in numbers] + [status])
        return result

    spans = [span if isinstance(span, str) else span[0] for span in (before, after)]
    return Question(["compare", *spans], list(terms), options, answer, **other)
