@testable import DetainerModel
import Testing
import Text

/// How names of places are compared.
struct PlaceSpellingRuleTests {
  @Test func `Names that mean the same have one key`() {
    let alike = [
      ["St. Louis", "ST LOUIS", "Saint Louis", "st.louis"],
      ["Prince George's", "PRINCE GEORGES", "Prince George’s"],
      ["La Salle", "LASALLE", "la-salle"], ["Doña Ana", "dona ana"],
      ["Sainte Genevieve", "Ste. Genevieve"], ["Fort Bend", "FT BEND"], ["Mount", "Mt."],
    ]
    for names in alike {
      #expect(Set(names.map(PlaceSpelling.key)).count == 1, "\(names)")
    }
    #expect(PlaceSpelling.key("Clark") != PlaceSpelling.key("Clarke"))
    #expect(PlaceSpelling.key("Stark") == "STARK")
  }

  @Test func `A list is narrowed by the words of a name`() {
    func finds(_ typed: String, _ state: String, _ county: String) -> Bool {
      PlaceSpelling.fuzzy(Jurisdiction(state: state, county: county, fips: ""))
        .fit(FuzzyText.words(typed)) != nil
    }
    for typed in ["st louis", "saint louis, mo", "ST. LOU", "mo st louis", "molou", "stlou"] {
      #expect(finds(typed, "MO", "St. Louis County"), "\(typed)")
    }
    #expect(!finds("st louis il", "MO", "St. Louis County"))
    #expect(finds("lasalle", "TX", "La Salle County"))
  }

  @Test func `A comma before its state does not end the name of a county`() {
    let places = OracleTests.places
    let county = places.counties[0].jurisdiction
    let written = "\(county.county), \(county.state)"
    #expect(places.names(inList: written + ",x, y z") == [written, "x", "y z"])
    #expect(places.names(inList: " a ,, b") == ["a", "b"])
  }
}
