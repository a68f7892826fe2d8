import Browser
import DetainerFormats
import DetainerModel
import Foundation
import Screen

/// Invented detainers of a few weeks, on which filters and keys are tried.
private let invented: Dataset = {
  var text = "issued,lifted,lift_reason,facility,city,state,crime,person,threat_level,Case Status\n"
  let places = [
    "TRAVIS COUNTY JAIL,AUSTIN,TX", "WELD COUNTY JAIL,GREELEY,CO",
    "QUEENS CENTRAL BOOKING,QUEENS,NY",
    "\"JAIL, OLD\",,", "DOÑA ANA COUNTY JAIL,LAS CRUCES,NM",
  ]
  let reasons = ["Detainer Declined by LEA", "Booked into Detention", "", "Case Closed"]
  for row in 0..<60 {
    let month = 1 + row % 3
    let (issued, lifted) = ("2017-0\(month)-\(10 + row % 17)", "2017-0\(month + 1)-\(10 + row % 9)")
    let reason = reasons[row % reasons.count]
    text += "\(issued),\(reason.isEmpty ? "" : lifted),\(reason),\(places[row % places.count]),"
    text += "\(row % 4 == 0 ? "" : "Assault \(row % 6)"),p\(row / 2),\(row % 4),open \(row % 3)\n"
  }
  // The other columns are read again from the file, so that it stays until the end.
  let file = scratch.appending(path: "invented.csv")
  guard (try? Data(text.utf8).write(to: file)) != nil,
    let data = try? DataDirectory.open(file.path), data.table.rowCount == 60
  else { fatalError("the invented detainers cannot be read") }
  return data
}()

/// A filter that can be read means the same when it is written out and read again.
func parseFilter(_ text: String) {
  let filter: Filter
  do { filter = try FilterParser.parse(text) } catch {
    precondition(!error.description.isEmpty, "a refusal without a sentence")
    return
  }
  guard let again = try? FilterParser.parse(filter.text) else {
    fatalError("“\(text)” is written as “\(filter.text)”, which cannot be read")
  }
  precondition(again == filter, "“\(text)” is written as “\(filter.text)”, which is another filter")
  let first = rows(of: filter)
  precondition(first == rows(of: again), "“\(text)” chooses other rows when it is asked again")
  read(Query(filter), of: invented)
}

/// The rows that a filter chooses; nil where it names nothing that there is.
private func rows(of filter: Filter) -> [Int]? {
  (try? Selection(Query(filter), in: invented))?.detainers()
}

/// Presses keys in a browser whose size is in the first two bytes, and draws after each.
func pressKeys(_ bytes: [UInt8]) {
  guard bytes.count > 2 else { return }
  let size = Size(columns: 1 + Int(bytes[0]) % 200, rows: 1 + Int(bytes[1]) % 60)
  var state = BrowserState(dataset: invented, size: size)
  for key in keys(of: String(decoding: bytes.dropFirst(2), as: UTF8.self)).prefix(100) {
    state.press(key)
    precondition(state.draw() == state.draw(), "a screen that is drawn twice differs")
  }
  // From wherever it is, Esc leads back to where another one changes nothing.
  for _ in 0..<200 { state.press(.escape) }
  let resting = state.draw()
  state.press(.escape)
  precondition(state.draw() == resting, "Esc does not lead back")
}

/// The keys that a text writes down; what is not the name of a key is typed as it stands.
private func keys(of text: String) -> [Key] {
  var (keys, rest): ([Key], Substring) = ([], text[...])
  while !rest.isEmpty {
    let name = rest.first == "<" ? rest.prefix(12).firstIndex(of: ">").map { rest[...$0] } : nil
    if let name, let named = try? Key.parse(String(name)) {
      keys += named
      rest = rest[name.endIndex...]
    } else {
      let typed = rest.removeFirst()
      keys += (try? Key.parse(typed == "<" ? "<<" : String(typed))) ?? []
    }
  }
  return keys
}
