public import JSON
public import Operations

extension Page: Representable where Item: Representable {
  /// `{"items": […], "next": cursor or null}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("items", each: items)
      json.member("next", orNull: next)
    }
  }
}

extension Page {
  /// The same page with its items in another form.
  public func map<Other: Sendable>(_ transform: (Item) throws -> Other) rethrows -> Page<Other> {
    Page<Other>(items: try items.map(transform), next: next)
  }

  /// A list that always comes whole.
  public static func whole(_ items: [Item]) -> Page { Page(items: items, next: nil) }
}
