extension GroupKey {
  /// The key as it is said on screen.
  public var words: String {
    self == .aor ? "AOR" : rawValue.split(separator: "_").joined(separator: " ")
  }

  /// A value as it is shown; what is not known says so.
  public func label(of value: KeyValue) -> String {
    guard case .text("") = value else { return value.text(withState: true) }
    return switch self {
    case .state: "(no state)"
    case .county: "(unlocated)"
    case .liftReason: "(none: pending)"
    case .day, .week, .month, .quarter, .year, .fiscalYear: "(undated)"
    default: "(not stated)"
    }
  }

  /// The value of a group as it is shown, of the key at a place among its keys: a release without
  /// lift reasons has no pending ones.
  public func label(of group: Group, at place: Int = 0) -> String {
    let value = group.keys[place]
    let isSilent = self == .liftReason && value.isUnknown && group.hasUnknownOutcomes
    return isSilent ? "(none, or not known)" : label(of: value)
  }

  /// The terms that choose the rows of a value; nil where no rows are behind it.
  public func terms(for value: KeyValue) -> [FilterTerm]? {
    switch value {
    case .notItemised: return nil
    case .jurisdiction(let place): return place.terms
    case .facility(let facility):
      func term(_ field: FilterField, _ text: String) -> FilterTerm {
        FilterTerm(field, [text.isEmpty ? .none : .equals(text)])
      }
      return [
        term(.facility, facility.name), term(.city, facility.city), term(.state, facility.state),
      ]
    case .city(let name, let state):
      return [
        FilterTerm(.city, [.equals(name)]),
        FilterTerm(.state, [state.isEmpty ? .none : .equals(state)]),
      ]
    case .text(let text):
      guard let field = FilterField(self) else { return nil }
      if text.isEmpty { return [FilterTerm(field, [.none])] }
      // A band of ages is a range of them.
      let value = field == .age ? text.split(separator: "-").joined(separator: "..") : text
      guard field.kind != .text else { return [FilterTerm(field, [.equals(text)])] }
      return (try? FilterParser.parse("\(field.rawValue):\(value)"))?.terms
    }
  }
}
