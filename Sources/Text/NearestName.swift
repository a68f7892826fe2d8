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

/// How many letters are put in, left out, changed, or swapped with the next one.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  var before: [Int] = []
  var row = Array(0...b.count)
  for i in a.indices {
    var next = [i + 1]
    for j in b.indices {
      var distance = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, before[j - 1] + 1)
      }
      next.append(distance)
    }
    (before, row) = (row, next)
  }
  return row[b.count]
}
