"""The records of a generated file as DuckDB reads them, with what `ddor` adds found independently.

Every rule here is taken from the documents of the project, not from its code: the county from the
file or else the reference tables, the outcome from the table of lift reasons, weeks from Saturday to
Friday, and the basis of a release with lift dates.
"""

import datetime
import os

import duckdb

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "Sources", "CReference", "tables")

# The canonical columns of `list detainers`, after week, source, file, row and outcome.
CANONICAL = (
    "issued lifted lift_reason facility facility_code city state county county_fips aor type "
    "criminality threat crime crime_code basis citizenship birth_country gender birth_year "
    "program apprehension_method apprehended person duplicate count source_url confidence note"
).split()

# Canonical names and those of the Deportation Data Project.
DDP = {
    "issued": "detainer_prepare_date", "lift_reason": "detainer_lift_reason",
    "facility": "detention_facility", "facility_code": "detention_facility_code",
    "city": "facility_city", "state": "facility_state", "aor": "facility_aor",
    "type": "detainer_type", "criminality": "detainer_prepared_criminality",
    "threat": "detainer_prep_threat_level", "crime": "most_serious_conviction_charge",
    "crime_code": "msc_charge_code", "citizenship": "citizenship_country",
    "birth_country": "birth_country", "gender": "gender", "birth_year": "birth_year",
    "apprehension_method": "apprehension_method", "apprehended": "apprehension_date",
    "person": "unique_identifier", "duplicate": "duplicate_likely",
}

# Canonical names and those of ICE's release of FY2015.
FY = {
    "issued": "Prepare Date", "type": "Detainer Type", "facility": "Detainer Detention Facility",
    "state": "State", "city": "City", "lift_reason": "Detainer Lift Reason",
}

RELEASED = [
    "Case Closed", "Prosecutorial Discretion", "Not Amenable to Removal",
    "Noncitizen Not Amenable to Removal", "Alien Not Subject to Deportation",
    "USC or Presumptive Claim to US Citizenship", "United States Citizen Interviewed",
    "Judicial Review", "Early Release", "No longer in State, Local, or Federal Custody", "Lifted",
    "Lifted - Lack of Funds", "Lifted - Lack of Space", "ICE Temporary Resource Constraint",
]

BLANKS = ["", "na", "n/a", "null", "unk", "unknown"]


def city_key(city):
    """The key of a city: upper case, no apostrophes, spelling variants of Saint, Fort and Mount."""
    words = {"ST": "SAINT", "STE": "SAINTE", "FT": "FORT", "MT": "MOUNT", "SPGS": "SPRINGS"}
    text = city.upper().replace("'", "").replace(".", " ").replace("-", " ")
    return "".join(words.get(word, word) for word in text.split())


class Records:
    """A file of records in a DuckDB table named `d`, one row for each record, texts never null."""

    def __init__(self, path):
        self.path = path
        self.source = os.path.splitext(os.path.basename(path))[0]
        self._days = None
        self.db = duckdb.connect()
        self.db.execute("set enable_progress_bar = false")
        self.db.execute(
            "create table raw as select * from read_csv(?, header = true, all_varchar = true, "
            "quote = '\"', escape = '\"', strict_mode = true)", [path])
        columns = {row[0] for row in self.db.execute("describe raw").fetchall()}
        # What the columns are called, where they have names of their own.
        self.names = next((names for names in (DDP, FY) if names["issued"] in columns), {})
        self.has_lift_dates = "lifted" in columns
        self._reference()
        self._derive(columns)
        # The release marks all rows of a person on a day: the first is no duplicate, and neither is
        # one of nobody that is named.
        self.db.execute("""
            update d set duplicate = '' where lower(duplicate) = 'true' and (person = '' or line in (
              select min(line) from d where lower(duplicate) = 'true' and person <> ''
              group by issued, person))""")

    def rows(self, sql):
        return self.db.execute(sql).fetchall()

    def value(self, sql):
        """One text of the file that a query can ask for."""
        return self.rows(sql)[0][0]

    def covered(self, first, last):
        """How many days from one to another the release covers: those of weeks with a row, from the
        first day to the last but for stray ones (under 1 row in 1,000, more than 60 days away)."""
        if self._days is None:
            counts = self.rows("select end_day, count(*) from d where end_day is not null "
                               "group by 1 order by 1")
            most = sum(count for _, count in counts) // 1000

            def trimmed(counts):
                passed, stray = 0, 0
                for index in range(len(counts) - 1):
                    passed += counts[index][1]
                    if passed > most:
                        break
                    if abs((counts[index + 1][0] - counts[index][0]).days) > 60:
                        stray = index + 1
                return counts[stray:]

            counts = trimmed(trimmed(counts)[::-1])
            weeks = {week for (week,) in self.rows(
                "select distinct end_week from d union select distinct issue_week from d")}
            ends = (counts[-1][0], counts[0][0])
            self._days = {
                week + datetime.timedelta(day) for week in weeks if week for day in range(7)
                if ends[0] <= week + datetime.timedelta(day) <= ends[1]}
        first, last = (datetime.date.fromisoformat(text) for text in (first, last))
        return sum(first <= day <= last for day in self._days)

    def _reference(self):
        def read(name):
            path = os.path.join(TABLES, name).replace("'", "''")
            return f"read_csv('{path}', header = true, all_varchar = true)"

        self.db.execute(f"""
            create table states as
            select distinct upper(unnest([state_code, name, ice_name])) as text,
              state_code as code, name from {read('states.csv')}""")
        self.db.execute(f"""
            create table counties as
            select fips, state_code as state, county, name, aor, lsad
            from {read('counties.csv')}""")
        # What a file may call a county: its full name, else the bare one, which means the county
        # before the independent city.
        self.db.execute("""
            create table county_names as
            select state, strip_accents(upper(text)) as text, fips from (
              select state, county as text, fips, 0 as rank from counties
              union all
              select state, name, fips, case lsad when 'city' then 2 else 1 end from counties)
            qualify row_number() over (
              partition by state, strip_accents(upper(text)) order by rank) = 1""")
        self.db.execute(f"""
            create table aors as
            select upper(aor_name) as text, code, office from {read('aors.csv')}""")
        self.db.execute(f"""
            create table facilities as
            select coalesce(upper(facility), '') as facility, coalesce(upper(city), '') as city,
              coalesce(state_code, '') as state, county_fips as fips, aor, detloc as code
            from {read('facilities.csv')}""")
        # Where a city is not named: a code, or a name in an area, that only one county has, of the
        # state that is named or of all (rule 14). Codes of other rows come when all are placed.
        for table, key in ("codes", "upper(code) as code"), ("areas", "facility, aor"):
            names = key.replace("upper(code) as ", "")
            known = " and ".join(f"{name} <> ''" for name in names.split(", "))
            self.db.execute(f"""
                create table {table} as
                with known as (select {key}, state, fips from facilities where {known} and fips <> '')
                select {names}, state, min(fips) as fips from known
                group by all having count(distinct fips) = 1
                union all
                select {names}, '' as state, min(fips) as fips from known
                group by all having count(distinct fips) = 1""")
        self.db.execute(f"""
            create table cities as
            select state_code as state, city_key, county_fips as fips
            from {read('city_county.csv')} where share = '1.00'""")
        column = f'"{self.names.get("city", "city")}"'
        found = {" ".join(city.split()).upper()
                 for (city,) in self.rows(f"select distinct {column} from raw") if city}
        self.db.execute("create table city_keys (city varchar, key varchar)")
        self.db.executemany(
            "insert into city_keys values (?, ?)", [(city, city_key(city)) for city in found])

    def _derive(self, columns):
        def raw(name):
            column = self.names.get(name, name)
            if column not in columns:
                return "''"
            text = f"regexp_replace(trim(coalesce(\"{column}\", '')), ' +', ' ', 'g')"
            # Unknown is one of the three genders of the releases, not a blank.
            blanks = [blank for blank in BLANKS if name != "gender" or blank != "unknown"]
            listed = ", ".join(f"'{blank}'" for blank in blanks)
            return f"case when lower({text}) in ({listed}) then '' else {text} end"

        released = ", ".join(f"'{reason.lower()}'" for reason in RELEASED)
        names = [name for name in CANONICAL if name not in ("county", "county_fips", "count")]
        self.db.execute(
            f"create table stated as select rowid + 2 as line, {raw('county')} as stated_county, "
            + ", ".join(f"{raw(name)} as {name}" for name in names) + " from raw order by rowid")
        self.db.execute("drop table raw")
        basis = "resolved" if self.has_lift_dates else "false"
        self.db.execute(f"""
            create table d as
            with texts as (
              select stated.* exclude (issued, lifted, state, aor, type),
                try_cast(issued as date) as issued, try_cast(nullif(lifted, '') as date) as lifted,
                coalesce(states.code, '') as state, coalesce(states.name, '') as state_name,
                coalesce(aors.code, '') as stated_aor, split_part(type, ' - ', 1) as type,
                type as full_type, lift_reason <> '' as resolved
              from stated
                left join states on states.text = upper(stated.state)
                left join aors on aors.text = upper(stated.aor)
            ), first as (
              select texts.*,
                case when stated_county <> '' then coalesce(county_names.fips, '')
                  else coalesce(
                    nullif(facilities.fips, ''), cities.fips, by_code.fips, by_area.fips, '')
                  end as fips,
                case when stated_county = '' and nullif(facilities.fips, '') is not null
                  then facilities.aor else '' end as entry_aor,
                -- What only the name and the area place, or nothing, waits for other rows.
                texts.city = '' and stated_county = '' and nullif(facilities.fips, '') is null
                  and by_code.fips is null as waits, by_area.fips is not null as by_area
              from texts
                left join county_names on county_names.state = texts.state
                  and county_names.text = strip_accents(upper(texts.stated_county))
                left join facilities on facilities.facility = upper(texts.facility)
                  and facilities.city = upper(texts.city) and facilities.state = texts.state
                  and texts.state <> ''
                left join city_keys on city_keys.city = upper(texts.city)
                left join cities on cities.state = texts.state and cities.city_key = city_keys.key
                left join codes as by_code on texts.city = '' and by_code.state = texts.state
                  and by_code.code = upper(texts.facility_code)
                left join areas as by_area on texts.city = '' and by_area.state = texts.state
                  and by_area.facility = upper(texts.facility)
                  and by_area.aor = texts.stated_aor
            ), codes_of_rows as (
              select upper(facility_code) as code, min(fips) as fips from first
              where facility_code <> '' and not waits
              group by all having count(distinct fips) = 1 and min(fips) <> ''
            ), placed as (
              select first.* exclude (fips),
                case when waits and counties.fips is not null
                    and (by_area or first.state in ('', counties.state))
                  then counties.fips else first.fips end as fips
              from first
                left join codes_of_rows on codes_of_rows.code = upper(first.facility_code)
                left join counties on counties.fips = codes_of_rows.fips
            )
            select placed.* exclude (
                fips, entry_aor, stated_aor, stated_county, state, state_name, waits, by_area),
              coalesce(nullif(placed.state, ''), counties.state, '') as state,
              coalesce(nullif(placed.state_name, ''), of_county.name, '') as state_name,
              coalesce(counties.county, stated_county) as county,
              coalesce(counties.name, stated_county) as bare_county,
              coalesce(counties.fips, '') as county_fips,
              coalesce(nullif(stated_aor, ''), nullif(entry_aor, ''), counties.aor, '') as aor,
              coalesce(aors.office, '') as office,
              case when lift_reason = '' then 'pending'
                when lower(lift_reason) = 'detainer declined by lea' then 'declined'
                when lower(lift_reason) = 'booked into detention' then 'booked'
                when lower(lift_reason) in ({released}) then 'released'
                else 'other' end as outcome,
              issued as issue_day,
              case when {basis} then lifted else issued end as end_day,
              issued - ((isodow(issued) + 1) % 7)::int as issue_week,
              case when {basis} then lifted - ((isodow(lifted) + 1) % 7)::int
                else issued - ((isodow(issued) + 1) % 7)::int end as end_week,
              case when lower(lift_reason) = 'detainer declined by lea'
                then lifted - issued end as days
            from placed
              left join counties on counties.fips = placed.fips
              left join (select distinct code, name from states) as of_county
                on of_county.code = counties.state
              left join aors on aors.code =
                coalesce(nullif(stated_aor, ''), nullif(entry_aor, ''), counties.aor)
            order by line""")
        self.db.execute("drop table stated")
