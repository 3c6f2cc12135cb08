import HTML

/// A drawing as SVG within a page: it is as wide as there is room, and is mirrored for what is written from right to
/// left. Colours and letters are those of the page's stylesheet.
struct SVGCanvas: PictureCanvas {
  private(set) var html = HTMLWriter()
  private let isMirrored: Bool

  init(isMirrored: Bool) {
    self.isMirrored = isMirrored
  }

  mutating func rectangle(_ style: PictureStyle, x: Int, y: Int, width: Int, height: Int) {
    let left = isMirrored ? Picture.width - x - width : x
    html.element(
      "rect",
      [
        "class": style.rawValue, "x": String(left), "y": String(y), "width": String(width),
        "height": String(height),
      ], text: "")
  }

  mutating func text(_ text: String, _ style: PictureStyle, x: Int, y: Int, anchor: PictureAnchor) {
    html.element(
      "text",
      [
        "class": style.rawValue, "x": String(place(x)), "y": String(y),
        "text-anchor": anchor.rawValue,
      ], text: text)
  }

  mutating func line(_ style: PictureStyle, _ points: [(x: Int, y: Int)]) {
    let text = points.map { "\(place($0.x)),\($0.y)" }.joined(separator: " ")
    html.element("polyline", ["class": style.rawValue, "points": text], text: "")
  }

  mutating func dot(_ style: PictureStyle, x: Int, y: Int) {
    html.element(
      "circle", ["class": style.rawValue, "cx": String(place(x)), "cy": String(y), "r": "4"], text: "")
  }

  private func place(_ x: Int) -> Int { isMirrored ? Picture.width - x : x }
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
        "viewBox": "0 0 \(Picture.width) \(height)", "role": "img",
        "aria-labelledby": "picture-\(name) picture-\(name)-text",
      ]
    ) { html in
      html.element("title", ["id": "picture-\(name)"], text: title)
      html.element("desc", ["id": "picture-\(name)-text"], text: description)
      html.append(drawn)
    }
  }
}
