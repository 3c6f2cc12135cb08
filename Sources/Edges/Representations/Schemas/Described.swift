public import Operations

/// What has one JSON form that is written down as a schema.
public protocol Described: Representable, SendableMetatype {
  static var schema: Schema { get }
}

extension Page: Described where Item: Described {
  /// `{"items": […], "next": cursor or null}`.
  public static var schema: Schema {
    .object([
      .init("items", .list(of: Item.schema)),
      .init(
        "next", .orNull(.text(example: "Mi8z")), "The “after” of the page behind this one; null on the last."),
    ])
  }
}
