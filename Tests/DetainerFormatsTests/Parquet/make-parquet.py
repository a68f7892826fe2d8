"""Makes the Parquet files of the tests beside this script, by the five programs that write most of
them: DuckDB, pyarrow (also what R writes with), pandas, fastparquet and polars.

  python3 make-parquet.py     needs duckdb, pyarrow, pandas, fastparquet and polars

All rows are invented. `rows.csv` has them as text: every file in `rows` says the same. `types.csv`
has what the columns of every file in `types` read as. What is committed was made once; encrypted
files come out differently each time.
"""
import base64
import csv
import datetime as dt
import decimal
import os
import random
import shutil
import uuid

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Fixtures")
REASONS = ["Detainer Declined by LEA", "Booked into Detention", "Case Closed",
           "No longer in State, Local, or Federal Custody", None, None]
PLACES = [("TRAVIS COUNTY JAIL", "AUSTIN", "TEXAS"), ("QUEENS CENTRAL BOOKING", "QUEENS", "NEW YORK"),
          ("WELD COUNTY JAIL", "GREELEY", "COLORADO"), ("DOÑA ANA COUNTY JAIL", "LAS CRUCES", "NEW MEXICO"),
          ("OTHER-OTHER FACILITY", None, None)]


def rows():
    """48 invented records; some cells are missing, one date is."""
    random.seed(15)
    day = dt.date(2025, 1, 1)
    for row in range(48):
        facility, city, state = random.choice(PLACES)
        yield {
            "detainer_prepare_date": None if row == 20 else day + dt.timedelta(days=row % 30),
            "detainer_lift_reason": random.choice(REASONS),
            "detainer_type": "I247A - Immigration Detainer - Notice of Action (as of May 2025)"
            if row % 5 else None,
            "detention_facility": facility, "facility_city": city, "facility_state": state,
            "gender": random.choice(["Male", "Female", None]),
            "birth_year": random.choice([None, 1960 + row]),
            "detainer_prep_threat_level": random.choice([1, 2, 3, None]),
            "msc_charge_code": random.choice(["0999", "13AB", None]),
            "duplicate_likely": row % 11 == 0,
            "unique_identifier": None if row % 7 == 3 else "%040x" % random.getrandbits(160),
            "port_of_departure": random.choice(["San Ysidro, CA", "“Brownsville”", "Añasco", ""]),
            "msc_sentence_days": row * 37 % 1000,
        }


ROWS = list(rows())
NAMES = list(ROWS[0])


def text(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_csv(name, names, table):
    with open(os.path.join(HERE, name), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(names)
        out.writerows([[text(value) for value in row] for row in table])


def path(name):
    full = os.path.join(HERE, name + ".parquet")
    os.makedirs(os.path.dirname(full), exist_ok=True)
    return full


def arrow(**types):
    """The rows as an Arrow table, some columns as other types."""
    plain = {"detainer_prepare_date": pa.date32(), "birth_year": pa.int32(),
             "detainer_prep_threat_level": pa.int8(), "duplicate_likely": pa.bool_(),
             "msc_sentence_days": pa.int64()}
    def column(name):
        kind = types.get(name, plain.get(name, pa.string()))
        values = [row[name] for row in ROWS]
        if pa.types.is_timestamp(kind):
            values = [value and dt.datetime.combine(value, dt.time()) for value in values]
        if pa.types.is_binary(kind):
            values = [value and value.encode() for value in values]
        if pa.types.is_dictionary(kind):
            return pa.array(values, pa.string()).dictionary_encode()
        return pa.array(values, kind)
    return pa.table({name: column(name) for name in NAMES})


def write(name, table=None, **options):
    options = {"compression": "zstd", "store_schema": False, **options}
    pq.write_table(arrow() if table is None else table, path("rows/" + name), **options)


def by_pyarrow():
    write("pyarrow-snappy", compression="snappy")
    write("pyarrow-plain", use_dictionary=False, compression="none")
    write("pyarrow-v2-gzip", data_page_version="2.0", compression="gzip", write_page_checksum=True)
    # Many row groups of many pages.
    write("pyarrow-groups", row_group_size=20, data_page_size=1, write_batch_size=5,
          write_page_checksum=True, write_statistics=False)
    write("pyarrow-v2-pages", data_page_version="2.0", use_dictionary=False, data_page_size=1,
          write_batch_size=5, compression="snappy", write_statistics=False)
    texts = ["detainer_lift_reason", "detention_facility", "unique_identifier", "port_of_departure"]
    numbers = ["detainer_prepare_date", "birth_year", "msc_sentence_days"]
    for version in ["1.0", "2.0"]:
        write("pyarrow-delta-v" + version[0], use_dictionary=False, data_page_version=version,
              column_encoding={**{name: "DELTA_BINARY_PACKED" for name in numbers},
                               **{name: "DELTA_BYTE_ARRAY" for name in texts},
                               "detainer_type": "DELTA_LENGTH_BYTE_ARRAY",
                               "facility_city": "DELTA_LENGTH_BYTE_ARRAY",
                               "duplicate_likely": "RLE"})
    write("pyarrow-split", use_dictionary=False, compression="none",
          table=arrow(birth_year=pa.float64(), detainer_prep_threat_level=pa.float32()),
          column_encoding={name: "BYTE_STREAM_SPLIT" for name in
                           numbers + ["detainer_prep_threat_level"]})
    for unit in ["ms", "us", "ns"]:
        write("pyarrow-timestamp-" + unit, arrow(
            detainer_prepare_date=pa.timestamp(unit, tz="UTC" if unit == "us" else None)),
            version="2.6", write_statistics=False)
    write("pyarrow-int96", arrow(detainer_prepare_date=pa.timestamp("ns")),
          use_deprecated_int96_timestamps=True)
    # Text without a logical type, and columns that cannot be missing.
    table = arrow(detainer_lift_reason=pa.binary(), facility_state=pa.binary(),
                  facility_city=pa.large_string(), gender=pa.dictionary(pa.int8(), pa.string()))
    fields = [field.with_nullable(field.name not in ("msc_sentence_days", "duplicate_likely",
                                                     "port_of_departure"))
              for field in table.schema]
    write("pyarrow-binary-required", table.cast(pa.schema(fields)), compression="snappy")


def by_others():
    frame = pd.DataFrame(ROWS)
    frame.to_parquet(path("rows/pandas"))
    dates = pd.to_datetime(frame.detainer_prepare_date)
    # It takes all other units for nanoseconds.
    frame.detainer_prepare_date = dates.astype("datetime64[ns]")
    frame.to_parquet(path("rows/fastparquet-gzip"), engine="fastparquet", compression="gzip",
                     row_group_offsets=20)
    frame.gender = frame.gender.astype("category")
    frame.to_parquet(path("rows/fastparquet-int96"), engine="fastparquet", times="int96",
                     compression=None)
    table = pl.DataFrame(ROWS, infer_schema_length=None)
    table.write_parquet(path("rows/polars-zstd"), row_group_size=25, data_page_size=64)
    table.write_parquet(path("rows/polars-snappy"), compression="snappy", statistics=False)
    records = arrow()
    base = duckdb.connect()
    base.register("records", records)
    for name, options in {"zstd": "COMPRESSION zstd", "snappy": "COMPRESSION snappy",
                          "v2-gzip": "COMPRESSION gzip, PARQUET_VERSION v2",
                          "v2-plain": "COMPRESSION uncompressed, PARQUET_VERSION v2, "
                                      "DICTIONARY_SIZE_LIMIT 1"}.items():
        base.sql(f"COPY (FROM records) TO '{path('rows/duckdb-' + name)}' (FORMAT parquet, {options})")


def types():
    """Columns of all types, and what they read as."""
    stamp = dt.datetime(2025, 3, 9, 13, 5, 7)
    whole = lambda kind, values: pa.array(values, kind)
    columns = [
        ("detainer_prepare_date", pa.array([dt.date(2025, 3, 9), dt.date(1960, 2, 29), None], pa.date32()),
         ["2025-03-09", "1960-02-29", ""]),
        ("facility_state", pa.array(["TEXAS", "OHIO", "OHIO"]), ["TEXAS", "OHIO", "OHIO"]),
        ("u8", whole(pa.uint8(), [0, 255, None]), ["0", "255", ""]),
        ("u32", whole(pa.uint32(), [1, 4294967295, None]), ["1", "4294967295", ""]),
        ("u64", whole(pa.uint64(), [2, 18446744073709551615, None]), ["2", "18446744073709551615", ""]),
        ("i8", whole(pa.int8(), [-128, 127, None]), ["-128", "127", ""]),
        ("i64", whole(pa.int64(), [-9223372036854775808, 9223372036854775807, None]),
         ["-9223372036854775808", "9223372036854775807", ""]),
        ("f32", whole(pa.float32(), [0.1, 2015, float("nan")]), ["0.1", "2015.0", ""]),
        ("f64", whole(pa.float64(), [0.1, 2015, -1e300]), ["0.1", "2015.0", "-1e+300"]),
        ("flag", pa.array([True, False, None]), ["true", "false", ""]),
        ("ms", whole(pa.timestamp("ms"), [stamp, dt.datetime(1969, 12, 31, 23, 59, 59, 5000), None]),
         ["2025-03-09 13:05:07", "1969-12-31 23:59:59.005", ""]),
        ("us", whole(pa.timestamp("us", tz="UTC"), [stamp, dt.datetime(2, 6, 14, 15, 10), None]),
         ["2025-03-09 13:05:07", "0002-06-14 15:10:00", ""]),
        ("ns", pa.array([1741525507000000001, 0, None], pa.int64()).cast(pa.timestamp("ns")),
         ["2025-03-09 13:05:07.000000001", "1970-01-01", ""]),
        ("t32", whole(pa.time32("ms"), [dt.time(1, 2, 3), dt.time(23, 59), None]),
         ["01:02:03", "23:59:00", ""]),
        ("t64", whole(pa.time64("us"), [dt.time(1, 2, 3, 450000), dt.time(0), None]),
         ["01:02:03.45", "00:00:00", ""]),
        ("d9", whole(pa.decimal128(9, 2), [decimal.Decimal("-0.05"), decimal.Decimal("1234567.89"), None]),
         ["-0.05", "1234567.89", ""]),
        ("d18", whole(pa.decimal128(18, 0), [decimal.Decimal(-5), decimal.Decimal(10) ** 17, None]),
         ["-5", "100000000000000000", ""]),
        ("d38", whole(pa.decimal128(38, 3), [decimal.Decimal("-1.001"), decimal.Decimal("1e30"), None]),
         ["-1.001", "1" + "0" * 30 + ".000", ""]),
        ("fixed", whole(pa.binary(4), [b"0999", b"13AB", None]), ["0999", "13AB", ""]),
        ("id", pa.array([uuid.UUID(int=1).bytes, uuid.UUID(int=2 ** 128 - 1).bytes, None], pa.uuid()),
         [str(uuid.UUID(int=1)), str(uuid.UUID(int=2 ** 128 - 1)), ""]),
        ("nothing", pa.nulls(3), ["", "", ""]),
        ("long", pa.array(["x" * 300, "“é”", ""]), ["x" * 300, "“é”", ""]),
    ]
    names = [name for name, _, _ in columns]
    table = pa.table({name: values for name, values, _ in columns})
    write_csv("types.csv", names, zip(*[texts for _, _, texts in columns]))
    for name, options in {"plain": {"use_dictionary": False}, "dictionary": {},
                          "v2": {"data_page_version": "2.0", "use_dictionary": False},
                          "integers": {"store_decimal_as_integer": True}}.items():
        pq.write_table(table, path("types/" + name), compression="zstd", store_schema=False,
                       version="2.6", **options)


class Keys(pe.KmsClient):
    """Keeps a key in the file itself, which is enough for a file of a test."""

    def __init__(self, _):
        pe.KmsClient.__init__(self)

    def wrap_key(self, key, _):
        return base64.b64encode(key)

    def unwrap_key(self, key, _):
        return base64.b64decode(key)


def odd():
    """Files that are read in part, or refused."""
    table = arrow().slice(0, 3)
    count = range(table.num_rows)
    nested = table.append_column("charges", pa.array([["a"], [], None])).append_column(
        "court", pa.array([{"name": "a", "seats": [1]} for _ in count])).append_column(
        "notes", pa.array([[("a", "b")]] * 3, pa.map_(pa.string(), pa.string())))
    pq.write_table(nested, path("odd/nested"), store_schema=False, compression="zstd")
    pq.write_table(arrow().slice(0, 0), path("odd/empty"), store_schema=False)
    # A sheet with a preamble, as it comes out of a program that takes its first row for the names.
    sheet = [["As of 2025-02-01", None, None], ["Detainer Prepare Date", "State", "Case Status"],
             ["2025-01-03", "TEXAS", "ACTIVE"], ["then", "OHIO", None]]
    pq.write_table(pa.table({name: [row[index] for row in sheet] for index, name in enumerate(
        ["ICE Detainers", "Unnamed: 1", "Unnamed: 2"])}), path("odd/preamble"), store_schema=False)
    # More rows than are read in a step.
    days = pa.array([dt.date(2025, 1, 1 + row % 28) for row in range(5000)])
    long = pa.table({"detainer_prepare_date": days, "facility_state": ["TEXAS"] * 5000})
    pq.write_table(long, path("odd/long"), store_schema=False, row_group_size=4500,
                   write_page_checksum=True)
    # Cells worth a finding that come long after the page of the dictionary that has them.
    many = range(6000)
    late = pa.table({
        "detainer_prepare_date": ["2015-01-%02d" % (1 + row % 28) for row in many],
        "facility_state": ["TEXAS"] * len(many),
        "detainer_lift_reason": ["(b)(7)(E)" if row == 4900 else REASONS[row % 2] for row in many],
        "most_serious_conviction_charge": ["#REF!" if row == 4800 else "DUI" for row in many],
        "gender": ["#N/A" if row == 5500 else "Male" for row in many]})
    pq.write_table(late, path("odd/late"), store_schema=False, row_group_size=5000,
                   compression="zstd",
                   use_dictionary=[name for name in late.column_names if name != "gender"])
    for codec in ["lz4", "brotli"]:
        pq.write_table(table, path("odd/" + codec), store_schema=False, compression=codec)
    factory = pe.CryptoFactory(Keys)
    for name, plain in [("encrypted", False), ("encrypted-columns", True)]:
        rule = pe.EncryptionConfiguration(
            footer_key="f", plaintext_footer=plain, column_keys={"c": ["detention_facility"]})
        properties = factory.file_encryption_properties(pe.KmsConnectionConfig(), rule)
        with pq.ParquetWriter(path("odd/" + name), table.schema, store_schema=False,
                              encryption_properties=properties) as writer:
            writer.write_table(table)


if __name__ == "__main__":
    shutil.rmtree(HERE, ignore_errors=True)
    os.makedirs(HERE)
    write_csv("rows.csv", NAMES, [row.values() for row in ROWS])
    by_pyarrow()
    by_others()
    types()
    odd()
