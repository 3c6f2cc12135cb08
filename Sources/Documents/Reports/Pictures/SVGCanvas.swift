import HTML

/// A drawing as SVG within a page: it is as wide as there is room, and is mirrored for what is written from right to
/// left. Colours and letters are those of the page's stylesheet.
struct SVGCanvas {
  /// The width that all measures refer to. Letters of 13 are still read where the page is as narrow as a telephone.
  static let width = 480

  private(set) var html = HTMLWriter()
  private let isMirrored: Bool

  init(isMirrored: Bool) {
    self.isMirrored = isMirrored
  }

  /// A rectangle by its corner at the beginning of the line.
  mutating func rectangle(_ style: StaticString, x: Int, y: Int, width: Int, height: Int) {
    let left = isMirrored ? SVGCanvas.width - x - width : x
    html.element(
      "rect",
      [
        "class": style.description, "x": String(left), "y": String(y), "width": String(width),
        "height": String(height),
      ], text: "")
  }

  /// A text that begins at a place, is centred on it, or ends at it.
  mutating func text(_ text: String, _ style: StaticString, x: Int, y: Int, anchor: StaticString = "start") {
    html.element(
      "text",
      [
        "class": style.description, "x": String(place(x)), "y": String(y),
        "text-anchor": anchor.description,
      ], text: text)
  }

  /// A line through points, given in tenths.
  mutating func line(_ style: StaticString, _ points: [(x: Int, y: Int)]) {
    let text = points.map { "\(place($0.x)),\($0.y)" }.joined(separator: " ")
    html.element("polyline", ["class": style.description, "points": text], text: "")
  }

  /// A dot about a place.
  mutating func dot(_ style: StaticString, x: Int, y: Int) {
    html.element(
      "circle", ["class": style.description, "cx": String(place(x)), "cy": String(y), "r": "4"], text: "")
  }

  /// A square about a place.
  mutating func square(_ style: StaticString, x: Int, y: Int) {
    rectangle(style, x: x - 4, y: y - 4, width: 8, height: 8)
  }

  private func place(_ x: Int) -> Int { isMirrored ? SVGCanvas.width - x : x }
}

extension HTMLWriter {
  /// A drawing with what it shows in words, for who does not see it.
  mutating func drawing(
    _ name: String, title: String, description: String, height: Int, isMirrored: Bool,
    draw: (inout SVGCanvas) -> Void
  ) {
    var canvas = SVGCanvas(isMirrored: isMirrored)
    draw(&canvas)
    let drawn = canvas.html
    element(
      "svg",
      [
        "viewBox": "0 0 \(SVGCanvas.width) \(height)", "role": "img",
        "aria-labelledby": "picture-\(name) picture-\(name)-text",
      ]
    ) { html in
      html.element("title", ["id": "picture-\(name)"], text: title)
      html.element("desc", ["id": "picture-\(name)-text"], text: description)
      html.append(drawn)
    }
  }
}
