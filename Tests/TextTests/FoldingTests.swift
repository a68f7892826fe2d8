import Foundation
import Testing
import Text

/// Case and accents of Latin, held against the data of Unicode 14.
struct FoldingTests {
  /// Each letter behind what is left of its compatibility decomposition without marks.
  private static let decomposed = """
    a ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ
    a ÅＡａ
    b ḂḃḄḅḆḇＢｂ
    c ÇçĆćĈĉĊċČčḈḉＣｃ
    d ĎďḊḋḌḍḎḏḐḑḒḓＤｄ
    dz ǄǅǆǱǲǳ
    e ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệＥｅ
    f ḞḟＦｆ
    ff ﬀ
    ffi ﬃ
    ffl ﬄ
    fi ﬁ
    fl ﬂ
    g ĜĝĞğĠġĢģǦǧǴǵḠḡＧｇ
    h ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖＨｈ
    i ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊịＩｉ
    ij Ĳĳ
    j ĴĵǰＪｊ
    k ĶķǨǩḰḱḲḳḴḵKＫｋ
    l ĹĺĻļĽľḶḷḸḹḺḻḼḽＬｌ
    lj Ǉǈǉ
    m ḾḿṀṁṂṃＭｍ
    n ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋＮｎ
    nj Ǌǋǌ
    o ºÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚ
    o ớỜờỞởỠỡỢợＯｏ
    p ṔṕṖṗＰｐ
    q Ｑｑ
    r ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟＲｒ
    s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛＳｓ
    st ﬅﬆ
    t ŢţŤťȚțṪṫṬṭṮṯṰṱẗＴｔ
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự
    u Ｕｕ
    v ṼṽṾṿＶｖ
    w ŴŵẀẁẂẃẄẅẆẇẈẉẘＷｗ
    x ẊẋẌẍＸｘ
    y ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹＹｙ
    z ŹźŻżŽžẐẑẒẓẔẕＺｚ
    """

  /// Letters that Unicode does not decompose.
  private static let others = """
    a Ⱥⱥ
    ae ÆæǢǣǼǽ
    b ƀƁɓƂƃɃ
    c ƇƈȻȼ
    d ÐðĐđƉɖƊɗƋƌȡ
    db ȸ
    e ƎǝƐɛɆɇ
    f Ƒƒ
    g ƓɠǤǥ
    h ĦħⱧⱨ
    hv ƕǶ
    i ıƗɨ
    j ȷɈɉ
    k ĸƘƙⱩⱪ
    l ŁłƚȽȴⱠⱡ
    ll Ỻỻ
    m Ɯɯ
    n ŊŋƝɲƞȠȵ
    o ØøǾǿƆɔƟɵ
    oe Œœ
    oi Ƣƣ
    ou Ȣȣ
    p Ƥƥ
    q Ɋɋ
    qp ȹ
    r Ɍɍ
    s ȿ
    ss ßẞ
    t ŦŧƫƬƭƮʈȾȶ
    th Þþ
    u Ʉʉ
    v ƲʋɅʌỼỽ
    y ƳƴɎɏỾỿ
    z ƵƶȤȥɀ
    """

  private static func pairs(_ table: String) -> [(letter: Character, plain: String)] {
    table.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: " ")
      return parts[1].map { ($0, String(parts[0])) }
    }
  }

  @Test func everyLetterOfLatinBecomesLettersOfASCII() {
    let decomposed = Self.pairs(Self.decomposed)
    #expect(decomposed.count == 569)
    for (letter, plain) in decomposed + Self.pairs(Self.others) {
      let text = String(letter)
      let point = text.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(folded(text) == plain, "\(text) \(point)")
      #expect(folded("X" + text + "y") == "x" + plain + "y", "\(text) \(point)")
      #expect(unaccented(text).lowercased() == plain, "\(text) \(point)")
      #expect(unaccented(text).utf8.allSatisfy { $0 < 0x80 }, "\(text) \(point)")
      // A small letter stays small, and a capital one a capital.
      if text.lowercased() == text {
        #expect(unaccented(text) == plain, "\(text) \(point)")
      } else if letter.isUppercase {
        #expect(unaccented(text).first?.isUppercase == true, "\(text) \(point)")
      }
    }
  }

  @Test func bothNormalFormsAreOneText() {
    var decomposing = 0
    for value in (0xA0..<0x370).map({ $0 }) + (0x1E00..<0x1F00).map({ $0 }) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let composed = String(scalar)
      let parts = composed.decomposedStringWithCanonicalMapping
      if parts.unicodeScalars.count > 1 { decomposing += 1 }
      #expect(Array(folded(parts).utf8) == Array(folded(composed).utf8), "\(composed) \(value)")
      #expect(Array(unaccented(parts).utf8) == Array(unaccented(composed).utf8))
    }
    #expect(decomposing > 490)
    #expect(folded("n\u{303}") == "n" && folded("ñ") == "n")
    #expect(folded("e\u{302}\u{301}") == "e" && folded("ế") == "e")
  }

  @Test func whatIsNoLetterOfLatinStaysInLowerCase() {
    let cases = [
      ("", ""), ("A-b 1/2", "a-b 1/2"), ("×÷", "×÷"), ("Əə Ʒʒ Ɣ", "əə ʒʒ ɣ"), ("東京", "東京"),
      ("ДОМ", "дом"), ("№ 5 – “x”", "№ 5 – “x”"), ("🇺🇸", "🇺🇸"), ("¿Qué?", "¿que?"),
      ("ＪＡＩＬ　１２", "jail　12"),
    ]
    for (text, fold) in cases { #expect(folded(text) == fold, "\(text)") }
    #expect(folded("xÑx".dropFirst()) == "nx")
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(String(scalar))
      #expect(folded(once) == once, "\(value)")
    }
  }

  @Test func foldingTakesAccentsAndCaseAway() {
    let cases = [
      ("Doña Ana", "dona ana"), ("Bayamón", "bayamon"), ("Łódź", "lodz"), ("Straße", "strasse"),
      ("DON\u{303}A", "dona"), ("Ærø", "aero"), ("TRAVIS", "travis"), ("東京", "東京"), ("İ", "i"),
      ("ﬁ", "fi"), ("n\u{303}", "n"), ("Œ", "oe"), ("ð", "d"), ("ı", "i"), ("ſ", "s"), ("ạ", "a"),
      ("Ａ", "a"), ("ŋ", "n"), ("x", "x"), ("đ", "d"), ("Þ", "th"),
    ]
    for (text, fold) in cases { #expect(folded(text) == fold, "\(text)") }
    #expect(unaccented("Doña") == "Dona")
  }
}
