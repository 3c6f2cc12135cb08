internal import Enrolment
public import People
public import Values
internal import XML

/// Writes `Schemas/xsd/roster.xsd`: read again, it says the same.
public enum RosterWriter {
  /// The document of the people that one source knows; those of other sources are left out.
  public static func write(_ roster: RosterDocument, of source: SourceCode) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("roster", ["xmlns": RegistrarNamespace.roster, "source": source.text]) { xml in
      for entry in roster.entries where entry.identity.value.source == source { write(entry, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ entry: RosterEntry, to xml: inout XMLWriter) {
    xml.element(
      "person",
      [
        "id": entry.identity.value.identifier.text, "name": entry.name.value,
        "sex": entry.sex?.value.rawValue, "language": entry.language?.value.text,
      ]
    ) { xml in
      for mailbox in entry.mailboxes { xml.element("mailbox", text: mailbox.value) }
      for affiliation in entry.affiliations { write(affiliation, to: &xml) }
      for nomination in entry.nominations {
        xml.element(
          "nomination",
          ["session": nomination.session.value.text, "organisation": nomination.organisation.value.text])
      }
      for session in entry.enrolments { xml.element("enrolment", ["session": session.value.text]) }
    }
  }

  private static func write(_ affiliation: RosterAffiliation, to xml: inout XMLWriter) {
    xml.element(
      "affiliation",
      [
        "organisation": affiliation.organisation.value.text, "unit": nonEmpty(affiliation.unit),
        "post": nonEmpty(affiliation.post), "role-level": affiliation.roleLevel?.rawValue,
        "from": affiliation.from?.value.description, "to": affiliation.to?.value.description,
      ])
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
