internal import Certification
internal import ContentPackaging
internal import Enrolment
public import JSON
public import Operations
internal import People
internal import Values

extension WhatIf: Representable {
  /// `{"accepted", "present", "draft", "candidates", "gained": […], "lost": […], "findings": […]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("present", orNull: present)
      json.member("draft", orNull: draft)
      json.member("candidates", candidates)
      json.member("gained", each: gained)
      json.member("lost", each: lost)
      json.member("findings", each: findings)
    }
  }
}

extension WhatIf.Flip: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("enrolment", enrolment)
      json.member("person", person)
      json.member("present", present)
      json.member("draft", draft)
    }
  }
}

extension WhatIf: Described {
  public static let schema = Schema.named(
    "WhatIf",
    .object([
      .init("accepted", .truth, "Whether the draft could be judged."),
      .init("present", .orNull(.whole(from: 1, to: nil)), "The version in force."),
      .init("draft", .orNull(.whole(from: 1, to: nil)), "The draft's last version."),
      .init("candidates", .count, "How many enrolments were judged."),
      .init("gained", .list(of: flip), "Who would be eligible and is not."),
      .init("lost", .list(of: flip), "Who is eligible and would not be."),
      .init("findings", .list(of: Finding.schema)),
    ]))

  private static let flip = Schema.object([
    .init("enrolment", .id), .init("person", .id), .init("present", Eligibility.schema),
    .init("draft", Eligibility.schema),
  ])
}
