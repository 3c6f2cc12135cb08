/// A place on a page, in points from its upper left corner.
public struct Point: Sendable, Hashable {
  public let x: Double
  public let y: Double

  public init(_ x: Double, _ y: Double) {
    (self.x, self.y) = (x, y)
  }
}

/// A colour of light: red, green and blue from 0 to 1.
public struct Colour: Sendable, Hashable {
  public let red: Double
  public let green: Double
  public let blue: Double

  /// `0x1A2B3C`, as on a page of the web.
  public init(hex: UInt32) {
    red = Double(hex >> 16 & 0xFF) / 255
    green = Double(hex >> 8 & 0xFF) / 255
    blue = Double(hex & 0xFF) / 255
  }
}

/// A rectangle on a page, in points.
public struct Area: Sendable, Hashable {
  public let origin: Point
  public let width: Double
  public let height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    origin = Point(x, y)
    (self.width, self.height) = (width, height)
  }

  /// The area that lies so far within this one, on every side.
  public func inset(by distance: Double) -> Area {
    Area(
      x: origin.x + distance, y: origin.y + distance, width: width - 2 * distance,
      height: height - 2 * distance)
  }
}

/// A way for a pen, in points.
public struct Path: Sendable, Hashable {
  /// The places that it goes through, in straight lines.
  public let points: [Point]
  public let isClosed: Bool

  public init(_ points: [Point], isClosed: Bool = false) {
    self.points = points
    self.isClosed = isClosed
  }

  /// The outline of an area.
  public init(_ area: Area) {
    let (x, y) = (area.origin.x, area.origin.y)
    self.init(
      [
        Point(x, y), Point(x + area.width, y), Point(x + area.width, y + area.height),
        Point(x, y + area.height),
      ], isClosed: true)
  }
}
