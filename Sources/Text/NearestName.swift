/// The candidate that takes the fewest edits to reach, if it is near enough to be meant.
package func nearestName(to text: String, among candidates: [String]) -> String? {
  let limit = max(2, text.count / 2)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let distance =
      candidate.hasPrefix(text) && !text.isEmpty ? 0 : editDistance(text, candidate)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.name
}

private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let substitution = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
