import Testing
import Text

/// What is typed finds a text by its beginning, its initials, its words or its letters.
@Suite struct FuzzyTextTests {
  private let diego = FuzzyText(forms: [
    ["san", "diego", "county", "ca"], ["ca", "san", "diego", "county"],
  ])

  private func fit(_ typed: String) -> FuzzyText.Fit? { diego.fit(FuzzyText.words(typed)) }

  @Test func theBestFitIsNamed() {
    #expect(fit("") == .wholeWords)
    #expect(fit("sand") == .beginning)
    #expect(fit("San Diego") == .wholeWords)
    #expect(fit("ca san d") == .beginning)
    #expect(fit("DIEG") == .laterWord)
    #expect(fit("sdc") == .initials)
    #expect(fit("cadi") == .initials)
    #expect(fit("di san") == .anyOrder)
    #expect(fit("iego") == .within)
    #expect(fit("sncty") == .letters)
    #expect(fit("sandx") == nil)
    #expect(fit("diego tx") == nil)
  }

  @Test func accentsAndSignsAreNoPartOfIt() {
    #expect(FuzzyText("Doña Ana County").fit(FuzzyText.words("dona ana")) == .wholeWords)
    #expect(
      FuzzyText("Prince George's County").fit(FuzzyText.words("prince georges")) == .wholeWords)
  }

  /// Against the rule in plain words: letters in their order, wherever they stand.
  @Test func whatFitsHasTheLettersSomewhere() {
    let words = ["ab", "abc", "b", "ca", "bb"]
    for a in words {
      for b in words {
        let text = FuzzyText(forms: [[a, b]])
        for typed in words.flatMap({ x in words.map { x + $0 } }) {
          var left = Array(typed)[...]
          for letter in a + b where letter == left.first { left.removeFirst() }
          #expect((text.fit([typed]) != nil) == left.isEmpty, "\(typed) in \(a) \(b)")
        }
      }
    }
  }
}
