import DetainerModel
import Synchronization

/// Reads the pages in which the columns of a row group begin with several threads, each a column.
struct PagesTogether: Sendable {
  let file: FileBytes
  let threads: Int

  /// Makes the pages at hand those that have a row of the table, as far as they can be read.
  func load(_ row: Int, _ cursors: inout [ColumnCursor], _ cells: inout [CellColumn]) {
    let late = cursors.indices.filter { !cursors[$0].rows.contains(row) }
    guard late.count > 1, threads > 1 else { return }
    var columns: [ColumnToLoad] = []
    for column in late {
      columns.append(ColumnToLoad(cursors[column], cells[column].raw))
      // What is held in two places would be copied when it changes.
      cursors[column] = cursors[column].anew
      cells[column].raw = GrowingDictionary()
    }
    let loading = SharedQuestion(columns.count, threads: threads) { [columns, file] in
      columns[$0].load(row, of: file)
    }
    _ = loading.answer()
    for (column, loaded) in zip(late, columns) {
      (cursors[column], cells[column].raw) = loaded.result
    }
  }
}

/// A column that a thread has while it reads a page.
private final class ColumnToLoad: Sendable {
  private struct State: Sendable {
    var cursor: ColumnCursor
    var texts: GrowingDictionary
  }

  private let state: Mutex<State>

  init(_ cursor: ColumnCursor, _ texts: GrowingDictionary) {
    state = Mutex(State(cursor: cursor, texts: texts))
  }

  /// Reads the page; false where it cannot be read, which is told when it is asked for again.
  func load(_ row: Int, of file: FileBytes) -> Bool {
    state.withLock { state in
      file.withBytes { bytes in
        do throws(ParquetProblem) {
          try state.cursor.load(row, of: bytes, in: &state.texts)
          return true
        } catch {
          state.cursor = state.cursor.anew
          return false
        }
      }
    }
  }

  /// The column as it is now, given away.
  var result: (cursor: ColumnCursor, texts: GrowingDictionary) {
    state.withLock { state in
      defer { state = State(cursor: state.cursor.anew, texts: GrowingDictionary()) }
      return (state.cursor, state.texts)
    }
  }
}
