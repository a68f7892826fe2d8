/// What the values of a column stand for, and so how they are written as text.
enum ColumnForm: Hashable, Sendable {
  case text
  case boolean
  case integer
  case unsigned
  case float
  case double
  /// Days since 1970-01-01.
  case day
  /// Parts of seconds since 1970-01-01, so many in a second; where they are zoned, of the time in
  /// Greenwich, and the local time is not said.
  case timestamp(perSecond: Int, isZoned: Bool = false)
  /// Parts of seconds since midnight, so many in a second.
  case time(perSecond: Int)
  /// A number with so many digits behind the point.
  case decimal(scale: Int)
  /// Nanoseconds of a day and the Julian day, as Impala and Spark write.
  case int96
  case uuid
}

/// How the values of a column are stored.
enum PhysicalType: Int, Sendable {
  case boolean, int32, int64, int96, float, double, bytes, fixedBytes
}

extension ColumnForm {
  /// Whether the values are moments that are written as the clock in Greenwich has them.
  var isZoned: Bool {
    guard case .timestamp(_, let isZoned) = self else { return false }
    return isZoned
  }

  /// What a schema may say of a column beside its physical type.
  struct Annotation {
    /// The number of the older annotation.
    var converted: Int?
    var scale: Int?
    /// The number of the newer annotation, which goes before the older one.
    var logical: Int?
    var perSecond: Int?
    /// Whether times are moments, written as the clock in Greenwich has them.
    var isZoned = false
    var isSigned = true
  }

  /// More digits behind the point than any number has.
  private static let largestScale = 80

  /// The form of the values of a type; nil where they are nothing that can be shown.
  init?(_ type: PhysicalType, _ annotation: Annotation) {
    let plain: ColumnForm =
      switch type {
      case .boolean: .boolean
      case .int32, .int64: .integer
      case .int96: .int96
      case .float: .float
      case .double: .double
      case .bytes, .fixedBytes: .text
      }
    let scale = annotation.scale ?? 0
    let isNumber = type == .int32 || type == .int64
    let holdsDecimals = isNumber || plain == .text
    let parts = annotation.perSecond ?? 1_000
    switch (annotation.logical, annotation.converted) {
    case (5, _), (nil, 5):
      guard holdsDecimals, (0...Self.largestScale).contains(scale) else { return nil }
      self = .decimal(scale: scale)
    case (6, _), (nil, 6): self = isNumber ? .day : plain
    case (7, _): self = isNumber ? .time(perSecond: parts) : plain
    case (8, _):
      self = isNumber ? .timestamp(perSecond: parts, isZoned: annotation.isZoned) : plain
    case (10, _): self = isNumber && !annotation.isSigned ? .unsigned : plain
    case (14, _): self = type == .fixedBytes ? .uuid : plain
    // BSON, half floats, variants and shapes.
    case (13, _), (15, _), (16, _), (17, _), (18, _), (nil, 20), (nil, 21): return nil
    case (nil, 7): self = isNumber ? .time(perSecond: 1_000) : plain
    case (nil, 8): self = isNumber ? .time(perSecond: 1_000_000) : plain
    case (nil, 9): self = isNumber ? .timestamp(perSecond: 1_000) : plain
    case (nil, 10): self = isNumber ? .timestamp(perSecond: 1_000_000) : plain
    case (nil, 11), (nil, 12), (nil, 13), (nil, 14): self = isNumber ? .unsigned : plain
    default: self = plain
    }
  }
}
