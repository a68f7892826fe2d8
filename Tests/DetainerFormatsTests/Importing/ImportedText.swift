import DetainerModel

@testable import DetainerFormats

extension DetainerImporter {
  /// Reads the records of a text to its end; nil when no header is found in it.
  static func read(
    _ text: UnsafeRawBufferPointer, named name: String, into builder: inout TableBuilder,
    places: Places
  ) -> DetainerImporter? {
    var importer = DetainerImporter(
      text, source: { _, _ in Source(name: name, file: name + ".csv") }, into: &builder,
      places: places)
    while importer?.step(text, into: &builder) == true {}
    return importer
  }
}
