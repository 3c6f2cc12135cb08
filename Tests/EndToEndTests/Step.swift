import JSON
import ProgramDriver

/// One step of the work, as it is typed and as it is sent, and what it comes to, stated by hand and the same at both
/// doors.
///
/// `$name` stands for what an earlier step kept under that name.
struct Step: Sendable {
  /// What comes with the request.
  enum Body: Sendable {
    case none
    case json(String)
    case zip
    /// The file that is kept under a name.
    case file(String, type: String)
  }

  /// Why a step is not taken, as each door counts it.
  enum Refusal: Sendable {
    case unusable, notFound, conflict, notPermitted

    var exitStatus: Int32 {
      switch self {
      case .unusable: 3
      case .notFound: 4
      case .conflict: 5
      case .notPermitted: 6
      }
    }

    var httpStatus: Int {
      switch self {
      case .unusable: 422
      case .notFound: 404
      case .conflict: 409
      case .notPermitted: 403
      }
    }
  }

  /// What a step comes to.
  enum Outcome: Sendable {
    /// It is done, and the answer has these values, by their JSON Pointers. A value of `…` is anything but null.
    case done([String: String])
    /// It is refused with this sentence.
    case refused(Refusal, String)
  }

  let words: [String]
  /// Method and path; what does not begin with a slash lies below `/api/v1/`.
  let request: String
  let body: Body
  let outcome: Outcome
  /// The names under which parts of the answer are kept, with their JSON Pointers.
  let keeps: [String: String]

  /// A step that is done.
  init(
    _ words: [String], _ request: String, _ json: String? = nil, is members: [String: String],
    keeping keeps: [String: String] = [:]
  ) {
    self.init(words, request, json.map(Body.json) ?? .none, .done(members), keeps)
  }

  /// A step that is refused.
  init(
    _ words: [String], _ request: String, _ json: String? = nil, refused refusal: Refusal, _ message: String
  ) {
    self.init(words, request, json.map(Body.json) ?? .none, .refused(refusal, message), [:])
  }

  init(_ words: [String], _ request: String, _ body: Body, _ outcome: Outcome, _ keeps: [String: String]) {
    self.words = words
    self.request = request
    self.body = body
    self.outcome = outcome
    self.keeps = keeps
  }

  var method: String { String(request.prefix { $0 != " " }) }

  /// The path and query of the request.
  var target: String {
    let path = request.drop { $0 != " " }.dropFirst()
    return path.hasPrefix("/") ? String(path) : "/api/v1/\(path)"
  }
}

/// What was kept along the way, and texts that speak of it.
struct Keepsakes {
  private var texts: [String: String]

  init(_ texts: [String: String]) {
    self.texts = texts
  }

  mutating func keep(_ text: String, as name: String) { texts[name] = text }

  /// The text with what was kept in the place of each `$name`, the longest names first.
  func filling(_ text: String) -> String {
    texts.sorted { $0.key.utf8.count > $1.key.utf8.count }.reduce(text) { text, kept in
      text.split(separator: "$\(kept.key)", omittingEmptySubsequences: false).joined(separator: kept.value)
    }
  }

  /// The text with `$name` in the place of each value that was kept.
  func hiding(_ text: String) -> String {
    texts.sorted { $0.value.utf8.count > $1.value.utf8.count }.reduce(text) { text, kept in
      text.split(separator: kept.value, omittingEmptySubsequences: false).joined(separator: "$\(kept.key)")
    }
  }
}

extension JSONValue {
  /// What a JSON Pointer leads to, as text: a string's characters, else the value as it was written; nil where it leads
  /// nowhere.
  func text(at pointer: String) -> String? {
    var value: JSONValue? = self
    for step in pointer.split(separator: "/") {
      guard let here = value else { return nil }
      if let index = Int(step), let elements = here.elements.map(Array.init) {
        value = elements.indices.contains(index) ? elements[index] : nil
      } else {
        value = here.member(named: String(step))
      }
    }
    return value.map { $0.string ?? $0.written }
  }
}
