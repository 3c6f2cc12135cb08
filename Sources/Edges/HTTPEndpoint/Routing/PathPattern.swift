/// The path of a route: fixed segments, and segments in braces that stand for any one of the request's.
struct PathPattern: Sendable {
  enum Segment: Sendable, Equatable {
    case fixed(String)
    case any(name: String)
  }

  /// The pattern as it is written, `/api/v1/courses/{course}`.
  let text: String
  let segments: [Segment]

  init(_ text: String) {
    self.text = text
    segments = segmentTexts(of: text).map { segment in
      segment.utf8.first == UInt8(ascii: "{")
        ? .any(name: String(Substring(segment.utf8.dropFirst().dropLast()))) : .fixed(segment)
    }
  }

  /// Whether every segment is fixed.
  var isFixed: Bool {
    segments.allSatisfy { if case .fixed = $0 { true } else { false } }
  }

  /// Whether the path ends in what it names: it leads to one thing, not to a list.
  var namesOne: Bool {
    if case .any = segments.last { true } else { false }
  }

  /// What the segments in braces stand for in a path, in their order; nil where the path is another.
  func captures(in path: [String]) -> [String]? {
    guard path.count == segments.count else { return nil }
    var captures: [String] = []
    for (segment, text) in zip(segments, path) {
      switch segment {
      case .fixed(let expected): guard expected.utf8.elementsEqual(text.utf8) else { return nil }
      case .any:
        guard !text.isEmpty else { return nil }
        captures.append(text)
      }
    }
    return captures
  }
}

/// The segments between a path's slashes. Compared and cut by octets: a combining mark hides no slash.
func segmentTexts(of path: String) -> [String] {
  path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
    String(Substring($0))
  }
}
