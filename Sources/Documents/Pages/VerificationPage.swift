import Certification
import HTML
import Values

extension VerifiedCertificate {
  /// The public page that `/verify/CODE` answers with. An ended certificate is answered with 200 too: it exists, and
  /// the page says loudly that it no longer holds.
  public var page: Page {
    Page(status: 200, title: "\(number): \(headline)") { html in
      writeSearch(to: &html)
      writeVerdict(to: &html)
      html.element("p", ["class": "as-of"]) { html in
        html.text("Status as of ")
        html.element("time", ["datetime": asOf.text(fractionDigits: 0)], text: asOfInWords)
        html.text(", from the issuer’s own records.")
      }
      writeFacts(to: &html)
      writeHistory(to: &html)
      writeFiles(to: &html)
      writeLegend(to: &html)
    }
  }

  /// `2026-11-23 08:05:09 UTC`, the fraction of the second cut.
  private var asOfInWords: String {
    let text = asOf.text(fractionDigits: 0).utf8
    return "\(String(decoding: text.prefix(10), as: UTF8.self)) "
      + "\(String(decoding: text.dropFirst(11).dropLast(), as: UTF8.self)) UTC"
  }

  /// Whether it is issued and its first day is yet to come.
  private var isWaiting: Bool { state == .issued && !hasBegun }

  private var headline: String { isWaiting ? "Not in force yet" : state.headline }

  private static let waiting =
    "This certificate is on record here. It renews another, and is in force from its first day on."

  private func writeVerdict(to html: inout HTMLWriter) {
    html.element("section", ["class": "verdict \(state.rawValue)", "aria-labelledby": "state"]) { html in
      html.markup(state.icon)
      html.element("div") { html in
        html.element("h1", ["id": "state"], text: headline)
        html.element("p", text: isWaiting ? VerifiedCertificate.waiting : state.verdict)
        guard state != .issued, let stateSince else { return }
        html.element("p") { html in
          html.text("Since ")
          html.day(stateSince)
          html.text(".")
        }
      }
    }
    html.markup("\n")
  }

  private func writeFacts(to html: inout HTMLWriter) {
    let sheet = state == .issued ? "sheet" : "sheet ended"
    html.element("section", ["class": sheet, "aria-labelledby": "facts"]) { html in
      html.element(
        "h2", ["id": "facts"],
        text: state == .issued ? "What it certifies" : "What it certified when it was issued")
      html.element("dl") { html in
        html.fact("Holder") { writeHolder(to: &$0) }
        html.fact("Document") { $0.text(facts.kind.title) }
        html.fact("Scheme") { html in
          html.isolated(facts.scheme)
          html.text(", version \(schemeVersion)")
        }
        html.fact("Course") { $0.isolated(facts.course) }
        html.fact("Session") { writeSession(to: &$0) }
        if !attested.isEmpty { html.fact("Attests") { writeAttested(to: &$0) } }
        if holderErasedOn == nil, let score = facts.score { html.fact("Score") { $0.isolated(score) } }
        html.fact("Issuer") { $0.isolated(facts.issuer) }
        html.fact("Number") { $0.element("code", text: number.text) }
        html.fact("Issued on") { $0.day(facts.issuedOn) }
        if facts.firstDay != facts.issuedOn { html.fact("Valid from") { $0.day(facts.firstDay) } }
        html.fact("Valid to") { writeLastDay(to: &$0) }
        if let renews { html.fact("Renews") { $0.element("code", text: renews.text) } }
        if let renewedBy { html.fact("Renewed by") { $0.element("code", text: renewedBy.text) } }
        html.fact("Verification code") { $0.element("code", text: code.description) }
      }
    }
    html.markup("\n")
  }

  /// The name; where it was erased, that it was, and when.
  private func writeHolder(to html: inout HTMLWriter) {
    guard let holderErasedOn else {
      return html.element("span", ["class": "holder"]) { $0.isolated(facts.holder) }
    }
    html.text("The holder’s particulars were erased on ")
    html.day(holderErasedOn)
    html.text(".")
  }

  private func writeAttested(to html: inout HTMLWriter) {
    html.element("ul") { html in
      for item in attested {
        html.element("li") { html in
          html.element("code", text: item.name)
          html.text(" ")
          html.isolated(item.titles)
          guard let depth = item.depth else { return }
          html.text(" (")
          html.isolated(depth)
          html.text(")")
        }
      }
    }
  }

  private func writeSession(to html: inout HTMLWriter) {
    html.element("code", text: facts.session.text)
    html.text(", ")
    html.day(facts.sessionDays.from)
    if let last = facts.sessionDays.to, last != facts.sessionDays.from {
      html.text(" to ")
      html.day(last)
    }
  }

  private func writeLastDay(to html: inout HTMLWriter) {
    if let lastDay = facts.lastDay {
      html.day(lastDay)
      html.text(" inclusive, \(facts.timeZone)")
    } else {
      html.text("No end")
    }
    if state != .issued { html.element("span", ["class": "no-longer"], text: "Not in force now") }
  }

  /// What came of a look for a file stands above all: whoever asked wants to know that first.
  private func writeSearch(to html: inout HTMLWriter) {
    guard let search else { return }
    let (tone, words) =
      switch search {
      case .found(let title):
        ("sheet found", "Your file is this certificate, octet by octet as it was issued: \(title).")
      case .notFound:
        (
          "sheet missed",
          "Your file is none of this certificate’s: it was altered, or is another. Do not rely on it."
        )
      case .malformed: ("sheet missed", "That is no SHA-256: it has 64 digits from 0 to 9 and a to f.")
      }
    html.element("section", ["class": tone, "role": "status"]) { $0.element("p", text: words) }
    html.markup("\n")
  }

  private func writeHistory(to html: inout HTMLWriter) {
    guard history.count > 1 else { return }
    html.element("section", ["class": "sheet", "aria-labelledby": "history"]) { html in
      html.element("h2", ["id": "history"], text: "What became of it")
      html.element("dl") { html in
        for change in history {
          html.element("dt") { $0.day(change.day) }
          html.element("dd", text: change.state.event)
          html.markup("\n")
        }
      }
    }
    html.markup("\n")
  }

  private func writeFiles(to html: inout HTMLWriter) {
    guard !files.isEmpty else { return }
    html.element("section", ["class": "sheet", "aria-labelledby": "files"]) { html in
      html.element("h2", ["id": "files"], text: "Files, signed by the issuer")
      html.element("ul") { html in
        for file in files {
          html.element("li") { html in
            html.element("a", ["href": file.path], text: file.title)
            html.text(": \(file.purpose)")
          }
        }
      }
      html.element("h3", ["id": "check"], text: "Check a file that you were given")
      html.element("form", ["method": "get", "aria-labelledby": "check"]) { html in
        html.element("label", ["for": "sha256"], text: "SHA-256 of the file")
        html.element("p", ["class": "hint", "id": "hint"]) { html in
          html.text("On Linux ")
          html.element("code", text: "sha256sum FILE")
          html.text(", on a Mac ")
          html.element("code", text: "shasum -a 256 FILE")
          html.text(", on Windows ")
          html.element("code", text: "certutil -hashfile FILE SHA256")
          html.text(". The file itself stays with you.")
        }
        html.markup(
          "<input id=\"sha256\" name=\"sha256\" required maxlength=\"80\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"hint\">"
        )
        html.element("button", ["type": "submit"], text: "Check")
      }
    }
    html.markup("\n")
  }

  private func writeLegend(to html: inout HTMLWriter) {
    html.element("section", ["class": "sheet legend", "aria-labelledby": "legend"]) { html in
      html.element("h2", ["id": "legend"], text: "What the states mean")
      html.element("dl") { html in
        for state in CertificateState.allCases {
          html.fact(state.headline) { $0.text(state.meaning) }
        }
      }
    }
    html.markup("\n")
  }
}

extension Page {
  /// The answer to a code that no certificate has, and to what is no code at all: one page for both, which repeats
  /// nothing of the question, so that it tells no one how near a guess was.
  public static let certificateNotFound = Page(status: 404, title: "No such certificate") { html in
    html.element("h1", text: "No such certificate: none has this code")
    html.element("section", ["class": "sheet"]) { html in
      html.element(
        "p",
        text:
          "Check the typing: the 26 letters and digits on the certificate. Capitals, hyphens and spaces do not matter; "
          + "O is read as 0, and I and L as 1.")
      html.element(
        "p",
        text:
          "If the code is right, this server holds no such certificate: ask the organization that is named "
          + "as the issuer.")
    }
    html.markup("\n")
  }
}

extension HTMLWriter {
  /// Adds a term and its description to a list of facts.
  fileprivate mutating func fact(_ term: String, description: (inout HTMLWriter) -> Void) {
    element("dt", text: term)
    element("dd", content: description)
    markup("\n")
  }

  /// Adds a day, as ISO 8601 writes it in every language.
  fileprivate mutating func day(_ day: Day) {
    element("time", ["datetime": day.description], text: day.description)
  }
}
