/// Most serious convictions, as often as the project's table of charges says.
struct Charges {
  let texts: [String]
  let codes: [String]
  private let choice: WeightedChoice

  init() {
    let table = ReferenceTable.charges
    texts = table["charge"]
    // The table pairs a code with a charge only where one was seen; the others get one of their own.
    codes = zip(table["code"], table.rows.indices).map { code, row in
      code.isEmpty ? String(6000 + row) : code
    }
    choice = WeightedChoice(table["weight"].map { Double($0) ?? 0 })
  }

  func draw(_ random: inout SplitMix64) -> Int {
    choice.draw(&random)
  }
}
