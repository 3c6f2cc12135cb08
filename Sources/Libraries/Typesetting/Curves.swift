internal import Glibc

// Curves, as straight lines that are too short to be seen.
extension Path {
  public static func circle(_ centre: Point, radius: Double) -> Path {
    around(centre, steps: 48) { _ in radius }
  }

  /// A flower around a centre.
  ///
  /// - Parameters:
  ///   - radius: as far as the petals reach.
  ///   - depth: how deep they are cut, as a part of half the radius.
  ///   - turn: by how much of a petal they are turned.
  public static func flower(
    _ centre: Point, radius: Double, petals: Int, depth: Double, turn: Double
  ) -> Path {
    around(centre, steps: max(petals * 16, Int(radius * 3))) { angle in
      radius * (1 - depth + depth * cos(Double(petals) * angle + 2 * .pi * turn))
    }
  }

  private static func around(_ centre: Point, steps: Int, _ reach: (Double) -> Double) -> Path {
    Path(
      (0..<steps).map { step in
        let angle = 2 * .pi * Double(step) / Double(steps)
        return Point(centre.x + reach(angle) * cos(angle), centre.y + reach(angle) * sin(angle))
      }, isClosed: true)
  }

  /// A wave that swells and ebbs along a straight line.
  ///
  /// - Parameters:
  ///   - height: as far as it leaves the line.
  ///   - length: about how long one wave is; as many whole ones are made as come nearest to it.
  ///   - shift: by how much of a wave it is shifted.
  public static func wave(from: Point, to: Point, height: Double, length: Double, shift: Double) -> Path {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let distance = (dx * dx + dy * dy).squareRoot()
    guard distance > 0 else { return Path([from]) }
    let waves = (distance / length).rounded()
    let steps = max(1, Int(distance / 2.4))
    return Path(
      (0...steps).map { step in
        let part = Double(step) / Double(steps)
        let rise =
          height * sin(2 * .pi * (waves * part + shift)) * cos(2 * .pi * (waves / 2 * part + shift / 2))
        return Point(
          from.x + dx * part - dy / distance * rise, from.y + dy * part + dx / distance * rise)
      })
  }
}
