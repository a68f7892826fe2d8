/// An element of a schema: a column, or a group of others that follow it in the list.
struct SchemaElement {
  private(set) var type: Int?
  private(set) var length = 0
  private(set) var repetition = 0
  private(set) var name = ""
  private(set) var children = 0
  private(set) var annotation = ColumnForm.Annotation()

  init(_ reader: inout ThriftReader) throws(ParquetFault) {
    var (type, length, repetition, name, children) = (Int?.none, 0, 0, "", 0)
    var annotation = ColumnForm.Annotation()
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 1: type = try reader.int(field)
      case 2: length = try reader.int(field)
      case 3: repetition = try reader.int(field)
      case 4: name = try reader.text(field)
      case 5: children = try reader.int(field)
      case 6: annotation.converted = try reader.int(field)
      case 7: annotation.scale = try reader.int(field)
      case 10: try Self.readLogical(&reader, field, into: &annotation)
      default: try reader.skip(field)
      }
    }
    (self.type, self.length, self.repetition) = (type, length, repetition)
    (self.name, self.children, self.annotation) = (name, children, annotation)
  }

  /// The newer annotation is a structure of which one field is there, whose number says which.
  private static func readLogical(
    _ reader: inout ThriftReader, _ field: ThriftReader.Field,
    into annotation: inout ColumnForm.Annotation
  ) throws(ParquetFault) {
    guard field.kind == .structure else { throw .damagedFooter }
    var found = annotation
    try reader.structure { reader, kind throws(ParquetFault) in
      found.logical = kind.number
      guard kind.kind == .structure else { throw .damagedFooter }
      try reader.structure { reader, field throws(ParquetFault) in
        switch (kind.number, field.number) {
        case (5, 1): found.scale = try reader.int(field)
        case (8, 1): found.isZoned = try reader.bool(field)
        case (7, 2), (8, 2):
          guard field.kind == .structure else { throw .damagedFooter }
          try reader.structure { reader, unit throws(ParquetFault) in
            found.perSecond = [1: 1_000, 2: 1_000_000, 3: 1_000_000_000][unit.number]
            try reader.skip(unit)
          }
        case (10, 2): found.isSigned = try reader.bool(field)
        default: try reader.skip(field)
        }
      }
    }
    annotation = found
  }
}

/// The columns of a schema: those of plain values, and those that are passed over.
struct ParquetSchema {
  /// A column, and its number among all in the file.
  struct Leaf {
    let number: Int
    let column: ParquetTable.Column
  }

  private(set) var leaves: [Leaf] = []
  private(set) var passed: [ParquetTable.Passed] = []
  /// How many columns the file has, the parts of nested ones counted.
  private(set) var leafCount = 0

  private static let nested = "is nested (a list, a map or a structure)"

  init(_ elements: [SchemaElement]) throws(ParquetFault) {
    guard elements.first != nil else { throw .damagedFooter }
    var rest = elements.dropFirst()
    while let element = rest.popFirst() {
      guard element.children <= 0 else {
        leafCount += try Self.leaves(below: element, in: &rest)
        passed.append(ParquetTable.Passed(name: element.name, reason: Self.nested))
        continue
      }
      guard let number = element.type, let type = PhysicalType(rawValue: number) else {
        throw .damagedFooter
      }
      if element.repetition == 2 {
        passed.append(ParquetTable.Passed(name: element.name, reason: Self.nested))
      } else if let form = ColumnForm(type, element.annotation),
        type != .fixedBytes || element.length > 0
      {
        leaves.append(
          Leaf(
            number: leafCount,
            column: ParquetTable.Column(
              name: element.name, type: type, form: form, length: element.length,
              isOptional: element.repetition == 1)))
      } else {
        passed.append(
          ParquetTable.Passed(name: element.name, reason: "holds nothing that is text or a number"))
      }
      leafCount += 1
    }
  }

  /// Steps over what a nested column holds, and counts the columns in it.
  private static func leaves(
    below element: SchemaElement, in rest: inout ArraySlice<SchemaElement>
  ) throws(ParquetFault) -> Int {
    var open = element.children
    var leaves = 0
    while open > 0 {
      // Each of them takes an element, so that no claim of children outlasts the list.
      guard let child = rest.popFirst(), open <= rest.count + 1 else { throw .damagedFooter }
      open -= 1
      if child.children > 0 {
        guard child.children <= rest.count else { throw .damagedFooter }
        open += child.children
      } else {
        leaves += 1
      }
    }
    return leaves
  }
}
