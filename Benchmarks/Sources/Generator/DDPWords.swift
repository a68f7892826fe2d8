/// The words of the columns that only the Deportation Data Project's file has, with rough weights.
enum DDPWords {
  static let ports: Column.Words = [
    ("BROWNSVILLE, TX, POE", 20), ("LAREDO, TX, POE", 18), ("SAN YSIDRO, CA, POE", 14),
    ("NOGALES, AZ, POE", 12), ("ALEXANDRIA, LA, FLIGHT STAGING", 16), ("EL PASO, TX, POE", 8),
    ("HARLINGEN, TX, INTERNATIONAL AIRPORT", 6), ("MIAMI, FL, INTERNATIONAL AIRPORT", 6),
  ]

  static let caseStatuses: Column.Words = [
    ("ACTIVE", 40), ("8-Excluded/Removed - Inadmissibility", 26),
    ("6-Deported/Removed - Deportability", 16), ("3-Voluntary Departure Confirmed", 6),
    ("8-Excluded/Deported/Removed", 1), ("5-Title 50 Expulsion", 0.2), ("9-VR Witnessed", 1),
    ("0-Withdrawal Permitted - I-275 Issued", 0.3), ("7-Died", 0.2),
    ("10-USC Prosecution Case Closed", 0.2), ("A-Proceedings Terminated", 3),
    ("B-Relief Granted", 2), ("D-IJ/BIA Dismissed", 1), ("E-Charging Document Canceled by ICE", 2),
    ("L-Legalization - Permanent Residence Granted", 0.2), ("P-Policy closure", 0.5),
    ("Z-SAW - Permanent Residence Granted", 0.1),
  ]

  static let entryStatuses: Column.Words = [
    ("Not  Applicable", 55), ("PWA Mexico", 25), ("No Documents", 12), ("PWA Other", 5),
    ("Entry Without Inspection", 3),
  ]

  static let felons: Column.Words = [
    ("Not an Aggravated Felon", 88), ("Other", 7), ("Drugs", 4),
    ("Both (drug and other agg felon convictions)", 1),
  ]

  static let dispositions: Column.Words = [
    ("Detainer", 45), ("Warrant of Arrest/Notice to Appear", 35), ("Other", 8),
    ("ADMINISTRATIVE DEPORTATION I-851/I-851A", 5), ("Expedited Removal (I-860)", 5),
    ("Reinstatement of Deport Order I-871", 12),
  ]

  static let categories: Column.Words = [
    ("[2A] Deportable - Under Adjudication by IJ", 30), ("[16] Reinstated Final Order", 18),
    ("[8C] Excludable / Inadmissible - Administrative Final Order Issued", 14),
    ("[3] Deportable - Administratively Final Order", 12),
    ("[8B] Excludable / Inadmissible - Under Adjudication by IJ", 10),
    ("[11] Administrative Deportation / Removal", 5),
    ("[8A] Excludable / Inadmissible - Hearing Not Commenced", 4),
    ("[8F] Expedited Removal", 3), ("[8G] Expedited Removal - Credible Fear Referral", 1),
    ("[1A] Voluntary Departure - Un-Expired and Un-Extended Departure Period", 1),
    ("[2B] Deportable - Appeal to BIA", 1), ("[5B] Removable - ICE Fugitive", 1),
  ]

  static let programs: Column.Words = [
    ("ERO Criminal Alien Program", 80), ("287G Program", 9), ("Fugitive Operations", 4),
    ("Border Patrol", 3), ("Non-Detained Docket Control", 2), ("Detained Docket Control", 2),
  ]

  static let methods: Column.Words = [
    ("CAP Local Incarceration", 50), ("CAP State Incarceration", 12), ("Custodial Arrest", 14),
    ("CAP Federal Incarceration", 7), ("287(g) Program", 8), ("Non-Custodial Arrest", 2),
    ("Located", 2), ("Probation and Parole", 1), ("Law Enforcement Agency Response Unit", 1),
    ("Criminal Alien Program", 1), ("Other Agency (turned over to INS)", 1),
    ("Worksite Enforcement", 0.1), ("ERO Reprocessed Arrest", 0.9),
  ]

  static let dutySites: Column.Words = [
    ("ERO - Pacific Enforcement Response Center", 25), ("ST. PAUL, MN, DOCKET CONTROL OFFICE", 4),
    ("HOUSTON, TX, CRIMINAL ALIEN PROGRAM", 12), ("DALLAS, TX, DOCKET CONTROL OFFICE", 10),
    ("PHOENIX, AZ, DOCKET CONTROL OFFICE", 8), ("ATLANTA, GA, DOCKET CONTROL OFFICE", 8),
    ("MIAMI, FL, DOCKET CONTROL OFFICE", 7), ("LOS ANGELES, CA, DOCKET CONTROL OFFICE", 9),
    ("SAN ANTONIO, TX, CRIMINAL ALIEN PROGRAM", 9), ("DENVER, CO, DOCKET CONTROL OFFICE", 4),
    ("CHICAGO, IL, DOCKET CONTROL OFFICE", 4),
  ]
}
