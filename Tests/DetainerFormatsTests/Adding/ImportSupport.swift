import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// A folder with `data`, where a data directory may be, and release files beside it.
struct ImportFolder: ~Copyable {
  let path: String
  var data: String { path + "/data" }

  init() throws {
    path = makeTemporaryDirectory()
  }

  deinit { removeTree(path) }

  /// Puts a file beside the directory, or into it.
  @discardableResult
  func put(_ text: String, _ name: String) throws -> String {
    let file = path + "/" + name
    TestSupport.put(text.utf8, at: file)
    return file
  }

  /// Every file below the folder `data`, hidden ones too, with what it holds.
  func contents() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: data) {
      files[name] = FileManager.default.contents(atPath: data + "/" + name) ?? Data()
    }
    return files
  }

  func text(_ name: String) -> String {
    TestSupport.contents(of: path + "/" + name)
  }

  /// Imports with the usual options.
  @discardableResult
  func add(
    _ files: String..., name: String? = nil, _ adjust: (inout ReleaseImport) -> Void = { _ in }
  ) throws -> [ReleaseSummary] {
    var task = ReleaseImport(files: files.map { path + "/" + $0 }, directory: data, name: name)
    adjust(&task)
    return try task.run()
  }

  /// The sentences with which an import is refused, the folder's path taken out.
  func refusal(_ body: () throws -> Void) throws -> [String] {
    let error = #expect(throws: ImportError.self) { try body() }
    return (error?.sentences ?? []).map { $0.replacingOccurrences(of: path + "/", with: "") }
  }
}

/// The rows that a command would print, without source, file and row.
enum Printed {
  static func weeks(_ data: Dataset) throws -> [[Value]] {
    let selection = try Selection(Query(), in: data)
    return rows(selection.weeksListing(selection.weeks()))
  }

  static func jurisdictions(_ data: Dataset) throws -> [[Value]] {
    let selection = try Selection(Query(), in: data)
    return rows(selection.jurisdictionsListing(try selection.jurisdictions()))
  }

  /// In the order of their text, because files by year come in another order.
  static func detainers(_ data: Dataset) throws -> [[Value]] {
    let selection = try Selection(Query(), in: data)
    return rows(selection.detainersListing(Array(0..<data.table.rowCount)))
      .sorted { "\($0)" < "\($1)" }
  }

  /// What only the detail shows: the whole type, and how the county was found.
  static func details(_ data: Dataset) -> [String] {
    let table = data.table
    return (0..<table.rowCount).map { row in
      "\(table.text(.type, row))|\(table.site(row).placement)|\(table.date(row).iso)"
        + "|\(table.isTally(row))|\(table.outcome(row)?.name ?? "")"
    }.sorted()
  }

  private static func rows(_ listing: Listing) -> [[Value]] {
    let kept = listing.columns.indices.filter {
      !["source", "file", "row"].contains(listing.columns[$0].name)
    }
    return (0..<listing.rowCount).map { index in kept.map { listing.row(index)[$0] } }
  }
}
