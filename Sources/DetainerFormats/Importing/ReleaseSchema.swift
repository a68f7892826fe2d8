/// A family of released files, told by the names of its columns.
enum ReleaseSchema: String, Hashable, Sendable, CaseIterable {
  /// Six columns of FOIA 15-87693 and 15-06333, 2007 to 2015.
  case n6 = "N6"
  /// The raw files behind the six columns, with everything that was released.
  case nprRaw = "NPRraw"
  /// 2025-ICFO-18038: about 115 columns, the only release with lift dates.
  case f18 = "F18"
  /// 2025-ICLI-00019 and its updates of 2025: 65 columns.
  case c65 = "C65"
  /// 2026-ICLI-00005 of March 2026: 65 columns with codes of lift reasons.
  case m65 = "M65"
  /// The release of August 2026: 44 columns in alphabetical order.
  case a44 = "A44"
  /// The files of the Deportation Data Project, one release cleaned.
  case ddp = "DDP"
  /// The files of the Deportation Data Project, several releases put together.
  case ddpHistorical = "DDPh"
  /// The research table made from files of TRAC.
  case trac = "TRAC"
  /// The columns of a data directory.
  case canonical = "canonical"

  /// Recognises a file by the names in its header; nil when it is not a known release.
  init?(columns names: [String]) {
    guard let schema = ReleaseHeader(names: names)?.schema else { return nil }
    self = schema
  }

  /// Recognises a file by the keys of the names in its header.
  init?(keys: Set<String>) {
    func has(_ names: String...) -> Bool { keys.isSuperset(of: names.map(ReleaseHeader.key)) }
    let isCleaned = has("file_original") || has("duplicate_likely") || has("file", "sheet", "row")
    if has("state_name"), has("county_name") || has("state_fips") {
      self = .trac
    } else if has("prepare_date"), has("detainer_aor") || has("detainer_lift_reason2"), isCleaned {
      self = .ddpHistorical
    } else if isCleaned, has("detainer_prepare_date") || has("detainer_prepared_date") {
      self = has("detainer_lift_date") ? .ddpHistorical : .ddp
    } else if has("Detainer_Lift_Date") || has("Detainer_Prepare_Fiscal_Year") {
      self = .f18
    } else if has("Detainer Prepared Date") {
      self = .a44
    } else if has("Detainer Prepare Date"), has("Anonymized Identifier") {
      self = .m65
    } else if has("Detainer Prepare Date"), has("Facility State") {
      self = has("Detainer Criminality") || has("Detainer Facility") ? .m65 : .c65
    } else if has("Prepare Date") {
      self = keys.count > 10 ? .nprRaw : .n6
    } else if has("date", "det_facility") {
      self = .n6
    } else if has("issued") || has("week") || has("lifted") {
      self = .canonical
    } else {
      return nil
    }
  }
}
