import HTML

/// The page at `/api/`: everything that can be asked over HTTP, in words for people who write programs.
public struct APIPage: Sendable, Hashable {
  /// Something that can be asked.
  public struct Operation: Sendable, Hashable {
    public let method: String
    /// The path with its braces.
    public let path: String
    public let summary: String
    /// What whoever asks must be allowed; nil where anyone may.
    public let right: String?
    public let inputs: [Input]
    public let answers: [Answer]
    /// The request as a command, a line each.
    public let example: [String]

    public init(
      method: String, path: String, summary: String, right: String?, inputs: [Input], answers: [Answer],
      example: [String]
    ) {
      self.method = method
      self.path = path
      self.summary = summary
      self.right = right
      self.inputs = inputs
      self.answers = answers
      self.example = example
    }
  }

  /// Something that a request says.
  public struct Input: Sendable, Hashable {
    public let name: String
    /// Where it stands: `path`, `query`, `body`.
    public let place: String
    /// What it has to be, in a few words.
    public let form: String
    public let isRequired: Bool
    public let meaning: String

    public init(name: String, place: String, form: String, isRequired: Bool, meaning: String) {
      self.name = name
      self.place = place
      self.form = form
      self.isRequired = isRequired
      self.meaning = meaning
    }
  }

  /// An answer.
  public struct Answer: Sendable, Hashable {
    public let status: Int
    public let meaning: String

    public init(status: Int, meaning: String) {
      self.status = status
      self.meaning = meaning
    }
  }

  /// The operations on one kind of thing.
  public struct Group: Sendable, Hashable {
    public let name: String
    public let operations: [Operation]

    public init(name: String, operations: [Operation]) {
      self.name = name
      self.operations = operations
    }
  }

  /// What holds for every request, a paragraph each.
  public let rules: [String]
  public let groups: [Group]

  public init(rules: [String], groups: [Group]) {
    self.rules = rules
    self.groups = groups
  }

  public var page: Page {
    Page(status: 200, title: "The HTTP API") { html in
      html.element("h1", text: "The HTTP API")
      for rule in rules { html.element("p", text: rule) }
      html.markup("<p>The same for programs, as OpenAPI 3.1: ")
      html.element("a", ["href": "/api/openapi.json"]) { $0.markup("<code>/api/openapi.json</code>") }
      html.markup("</p>\n")
      writeContents(to: &html)
      for group in groups { group.write(to: &html) }
    }
  }

  private func writeContents(to html: inout HTMLWriter) {
    html.element("nav", ["class": "sheet", "aria-labelledby": "contents"]) { html in
      html.element("h2", ["id": "contents"], text: "Contents")
      html.element("ul", ["class": "columns"]) { html in
        for group in groups {
          html.element("li") { $0.element("a", ["href": "#\(group.name)"], text: group.name) }
        }
      }
    }
    html.markup("\n")
  }
}

extension APIPage.Group {
  fileprivate func write(to html: inout HTMLWriter) {
    html.element("section", ["aria-labelledby": name]) { html in
      html.element("h2", ["id": name], text: name)
      for operation in operations { operation.write(to: &html) }
    }
    html.markup("\n")
  }
}

extension APIPage.Operation {
  fileprivate func write(to html: inout HTMLWriter) {
    html.element("details", ["class": "sheet"]) { html in
      html.element("summary") { html in
        html.element("code") { html in
          html.element("b", text: method)
          html.text(" \(path)")
        }
        html.markup("<br>")
        html.text(summary)
      }
      if let right {
        html.element("p", ["class": "as-of"]) { html in
          html.markup("Needs the right ")
          html.element("code", text: right)
        }
      }
      writeInputs(to: &html)
      writeAnswers(to: &html)
      html.element("h3", text: "Example")
      html.element("pre") {
        $0.element("code", text: example.joined(separator: " \\\n  "))
      }
    }
    html.markup("\n")
  }

  private func writeInputs(to html: inout HTMLWriter) {
    guard !inputs.isEmpty else { return }
    html.element("h3", text: "What it takes")
    html.element("dl") { html in
      for input in inputs {
        html.element("dt") { html in
          html.element("code", text: input.name)
          html.text(" \(input.place)\(input.isRequired ? ", needed" : "")")
        }
        html.element("dd") { html in
          if !input.meaning.isEmpty { html.text("\(input.meaning) ") }
          html.element("span", ["class": "as-of"], text: input.form)
        }
      }
    }
  }

  private func writeAnswers(to html: inout HTMLWriter) {
    html.element("h3", text: "What it answers")
    html.element("dl") { html in
      for answer in answers {
        html.element("dt") { $0.element("code", text: String(answer.status)) }
        html.element("dd", text: answer.meaning)
      }
    }
  }
}
