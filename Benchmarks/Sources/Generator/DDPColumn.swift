/// One column of the Deportation Data Project's file: its name and where its values come from.
struct DDPColumn {
  enum Content {
    case issued, state, aor, criminality, facility, facilityCode, city, threat, gender
    case citizenship, birthCountry, birthYear, charge, chargeCode, liftReason, liftReasonCode
    case type, person, duplicate, file, sheet, row
    /// Port, country and day belong together: they are there for the same third of the rows.
    case departurePort(FieldTexts, WeightedChoice), departureCountry, departedDate
    /// A day of the years before the detainer, where there is a charge.
    case chargeDate(before: Int)
    case number(below: Int, present: Double)
    case day(before: Int, present: Double)
    case choice(FieldTexts, WeightedChoice, present: Double)
  }

  let name: String
  let content: Content

  static func all(delimiter: UInt8) -> [DDPColumn] {
    func choice(_ name: String, _ values: [(String, Double)], present: Double) -> DDPColumn {
      let texts = FieldTexts(values.map(\.0), delimiter: delimiter)
      return DDPColumn(
        name: name,
        content: .choice(texts, WeightedChoice(values.map(\.1)), present: present))
    }
    func flag(_ name: String, _ present: Double, yes: Double = 0.2) -> DDPColumn {
      choice(name, [("YES", yes), ("NO", 1 - yes)], present: present)
    }
    func column(_ name: String, _ content: Content) -> DDPColumn {
      DDPColumn(name: name, content: content)
    }
    let ports = FieldTexts(DDPWords.ports.map(\.0), delimiter: delimiter)
    let portChoice = WeightedChoice(DDPWords.ports.map(\.1))
    return [
      column("detainer_prepare_date", .issued),
      column("facility_state", .state),
      column("facility_aor", .aor),
      column("port_of_departure", .departurePort(ports, portChoice)),
      column("departure_country", .departureCountry),
      column("departed_date", .departedDate),
      choice("case_status", DDPWords.caseStatuses, present: 0.51),
      column("detainer_prepared_criminality", .criminality),
      column("detention_facility", .facility),
      column("detention_facility_code", .facilityCode),
      column("facility_city", .city),
      column("detainer_prep_threat_level", .threat),
      column("gender", .gender),
      column("citizenship_country", .citizenship),
      column("birth_country", .birthCountry),
      column("birth_year", .birthYear),
      choice("entry_status", DDPWords.entryStatuses, present: 0.76),
      column("most_serious_conviction_charge", .charge),
      column("msc_sentence_days", .number(below: 652, present: 0.08)),
      column("msc_sentence_months", .number(below: 325, present: 0.08)),
      column("msc_sentence_years", .number(below: 92, present: 0.08)),
      column("msc_charge_code", .chargeCode),
      column("msc_charge_date", .chargeDate(before: 3_000)),
      column("msc_conviction_date", .chargeDate(before: 2_500)),
      choice("felon", DDPWords.felons, present: 0.5),
      choice("processing_disposition", DDPWords.dispositions, present: 0.99),
      choice("case_category", DDPWords.categories, present: 0.51),
      choice("arrest_time_case_category", DDPWords.categories, present: 0.25),
      choice("arrest_time_current_program", DDPWords.programs, present: 0.99),
      choice("apprehension_method", DDPWords.methods, present: 0.25),
      flag("final_order_yes_no", 0.51, yes: 0.45),
      column("final_order_date", .day(before: 2_000, present: 0.31)),
      column("apprehension_date", .day(before: 30, present: 0.25)),
      column("entry_date", .day(before: 3_600, present: 0.13)),
      flag("prior_felony_yes_no", 0.36),
      flag("multiple_prior_misd_yes_no", 0.29),
      flag("violent_misdemeanor_yes_no", 0.36),
      flag("illegal_entry_yes_no", 0.004),
      flag("illegal_reentry_yes_no", 0.28),
      flag("immigration_fraud_yes_no", 0.003),
      flag("significant_risk_yes_no", 0.28),
      flag("other_removal_reason_yes_no", 0.003),
      flag("criminal_street_gang_yes_no", 0.28, yes: 0.01),
      flag("aggravated_felony_yes_no", 0.31),
      flag("deportation_ordered_yes_no", 0.8),
      flag("order_show_cause_served_yes_no", 0.8),
      flag("biometric_match_yes_no", 0.8, yes: 0.9),
      flag("statements_made_yes_no", 0.8, yes: 0.6),
      flag("unlawful_attempt_yes_no", 0.003),
      flag("unlawful_entry_yes_no", 0.003),
      flag("visa_yes_no", 0.003),
      flag("federal_interest_yes_no", 0.5),
      flag("resume_custody_yes_no", 1),
      column("detainer_lift_reason", .liftReason),
      column("detainer_lift_reason_code", .liftReasonCode),
      flag("active_investigation_yes_no", 0.05),
      column("detainer_type", .type),
      flag("notify_release_request_yes_no", 0.5, yes: 0.9),
      choice("tod_current_duty_site", DDPWords.dutySites, present: 0.9),
      column("unique_identifier", .person),
      column("duplicate_likely", .duplicate),
      column("file_original", .file),
      column("sheet_original", .sheet),
      column("row_original", .row),
    ]
  }
}
