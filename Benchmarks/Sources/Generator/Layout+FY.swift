extension Layout {
  /// The six columns of ICE's release of FY2015, from its first day to its last.
  static let fy = Layout(
    days: ClosedRange(from: (2014, 10, 1), to: (2015, 7, 19)),
    columns: [
      Column("Prepare Date", .issued),
      Column("Detainer Type", .type),
      Column("Detainer Detention Facility", .facility),
      Column("State", .state),
      Column("City", .city),
      Column("Detainer Lift Reason", .liftReason),
    ])
}
