@testable import DetainerFormats

extension SchemaLayout {
  private static let middle = """
    msc_charge_date|msc_conviction_date|felon|processing_disposition|case_category|
    arrest_time_case_category|arrest_time_current_program|apprehension_method|final_order_yes_no|
    final_order_date|apprehension_date|entry_date|prior_felony_yes_no|
    multiple_prior_misd_yes_no|violent_misdemeanor_yes_no|illegal_entry_yes_no|
    illegal_reentry_yes_no|immigration_fraud_yes_no|significant_risk_yes_no|
    other_removal_reason_yes_no|criminal_street_gang_yes_no|aggravated_felony_yes_no|
    deportation_ordered_yes_no|order_show_cause_served_yes_no|biometric_match_yes_no|
    statements_made_yes_no|unlawful_attempt_yes_no|unlawful_entry_yes_no|visa_yes_no|
    federal_interest_yes_no|resume_custody_yes_no|detainer_lift_reason|
    detainer_lift_reason_code|active_investigation_yes_no|detainer_type|
    notify_release_request_yes_no|tod_current_duty_site|unique_identifier
    """

  private static func start(crime: String) -> String {
    """
    |detainer_prepare_date|facility_state|facility_aor|port_of_departure|departure_country|
    departed_date|case_status|detainer_prepared_criminality|detention_facility|
    detention_facility_code|facility_city|detainer_prep_threat_level|gender|
    citizenship_country|birth_country|birth_year|entry_status|\(crime)|msc_sentence_days|
    msc_sentence_months|msc_sentence_years|msc_charge_code|
    """
  }

  private static let common: [String: Fill] = [
    // R's row numbers, which would be dates as Excel counts them.
    "": { "\(40_000 + $0.birthYear)" }, "detainer_prepare_date": { $0.date.cell },
    "facility_state": { $0.place.state }, "detention_facility": { $0.place.facility },
    "facility_city": { $0.place.city }, "detainer_prep_threat_level": { number($0.threat) },
    "gender": { $0.gender }, "citizenship_country": { $0.citizenship },
    "birth_year": { number("\($0.birthYear)") }, "detainer_lift_reason": { $0.reason.text },
    "detainer_lift_reason_code": code, "detainer_type": { $0.type },
    "unique_identifier": { $0.person },
  ]

  private static func with(
    _ more: [String: Fill]
  ) -> [String: Fill] {
    common.merging(more) { _, new in new }
  }

  static let ddp = SchemaLayout(
    .ddp,
    start(crime: "most_serious_conviction_charge") + middle
      + "|duplicate_likely|file_original|sheet_original|row_original",
    with(["most_serious_conviction_charge": { $0.crime }, "duplicate_likely": flag]))

  /// Only the rows to drop are duplicates; the likely ones are more.
  static let ddpOfAugust = SchemaLayout(
    .ddp,
    start(crime: "most_serious_conviction_charge") + middle + """
      |tod_final_program|arrest_time_case_category_code|apprehension_method_simple|request_type|
      conviction|duplicate_episode_identifier|duplicate_episode_first|duplicate_likely|
      duplicate_drop_row|file_original|sheet_original|row_original
      """,
    with([
      "most_serious_conviction_charge": { $0.crime }, "duplicate_likely": { _ in "TRUE" },
      "duplicate_drop_row": flag,
    ]))

  static let ddpOld = SchemaLayout(
    .ddp,
    start(crime: "most_serious_conviction_msc_charge") + middle
      + "|duplicate_likely|file|sheet|row",
    with(["most_serious_conviction_msc_charge": { $0.crime }, "duplicate_likely": flag]))

  /// Old rows fill the names of the old releases, new rows those of the new ones.
  static let ddpHistorical = SchemaLayout(
    .ddpHistorical,
    """
    file_original|sheet_original|prepare_date|detainer_prepare_date|detainer_lift_date|
    detainer_lift_reason|detainer_lift_reason_code|detainer_lift_reason2|
    detainer_lift_reason_code2|detainer_type|detainer_aor|facility_aor|detention_facility|
    detainer_facility|city|facility_city|state|facility_state|gender|citizenship_country|
    birth_year|msc_charge|most_serious_conviction_charge|detainer_threat_level|
    detainer_prep_threat_level|unique_identifier|anonymized_identifier|row_original|
    duplicate_likely
    """,
    [
      "prepare_date": { isOld($0) ? $0.date.cell : "NA" },
      "detainer_prepare_date": { isOld($0) ? "NA" : $0.date.cell },
      "detainer_lift_reason": { $0.reason.text }, "detainer_lift_reason2": { _ in "Died" },
      "detainer_type": { $0.type },
      "detention_facility": { isOld($0) ? $0.place.facility : "" },
      "detainer_facility": { isOld($0) ? "" : $0.place.facility },
      "city": { isOld($0) ? $0.place.city : "NA" },
      "facility_city": { isOld($0) ? "NA" : $0.place.city },
      "state": { isOld($0) ? $0.place.state : "NA" },
      "facility_state": { isOld($0) ? "NA" : $0.place.state }, "gender": { $0.gender },
      "citizenship_country": { $0.citizenship }, "birth_year": { "\($0.birthYear)" },
      "msc_charge": { isOld($0) ? "NA" : $0.crime },
      "most_serious_conviction_charge": { isOld($0) ? $0.crime : "NA" },
      "detainer_threat_level": { isOld($0) ? number($0.threat) : "NA" },
      "detainer_prep_threat_level": { isOld($0) ? "NA" : number($0.threat) },
      "unique_identifier": { isOld($0) ? $0.person : "NA" },
      "anonymized_identifier": { isOld($0) ? "NA" : $0.person }, "duplicate_likely": flag,
    ])

  private static func isOld(_ record: PlantedRecord) -> Bool { record.birthYear % 2 == 0 }

  static let trac = SchemaLayout(
    .trac,
    """
    state_name|state_fips|county_name|county_fips|prepare_date|source|unique_id|detainer_type|
    detainer_lift_reason|gender|citizenship_country|age_at_detainer|
    detainer_detention_facility|city|detainer_facility_type|mscc_grp|crime_grp|birth_country|
    projected_release_date|init_book_in_date|departed_date
    """, places: .county,
    [
      "state_name": { $0.place.state }, "county_name": { $0.place.county },
      // The code as numbers without their leading zero, as three digits, or not at all.
      "county_fips": {
        switch $0.birthYear % 3 {
        case 0: $0.place.fips.isEmpty ? "" : number("\(Int($0.place.fips) ?? 0)")
        case 1: "\($0.place.fips.suffix(3))"
        default: "NA"
        }
      },
      "prepare_date": { $0.date.cell }, "unique_id": { $0.person },
      "detainer_type": { $0.type }, "detainer_lift_reason": { $0.reason.text },
      "gender": { $0.gender }, "citizenship_country": { $0.citizenship },
      "detainer_detention_facility": { $0.place.facility }, "city": { $0.place.city },
      "departed_date": { _ in "6/11/2008 0:00" },
    ])

  static let canonical = SchemaLayout(
    .canonical,
    """
    issued|lifted|lift_reason|facility|facility_code|city|state|county|county_fips|aor|type|
    criminality|threat|crime|crime_code|basis|citizenship|birth_country|gender|birth_year|
    person|duplicate|week|count|source_url|confidence|note
    """, places: .county,
    [
      // A bare number is a date only under a header that says so.
      "issued": {
        ["20080315": "2008-03-15", "42132": "2015-05-08"][$0.date.cell] ?? $0.date.cell
      },
      "lift_reason": { $0.reason.text },
      "facility": { $0.place.facility }, "city": { $0.place.city },
      "state": { $0.place.state }, "county": { $0.place.county },
      "county_fips": { $0.place.fips }, "type": { $0.type }, "threat": { $0.threat },
      "crime": { $0.crime }, "citizenship": { $0.citizenship }, "gender": { $0.gender },
      "birth_year": { "\($0.birthYear)" }, "person": { $0.person }, "duplicate": flag,
    ])
}
