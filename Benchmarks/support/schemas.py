"""What the columns of the generated files are called, and the questions that peers are asked of them."""

from dataclasses import dataclass

DECLINED = "Detainer Declined by LEA"


@dataclass(frozen=True)
class Schema:
    """A kind of generated file."""

    name: str
    state: str
    reason: str
    issued: str
    # Where there are dates of it, what is resolved and declined is counted by them.
    lifted: str = ""

    def by_state(self, table):
        """The report that `ddor count --by state` gives, in the SQL of DuckDB and of SQLite."""
        return (
            f'select "{self.state}", count(*), count(nullif("{self.reason}", \'\')), '
            f"sum(case when \"{self.reason}\" = '{DECLINED}' then 1 else 0 end) "
            f"from {table} group by 1")

    def by_week(self, table):
        """The numbers of `ddor list weeks` but for the jurisdictions, in the SQL of DuckDB."""
        end = self.lifted or self.issued
        return (
            "select date_trunc('week', day + 2), sum(issued), sum(resolved), sum(declined) from ("
            f'select "{self.issued}" as day, 1 as issued, 0 as resolved, 0 as declined from {table} '
            f'union all select "{end}", 0, ("{self.reason}" is not null)::int, '
            f"coalesce(\"{self.reason}\" = '{DECLINED}', false)::int from {table}) group by 1")


SCHEMAS = {
    schema.name: schema
    for schema in (
        Schema("records", "state", "lift_reason", "issued", "lifted"),
        Schema("county", "state", "lift_reason", "issued", "lifted"),
        Schema("fy", "State", "Detainer Lift Reason", "Prepare Date"),
        Schema("ddp", "facility_state", "detainer_lift_reason", "detainer_prepare_date"),
    )
}
