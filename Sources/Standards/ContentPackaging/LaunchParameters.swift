public import Catalogue

extension Launch.Target {
  /// The target with an item's `parameters` added (SCORM 2004 CAM §3.4.1.6; SCORM 1.2 leaves it open).
  ///
  /// 1. White space around them, and a leading `?` or `&`, are dropped. Nothing left: nothing added.
  /// 2. Parameters that begin with `#` are the fragment, unless there is one already: then they are dropped.
  /// 3. All others are put behind the query with `&`, or begin one with `?`, in front of the fragment.
  public func adding(parameters: String) -> Launch.Target {
    switch self {
    case .file(let path, let suffix):
      .file(path: path, suffix: joined(suffix, parameters))
    case .external(let url):
      .external(url: joined(url, parameters))
    }
  }
}

private func joined(_ address: String, _ parameters: String) -> String {
  let marks = [UInt8(ascii: "?"), UInt8(ascii: "&")]
  let added = parameters.utf8.drop { $0 <= 0x20 || marks.contains($0) }
  let fragmentStart = address.utf8.firstIndex(of: UInt8(ascii: "#")) ?? address.utf8.endIndex
  guard let first = added.first else { return address }
  if first == UInt8(ascii: "#") {
    return fragmentStart == address.utf8.endIndex ? address + String(Substring(added)) : address
  }
  let front = address.utf8[..<fragmentStart]
  let mark = front.contains(UInt8(ascii: "?")) ? "&" : "?"
  return String(Substring(front)) + mark + String(Substring(added))
    + String(Substring(address.utf8[fragmentStart...]))
}
