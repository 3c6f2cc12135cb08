import Certification
import HTML
import Values

extension VerifiedCertificate {
  /// The public page that `/verify/CODE` answers with. An ended certificate is answered with 200 too: it exists, and
  /// the page says loudly that it no longer holds.
  public var page: Page {
    Page(status: 200, title: "\(number): \(state.headline)") { html in
      writeVerdict(to: &html)
      html.element("p", ["class": "as-of"]) { html in
        html.text("Status as of ")
        html.element("time", ["datetime": asOf.text(fractionDigits: 0)], text: asOfInWords)
        html.text(", from the issuer’s own records.")
      }
      writeFacts(to: &html)
      writeLegend(to: &html)
    }
  }

  /// `2026-11-23 08:05:09 UTC`, the fraction of the second cut.
  private var asOfInWords: String {
    let text = asOf.text(fractionDigits: 0).utf8
    return "\(String(decoding: text.prefix(10), as: UTF8.self)) "
      + "\(String(decoding: text.dropFirst(11).dropLast(), as: UTF8.self)) UTC"
  }

  private func writeVerdict(to html: inout HTMLWriter) {
    html.element("section", ["class": "verdict \(state.rawValue)", "aria-labelledby": "state"]) { html in
      html.markup(state.icon)
      html.element("div") { html in
        html.element("h1", ["id": "state"], text: state.headline)
        html.element("p", text: state.verdict)
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
        html.fact("Holder") { $0.element("span", ["class": "holder"]) { $0.isolated(facts.holder) } }
        html.fact("Document") { $0.text(facts.kind.title) }
        html.fact("Scheme") { $0.isolated(facts.scheme) }
        html.fact("Course") { $0.isolated(facts.course) }
        html.fact("Session") { writeSession(to: &$0) }
        if let score = facts.score { html.fact("Score") { $0.isolated(score) } }
        html.fact("Issuer") { $0.isolated(facts.issuer) }
        html.fact("Number") { $0.element("code", text: number.text) }
        html.fact("Issued on") { $0.day(facts.issuedOn) }
        html.fact("Valid to") { writeLastDay(to: &$0) }
        html.fact("Verification code") { $0.element("code", text: code.description) }
      }
    }
    html.markup("\n")
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
