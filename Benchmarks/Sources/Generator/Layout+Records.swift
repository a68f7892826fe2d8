extension Layout {
  /// 16 columns under the canonical names, of all years.
  static let records = Layout(
    days: ClosedRange(from: (2007, 10, 1), to: (2026, 7, 31)),
    columns: [
      Column("issued", .issued),
      Column("lifted", .lifted),
      Column("lift_reason", .liftReason),
      Column("facility", .facility),
      Column("facility_code", .facilityCode),
      Column("city", .city),
      Column("state", .state),
      Column("aor", .aor),
      Column("type", .type),
      Column("criminality", .criminality),
      Column("threat", .threat),
      Column("crime", .charge),
      Column("citizenship", .citizenship),
      Column("gender", .gender),
      Column("birth_year", .birthYear),
      Column("person", .person),
    ])
}
