@testable import DetainerFormats

extension SchemaLayout {
  static let all = [
    n6, n6Cleaned, nprRaw, f18, c65, m65, m65Coded, a44, ddp, ddpOfAugust, ddpOld, ddpHistorical,
    trac, canonical,
  ]

  static let n6 = SchemaLayout(
    .n6, "Prepare Date|Detainer Type|Detainer Detention Facility|State|City|Detainer Lift Reason",
    [
      "Prepare Date": { $0.date.cell }, "Detainer Type": { $0.type },
      "Detainer Detention Facility": { $0.place.facility }, "State": { $0.place.state },
      "City": { $0.place.city }, "Detainer Lift Reason": { $0.reason.text },
    ])

  static let n6Cleaned = SchemaLayout(
    .n6, "date|lift_reason|det_facility|city|state|detainer_type",
    [
      "date": { $0.date.cell }, "lift_reason": { $0.reason.text },
      "det_facility": { $0.place.facility }, "city": { $0.place.city },
      "state": { $0.place.state }, "detainer_type": { $0.type },
    ])

  static let nprRaw = SchemaLayout(
    .nprRaw,
    """
    Prepare.Date|Detainer.Type|Detainer.Detention.Facility|Detention.Facility|State|City|
    Detainer.Lift.Reason|Detainer.Lift.Reason.2.Code|OSC.Served.Yes.No|OSC.Served.Date|
    Area.Of.Responsibility|Citizenship.Country|Gender|Birth.Date|Birth.Year
    """,
    [
      "Prepare.Date": { $0.date.cell }, "Detainer.Type": { $0.type },
      // Some years fill the one, some the other.
      "Detainer.Detention.Facility": { $0.birthYear % 2 == 0 ? $0.place.facility : "" },
      "Detention.Facility": { $0.birthYear % 2 == 1 ? $0.place.facility : "" },
      "State": { $0.place.state }, "City": { $0.place.city },
      "Detainer.Lift.Reason": { $0.reason.text }, "Citizenship.Country": { $0.citizenship },
      "Gender": { $0.gender }, "Birth.Year": { "\($0.birthYear)" },
    ])

  static let f18 = SchemaLayout(
    .f18,
    """
    Detainer_Prepare_Date|Detainer_Lift_Date|Detainer_Prepare_Fiscal_Year|Detainer_Lift_Reason|
    Detainer_Lift_Reason_Code|Detainer_Lift_Reason2|Detainer_Lift_Reason_Code2|Detainer_Type|
    Arrest_Warrant_Served_Yes_No|Arrest_Warrant_Served_Date|Deportation_Ordered_Yes_No|
    Active_Investigation_Yes_No|Detainer_AOR|Program|Active_Yes_No|Latest_Detainer_Yes_No|
    Detainer_Detention_Facility|Detainer_Detention_Facility_Code|Detainer_Facility_Function|
    Detainer_Facility_Type|Other_Detainer_Facility_Name|Request_Acceptance_Yes_No|
    Previous_Detainer_Cancel_Yes_No|Previous_Detainer_Cancel_Prep_Date|Projected_Release_Date|
    Apprehension_AOR|Apprehension_Site|Apprehension_Site_Landmark|Apprehension_Method|
    Apprehension_Final_Program|Apprehension_Date|Departed_Date|Departure_Country|Gender|
    Birth_Country|Birth_City|Birth_State|Citizenship_Country|Birth_Date|Race|Ethnicity|Birth_Year|
    Entry_Date|Entry_Status|Detainer_Most_Serious_Conviction_Charge|
    Detainer_Most_Serious_Conviction_Charge_Code|Detainer_Most_Serious_Conviction_Crime_Class|
    Detainer_Most_Serious_Conviction_Conviction_Date|Detainer_Most_Serious_Conviction_Charge_Date|
    Detainer_Most_Serious_Charge|Detainer_Most_Serious_Charge_Code|
    Detainer_Most_Serious_Pending_Charge|Detainer_Prepared_Criminality|Detainer_Threat_Level|
    EID_DTA_ID|EID_Subject_ID|EID_Case_ID|Alien_Number_Unique_Identifier|Alien_File_Number|
    Subject_Name
    """, places: .facilityWithoutState,
    [
      "Detainer_Prepare_Date": { $0.date.cell }, "Detainer_Lift_Date": { _ in "42140.5" },
      "Detainer_Lift_Reason": reasonOrCode, "Detainer_Lift_Reason_Code": code,
      "Detainer_Lift_Reason2": { _ in "Died" }, "Detainer_Type": { $0.type },
      "Detainer_AOR": { _ in "Saint Paul Area of Responsibility" },
      "Apprehension_AOR": { _ in "Chicago Area of Responsibility" },
      "Detainer_Detention_Facility": { $0.place.facility }, "Gender": { $0.gender },
      "Birth_State": { _ in "JALISCO" }, "Birth_City": { _ in "TRAVIS" },
      "Birth_Date": { _ in "1980-01-01" }, "Birth_Year": { number("\($0.birthYear)") },
      "Citizenship_Country": { $0.citizenship },
      "Detainer_Most_Serious_Conviction_Charge": { $0.crime },
      "Detainer_Most_Serious_Charge": { _ in "Arson" },
      "Detainer_Threat_Level": { number($0.threat) },
      "Alien_Number_Unique_Identifier": { $0.person },
    ])

  static let c65 = SchemaLayout(
    .c65,
    """
    Detainer Prepare Date|Facility State|Facility AOR|Port of Departure|Departure Country|
    Departed Date|Case Status|Detainer Prepared Criminality|Detention Facility|
    Detention Facility Code|Facility City|Detainer Prep Threat Level|Gender|Citizenship Country|
    Birth Country|Birth Date|Birth Year|Entry Status|Most Serious Conviction (MSC) Charge|
    MSC Sentence Days|MSC Sentence Months|MSC Sentence Years|MSC Charge Code|MSC Charge Date|
    MSC Conviction Date|Felon|Processing Disposition|Case Category|Final Program|
    Time of Apprehension Case Category|Time of Apprehension Current Program|Apprehension Method|
    Final Order Yes No|Final Order Date|Apprehension Date|Entry Date|Prior Felony Yes No|
    Multiple Prior MISD Yes No|Violent Misdemeanor Yes No|Illegal Entry Yes No|
    Illegal Reentry Yes No|Immigration Fraud Yes No|Significant Risk Yes No|
    Other Removal Reason Yes No|Other Removal Reason|Criminal Street Gang Yes No|
    Aggravated Felony Yes No|Deportation Ordered Yes No|Order to Show Cause Served Yes No|
    Order to Show Cause Served Date|Biometric Match Yes No|Statements Made Yes No|
    Unlawful Attempt Yes No|Unlawful Entry Yes No|Visa Yes No|Final Order Yes No|
    Federal Interest Yes No|Resume Custody Yes No|Detainer Lift Reason|Detainer Type|
    Alien File Number|EID Case ID|EID Subject ID|EID DTA ID|Unique Identifier
    """,
    [
      "Detainer Prepare Date": { $0.date.cell }, "Facility State": { $0.place.state },
      "Detention Facility": { $0.place.facility }, "Facility City": { $0.place.city },
      "Detainer Prep Threat Level": { $0.threat }, "Gender": { $0.gender },
      "Citizenship Country": { $0.citizenship }, "Birth Year": { "\($0.birthYear)" },
      "Most Serious Conviction (MSC) Charge": { $0.crime },
      "Detainer Lift Reason": { $0.reason.text }, "Detainer Type": { $0.type },
      "Unique Identifier": { $0.person },
    ])

  private static let m65Header = """
    Detainer Prepare Date|Facility State|Facility AOR|Port of Departure|Departure Country|
    Departed Date|Case Status|Detainer Criminality|Detainer Facility|Detainer Facility Code|
    Facility City|Detainer Threat Level|Gender|Citizenship Country|Birth Country|Birth Date|
    Birth Year|Entry Status|MSC Charge|MSC Sentence Days|MSC Sentence Months|MSC Sentence Years|
    MSC Charge Code|MSC Charge Date|MSC Conviction Date|Aggravated Felon Yes No|
    Processing Disposition|Case Category|TOA Case Category|TOA Current Program|
    Apprehension Method|Final Order Yes No|Final Order Date|Apprehension Date|Entry Date|
    Prior Felony Yes No|Multiple Prior MISD Yes No|Violent Misdemeanor Yes No|
    Illegal Entry Yes No|Illegal Reentry Yes No|Immigration Fraud Yes No|Significant Risk Yes No|
    Other Removal Reason Yes No|Other Removal Reason|Criminal Street Gang Yes No|
    Aggravated Felony Yes No|Deportation Ordered Yes No|Order to Show Cause Served Yes No|
    Order to Show Cause Served Date|Biometric Match Yes No|Statements Made Yes No|
    Unlawful Attempt Yes No|Unlawful Entry Yes No|Visa Yes No|Federal Register Notice Yes No|
    Resume Custody Yes No|Detainer Lift Reason|Detainer Lift Reason Code|
    Active Investigation Yes No|Arrest Warrant Served Date|Detainer Type|
    Notify Release Request Yes No|TOD Current Duty Site|EID DTA ID|Anonymized Identifier
    """

  private static func m65(_ reason: @escaping Fill) -> SchemaLayout {
    SchemaLayout(
      .m65, m65Header,
      [
        "Detainer Prepare Date": { $0.date.cell }, "Facility State": { $0.place.state },
        "Detainer Facility": { $0.place.facility }, "Facility City": { $0.place.city },
        "Detainer Threat Level": { $0.threat }, "Gender": { $0.gender },
        "Citizenship Country": { $0.citizenship }, "Birth Year": { "\($0.birthYear)" },
        "MSC Charge": { $0.crime }, "Detainer Lift Reason": reason,
        "Detainer Lift Reason Code": code, "Detainer Type": { $0.type },
        "Anonymized Identifier": { $0.person },
      ])
  }

  static let m65 = m65 { $0.reason.text }
  /// The reasons of half of the declined and booked are withheld; their codes are not.
  static let m65Coded = m65(reasonOrCode)

  static let a44 = SchemaLayout(
    .a44,
    """
    Apprehension Date|Apprehension Method|Biometric Match Yes No|Birth Country|Birth Year|
    Case Category|Case Status|Citizenship Country|Departed Date|Departure Country|
    Deportation Ordered Yes No|Detainer Lift Reason|Detainer Prepared Threat Level|
    Detainer Prepared Date|Detainer Prepared Criminality|Detainer Type|Detention Facility|
    Detention Facility Code|Entry Date|Entry Status|AOR|City|State|Felon|Final Order Date|
    Final Order Yes No|TOD Final Program|Gender|MSC Charge|MSC Charge Code|MSC Charge Date|
    MSC Conviction Date|Sentence Days|Sentence Months|Sentence Years|
    Order to Show Cause Served Yes No|Port Of Departure|Processing Disposition|
    Resume Custody Yes No|Statements Made Yes No|TOA Case Category|TOA Case Category Code|
    Alien File Number|Anonymized Unique Identifier
    """,
    [
      "Detainer Prepared Date": { $0.date.cell }, "State": { $0.place.state },
      "City": { $0.place.city }, "Detention Facility": { $0.place.facility },
      "Detainer Prepared Threat Level": { number($0.threat) }, "Gender": { $0.gender },
      "Citizenship Country": { $0.citizenship }, "Birth Year": { "\($0.birthYear)" },
      "MSC Charge": { $0.crime }, "Detainer Lift Reason": { $0.reason.text },
      "Detainer Type": { $0.type }, "Anonymized Unique Identifier": { $0.person },
    ])
}
