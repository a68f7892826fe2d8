"""The questions that `ddor` and DuckDB are asked: all keys, all operators of the filter language."""

import datetime

from answers import Term, compare, count, detainers, jurisdictions, weeks

ALL_KEYS = (
    "day week month quarter year fiscal_year state county city facility facility_code aor crime "
    "crime_code citizenship birth_country age basis outcome lift_reason type criminality threat "
    "gender program apprehension_method source"
).split()


def bare(text):
    """A bare word or quoted words: places, facility, crime, citizenship and lift reason."""
    word = text.strip('"')
    columns = ["county", "state", "state_name", "facility", "city", "crime", "citizenship",
               "lift_reason"]
    # Smart case: a capital letter makes case count.
    has_capital = any(letter.isupper() for letter in word)
    fold = "strip_accents({})" if has_capital else "strip_accents(lower({}))"
    quoted = word.replace("'", "''")
    return Term(text, " or ".join(f"contains({fold.format(name)}, '{quoted}')" for name in columns))


def part(name, text, column=None):
    """A part of one column's text, in either case."""
    word = text.strip('"').lower().replace("'", "''")
    return Term(f"{name}:{text}", f"contains(strip_accents(lower({column or name})), '{word}')",
                shows=name == "lift_reason")


def exact(name, text, column=None):
    word = text.strip('"').lower().replace("'", "''")
    return Term(f"{name}:={text}", f"lower({column or name}) = '{word}'",
                shows=name == "lift_reason")


def regex(name, pattern):
    return Term(f"{name}:/{pattern}/", f"regexp_matches({name}, '{pattern}', 'i')",
                shows=name == "lift_reason")


def none(name):
    return Term(f"{name}:none", f"{name} = ''", shows=name == "lift_reason")


def span(text, first, last, column="{day}"):
    ends = [f"{column} >= date '{first}'"] if first else []
    ends += [f"{column} <= date '{last}'"] if last else []
    return Term(text, " and ".join(ends))


def week(text, first, last=None):
    return span(text, first, last or first, "{week}")


def outcome(text):
    names = ", ".join(f"'{name}'" for name in text.split(","))
    return Term(f"outcome:{text}", f"outcome in ({names})", shows=True)


def state(text, *codes):
    return Term(f"state:{text}", "state in (" + ", ".join(f"'{code}'" for code in codes) + ")")


def county(text, sql):
    return Term(f"county:{text}", sql)


DECLINED = outcome("declined")
# What is listed in full keeps to some of the rows, so that a comparison of files of a million rows
# stays quick; everything else is counted over all of them.
FEW = state("vt,wy", "VT", "WY")


def questions(person):
    """Every question; `person` is one that occurs in the file."""
    return [
        # Each key alone.
        *[count(key) for key in ALL_KEYS],
        # Two keys and more.
        count("fiscal_year,state"), count("state,county"), count("week,state", DECLINED),
        count("crime,gender"), count("facility,outcome", limit=500),
        count("month,type,criminality"), count("aor,lift_reason"), count("county,citizenship"),
        count("quarter,facility", DECLINED), count("source,threat"),
        # Bare words: smart case, quotes, accents, several at once.
        count("facility", bare("travis")), count("facility", bare("Travis")),
        count("county", bare('"los angeles"')), count("county", bare("dona")),
        count("state", bare("jail"), bare("drug")), count("state", -bare("jail")),
        count("crime", bare("Assault")), count("citizenship", bare("guat"), -bare("texas")),
        # States: codes, names, beginnings, several, none, negated.
        count("county", state("tx,ca", "TX", "CA")), count("state", state("Texas", "TX")),
        count("state", state('"new york",ohio', "NY", "OH")),
        count("state", state("new", "NH", "NJ", "NM", "NY")), count("state", -state("tx", "TX")),
        count("facility", Term("state:none", "state = ''")),
        count("year", Term("state:/^north/", "regexp_matches(state_name, '^north', 'i')")),
        # Counties: whole names first, then parts, codes, patterns.
        count("county", county("clark", "lower(bare_county) = 'clark'")),
        count("county", county("clarke", "lower(bare_county) = 'clarke'")),
        count("county", county('"Travis County"', "county = 'Travis County'")),
        count("county", county("baltimore", "lower(bare_county) = 'baltimore'")),
        count("county", county("fran", "contains(lower(county), 'fran')")),
        count("county", county("48453", "county_fips = '48453'")),
        count("county", county(
            "=travis", "lower(county) = 'travis' or lower(bare_county) = 'travis'")),
        count("county", county(
            "/^san .*/", "regexp_matches(county, '^san .*', 'i') or "
            "regexp_matches(bare_county, '^san .*', 'i')")),
        count("state", county("none", "county = ''")),
        count("state", -county("none", "county = ''"), DECLINED),
        count("county", county(
            "orange,harris", "lower(bare_county) in ('orange', 'harris')"),
              state("tx,ca,fl", "TX", "CA", "FL")),
        # Areas of responsibility by code, office, none.
        count("county", Term("aor:sna", "aor = 'SNA'")),
        count("state", Term('aor:"San Antonio",mia', "aor in ('SNA', 'MIA')")),
        count("facility", Term("aor:none", "aor = ''"), limit=50),
        # Texts: parts, exact, patterns, none, several, negated.
        count("facility", part("facility", "county")),
        count("facility", Term(
            'facility:"county jail",prison',
            "contains(lower(facility), 'county jail') or contains(lower(facility), 'prison')")),
        count("county", exact("facility", '"WASHINGTON COUNTY JAIL"')),
        count("facility", regex("facility", "jail$")), count("facility", none("city"), limit=100),
        count("facility", exact("city", "houston")), count("state", part("city", "st.")),
        count("crime", part("crime", "drug")), count("crime", none("crime")),
        count("crime", -none("crime")), count("crime", exact("crime", "assault")),
        count("crime", regex("crime", "^(sex|rape)")),
        count("crime", Term("crime:dui", "contains(lower(crime), 'driving under influence') or "
                            "contains(lower(crime), 'driving under the influence') or "
                            "contains(lower(crime), 'driving while intoxicated') or "
                            "contains(lower(crime), 'dui') or contains(lower(crime), 'dwi')")),
        count("crime", Term("crime:dv", "contains(lower(crime), 'dv') or "
                            "contains(lower(crime), 'domestic violence')")),
        count("crime", Term("crime:theft", "contains(lower(crime), 'theft') or "
                            "contains(lower(crime), 'larceny')")),
        count("citizenship", Term(
            "citizenship:mexico,guatemala", "contains(lower(citizenship), 'mexico') or "
            "contains(lower(citizenship), 'guatemala')")),
        count("year", exact("citizenship", '"CHINA, PEOPLES REPUBLIC OF"')),
        count("citizenship", -exact("citizenship", "mexico")),
        count("criminality", part("criminality", "convicted")),
        count("threat", Term("threat:1,3", "threat in ('1', '3')")), count("threat", none("threat")),
        count("gender", Term("gender:male", "lower(gender) = 'male'")),
        count("gender", -Term("gender:male", "lower(gender) = 'male'")),
        # Types: whole codes first, then parts of the full text.
        count("type", Term("type:I247A", "type = 'I247A'")),
        count("type", Term("type:I247", "type = 'I247'")),
        count("type", Term("type:i247d,i247n", "type in ('I247D', 'I247N')")),
        count("type", part("type", "request", "full_type")), count("type", none("type")),
        count("type", Term("type:=i247a", "type = 'I247A'")),
        # What is shown: issued and resolved are counted before it (rule 1).
        count("state", DECLINED), count("facility", DECLINED), count("outcome", -DECLINED),
        count("lift_reason", outcome("booked,released")), count("state", outcome("other")),
        count("crime", part("lift_reason", "custody")), count("county", none("lift_reason")),
        count("aor", regex("lift_reason", "^lifted")), count("year", -none("lift_reason")),
        count("facility", exact("lift_reason", '"case closed"')),
        count("month", DECLINED, bare("county"), part("crime", "assault")),
        # Days and spans: by end where there are lift dates, issued always by issue (rule 2).
        count("state", week("week:2015-05-06", "2015-05-02")),
        count("week", week("week:2015-05..2015-07", "2015-05-01", "2015-07-31")),
        count("week", week("week:2016", "2016-01-01", "2016-12-31"), DECLINED),
        count("month", span("month:2017-01", "2017-01-01", "2017-01-31")),
        count("month", span("quarter:2017-Q1..2017-Q2", "2017-01-01", "2017-06-30")),
        count("quarter", span("year:>=2020", "2020-01-01", None)),
        count("year", span("year:2012..2014", "2012-01-01", "2014-12-31")),
        count("year", span("fiscal_year:2015", "2014-10-01", "2015-09-30")),
        count("fiscal_year", span("fy:<2010", None, "2009-09-30")),
        count("month", -span("year:2012..2025", "2012-01-01", "2025-12-31")),
        count("month", span("issued:2017-01..2017-03", "2017-01-01", "2017-03-31", "issued")),
        count("week", span("issued:2014-02-17", "2014-02-17", "2014-02-17", "issued")),
        count("state", span("issued:>2020-12-31", "2021-01-01", None, "issued")),
        count("state", span("issued:<=2008", None, "2008-12-31", "issued"), DECLINED),
        count("month", Term(
            "declined:>=2017-02-01", "outcome = 'declined' and lifted >= date '2017-02-01'")),
        count("state", Term("declined:2015-01..2015-03", "outcome = 'declined' and "
                            "lifted between date '2015-01-01' and date '2015-03-31'")),
        count("state", Term("days:>30", "days > 30")), count("county", Term("days:0", "days = 0")),
        count("year", Term("days:10..20", "days between 10 and 20")),
        count("year", Term("days:none", "days is null")),
        # The size of groups.
        count("state", Term("count:>10", "declined > 10", groups=True)),
        count("facility", Term("count:100..1000", "declined between 100 and 1000", groups=True)),
        count("crime", Term("count:0", "declined = 0", groups=True)),
        # Ages, dates of apprehension.
        count("state", Term("age:30..39", "year(issued) - try_cast(birth_year as int) "
                            "between 30 and 39")),
        count("age", Term("age:>=65", "year(issued) - try_cast(birth_year as int) "
                          "between 65 and 120"), DECLINED),
        count("year", Term("apprehended:2015-01..2015-06", "try_cast(nullif(apprehended, '') as "
                           "date) between date '2015-01-01' and date '2015-06-30'")),
        # Persons, notes, sources, basis.
        count("state", exact("person", person)), count("year", part("person", person[:3])),
        count("year", none("person")), count("year", Term("note:none", "true")),
        count("year", Term("basis:none", "true")),
        # Orders, measures, limits.
        count("state", sort="state"), count("state", sort="-state"), count("month", sort="month"),
        count("month", sort="-month"), count("facility", sort="issued", limit=40),
        count("county", sort="-issued"), count("county", sort="county", limit=300),
        count("facility", DECLINED, sort="resolved", limit=30),
        count("county", measure="issued", limit=25), count("county", measure="resolved"),
        count("county", measure="share-issued", minimum=50),
        count("facility", DECLINED, measure="share-resolved", minimum=200),
        count("state", sort="-share_of_issued"), count("state", limit=0),
        # Lists.
        weeks(), weeks(DECLINED), weeks(bare("travis")), weeks(state("tx", "TX"), DECLINED),
        weeks(week("week:2014-10..2015-01", "2014-10-01", "2015-01-31")),
        jurisdictions(), jurisdictions(DECLINED), jurisdictions(sort="issued", limit=100),
        jurisdictions(state("ca,az", "CA", "AZ"), sort="county"),
        jurisdictions(week("week:2015-05-02", "2015-05-02")), jurisdictions(sort="state"),
        jurisdictions(sort="-resolved", limit=60),
        detainers(FEW), detainers(FEW, DECLINED), detainers(FEW, sort="issued"),
        detainers(FEW, sort="-issued"), detainers(FEW, sort="lifted"),
        detainers(sort="facility", limit=500), detainers(sort="-county", limit=500), detainers(sort="crime", limit=500),
        detainers(sort="-crime", limit=500), detainers(sort="birth_year", limit=500),
        detainers(sort="week", limit=500), detainers(DECLINED, sort="-lifted", limit=500),
        detainers(sort="lift_reason", limit=200), detainers(exact("person", person)),
        detainers(bare("orange"), DECLINED,
                  span("issued:2014..2015", "2014-01-01", "2015-12-31", "issued")),
        # Two weeks held against each other.
        compare("2015-05-02", "2015-05-09"), compare("2015-05-02", "2015-05-09", "state"),
        compare("2014-11-01", "2015-05-02", "facility"),
        compare("2016-03-05", "2016-03-12", "state", measure="issued"),
        compare("2016-03-05", "2017-03-04", "lift_reason", measure="resolved"),
        compare("2016-03-05", "2016-03-12", "crime", state("tx", "TX"), measure="issued"),
        compare("2015-05-02", "2015-05-09", "county", DECLINED),
        compare("2012-03-03", "2024-03-02", "citizenship,gender", measure="issued", limit=40),
        # Two spans of any length, each by the day of a detainer.
        *spans(),
        # A release that marks likely duplicates.
        *ddp_questions(),
    ]


def ddp_questions():
    ddp = {"files": ("ddp",)}
    return [
        count("fiscal_year", **ddp), count("facility", DECLINED, **ddp),
        count("fiscal_year", drop=True, **ddp), count("state", drop=True, **ddp),
        count("facility", DECLINED, drop=True, **ddp), count("crime", drop=True, **ddp),
        count("aor,type", drop=True, **ddp),
        detainers(FEW, drop=True, **ddp), detainers(FEW, **ddp),
        detainers(sort="citizenship", limit=200, drop=True, **ddp),
        # Spans that this release covers.
        compare("2025-11-01", "2025-11-08", **ddp), compare("2024-03-02", "2026-03-07", "aor", **ddp),
        compare(("2024-10", "2024-10-01", "2024-10-31"), ("2024-11", "2024-11-01", "2024-11-30"),
                "facility", **ddp),
        compare(("FY2024", "2023-10-01", "2024-09-30"), ("fy2025", "2024-10-01", "2025-09-30"),
                "state", measure="issued", **ddp),
        count("state", week("week:2025-12-31", "2025-12-27"), **ddp),
        count("month", span("issued:>2024-12-31", "2025-01-01", None, "issued"), **ddp),
        weeks(week("week:2025-10..2026-01", "2025-10-01", "2026-01-31"), **ddp),
    ]


def spans():
    """Pairs of months, quarters, years, fiscal years and spans between two dates."""
    def month(year, number):
        last = (datetime.date(year + number // 12, number % 12 + 1, 1)
                - datetime.timedelta(1)).isoformat()
        return f"{year}-{number:02}", f"{year}-{number:02}-01", last

    def between(first, last):
        return f"{first}..{last}", first, last

    months = [month(2014, 10), month(2014, 11), month(2015, 1), month(2015, 2), month(2016, 2)]
    quarter = ("2015-Q1", "2015-01-01", "2015-03-31"), ("2015-q2", "2015-04-01", "2015-06-30")
    years = ("2014", "2014-01-01", "2014-12-31"), ("2016", "2016-01-01", "2016-12-31")
    fiscal = ("FY2015", "2014-10-01", "2015-09-30"), ("fy2016", "2015-10-01", "2016-09-30")
    odd = between("2014-12-20", "2015-01-03"), between("2015-12-20", "2016-01-03")
    whole = between("2008-01-01", "2012-06-30"), ("2012-07..2030-12", "2012-07-01", "2030-12-31")
    pairs = list(zip(months, months[1:])) + [quarter, years, fiscal, odd, whole]
    found = [compare(*pair, keys) for pair in pairs for keys in ("jurisdiction", "state", "crime")]
    found += [compare(*pair, "state", measure=measure) for pair in pairs
              for measure in ("issued", "resolved")]
    found += [compare(*pair, "facility", state("tx", "TX"), DECLINED) for pair in pairs]
    found += [compare(months[0], "2014-11-08", "aor"), compare("2015-05-02", odd[0], "county")]
    found += [count(key, span(f"day:{text}", first, last))
              for text, first, last in (months[3], odd[0]) for key in ("state", "day", "week")]
    found += [compare(*pair, "day", measure="issued") for pair in (odd, quarter)]
    found += [compare(*pair, "aor", FEW) for pair in (years, whole, odd)]
    found += [compare(*fiscal, keys, DECLINED) for keys in ("month", "week")]
    return found
