extension Layout {
  /// 16 columns, with the county that a file states for most of its places, known to the tables or not.
  static let county = Layout(
    days: ClosedRange(from: (2007, 10, 1), to: (2026, 7, 31)),
    facilities: .withInvented(known: 2_000, invented: 1_000),
    columns: [
      Column("issued", .issued),
      Column("lifted", .lifted),
      Column("lift_reason", .liftReason),
      Column("facility", .facility),
      Column("facility_code", .facilityCode),
      Column("city", .city),
      Column("state", .state),
      Column("county", .county(present: 0.9)),
      Column("aor", .aor),
      Column("type", .typeCode),
      Column("criminality", .criminality),
      Column("crime", .charge),
      Column("citizenship", .citizenship),
      Column("gender", .gender),
      Column("birth_year", .birthYear),
      Column("person", .person),
    ])
}
