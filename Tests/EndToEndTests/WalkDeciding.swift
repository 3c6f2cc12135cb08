/// Who decides: declared, proposed, released, and refused where a scheme keeps people apart.
extension Walk {
  static let deciding: [Step] = [
    Step(
      ["scheme", "add", "RELEASED", "--title", "Released", "--issuer", "SECRETARIAT", "--course", "ORIGIN"]
        + ["--kind", "attendance", "--separate", "assessed", "--separate", "close", "--two-persons"],
      "POST schemes",
      #"{"code": "RELEASED", "titles": "Released", "issuer": "SECRETARIAT", "course": "ORIGIN", "kind": "attendance", "separate": ["assessed", "close"], "twoPersons": true}"#,
      is: [
        "/versions/0/separate/0": "assessed", "/versions/0/separate/1": "close",
        "/versions/0/twoPersons": "true",
      ]),
    Step(
      ["certificate", "award", "$enrolmentA", "--scheme", "RELEASED"], "POST certificates",
      #"{"enrolment": "$enrolmentA", "scheme": "RELEASED"}"#, refused: .notPermitted,
      "not eligible because the scheme asks who decides, and nobody in particular does"),
    Step(
      ["certificate", "award", "$enrolmentA", "--scheme", "RELEASED", "--decided-by", "$personC"],
      "POST certificates",
      #"{"enrolment": "$enrolmentA", "scheme": "RELEASED", "decidedBy": "$personC"}"#, refused: .conflict,
      "not eligible because one person has to propose it, and another to release it"),
    Step(
      ["involvement", "declare", "$personB", "--duty", "close", "--candidate", "$personB"],
      "POST involvements", #"{"person": "$personB", "duty": "close", "candidate": "$personB"}"#,
      refused: .unusable, "what somebody is to themselves is not declared"),
    Step(
      ["involvement", "declare", "$personB", "--duty", "close", "--candidate", "$personA"],
      "POST involvements", #"{"person": "$personB", "duty": "close", "candidate": "$personA"}"#,
      is: ["/person": "$personB", "/duty": "close", "/session": "null", "/endedAt": "null"],
      keeping: ["involvement": "/id"]),
    Step(
      ["involvement", "list"], "GET involvements", is: ["/items/0/id": "$involvement", "/next": "null"]),
    proposing(
      by: "$personB", refused: .notPermitted, "not eligible because who decides stands close to the person"),
    Step(
      ["involvement", "end", "$involvement", "--reason", "an error"],
      "POST involvements/$involvement/end", #"{"reason": "an error"}"#, is: ["/endedAt": "…"]),
    Step(
      ["involvement", "show", "$involvement"], "GET involvements/$involvement",
      is: ["/candidate": "$personA", "/endedAt": "…"]),
    proposing(by: "$personB", keeping: "proposal"),
    proposing(by: "$personC", refused: .conflict, "this was proposed already ($proposal)"),
    releasing(
      "$proposal", by: "$personB", refused: .notPermitted,
      "not eligible because who proposed it does not also release it"),
    declining("$proposal", because: " ", refused: .unusable, "to decline a proposal needs a reason"),
    Step(
      ["certificate", "decline", "$proposal", "--reason", "too early", "--decided-by", "$personC"],
      "POST proposals/$proposal/decline", #"{"reason": "too early", "decidedBy": "$personC"}"#,
      is: ["/state": "declined", "/settledBy": "$personC", "/reason": "too early"]),
    declining(
      "$proposal", because: "again", refused: .conflict, "the proposal was released or declined before"),
    proposing(by: "$personB", keeping: "second"),
    Step(
      ["certificate", "proposals"], "GET proposals", is: ["/items/0/id": "$second", "/next": "null"]),
    Step(
      ["certificate", "release", "$second", "--decided-by", "$personC"], "POST proposals/$second/release",
      #"{"decidedBy": "$personC"}"#, is: ["/state": "issued", "/number": "RELEASED-2026-000001"],
      keeping: ["released": "/id"]),
    Step(
      ["certificate", "proposal", "$second"], "GET proposals/$second",
      is: ["/state": "released", "/certificate": "$released", "/proposedBy": "$personB"]),
    Step(
      ["certificate", "explain", "RELEASED-2026-000001"],
      "GET certificates/RELEASED-2026-000001/explanation", is: ["/decision/by": "$personC"]),
    Step(["certificate", "recompute"], "GET reports/recomputation", is: ["/same": "true"]),
    Step(
      ["session", "propose", "S-1", "--scheme", "RELEASED", "--decided-by", "$personB"],
      "POST sessions/S-1/awards", #"{"scheme": "RELEASED", "step": "propose", "decidedBy": "$personB"}"#,
      is: ["/plan/step": "propose"]),
    Step(
      ["session", "release", "S-1", "--scheme", "RELEASED", "--decided-by", "$personC"],
      "POST sessions/S-1/awards", #"{"scheme": "RELEASED", "step": "release", "decidedBy": "$personC"}"#,
      is: ["/plan/step": "release"]),
    Step(
      ["session", "propose", "S-1", "--scheme", "CERT"], "POST sessions/S-1/awards",
      #"{"scheme": "CERT", "step": "propose"}"#, refused: .conflict, "scheme CERT lets one person award"),
    Step(
      ["certificate", "notice", "RELEASED-2026-000001", "--way", "letter"],
      "POST certificates/RELEASED-2026-000001/notices", #"{"way": "letter"}"#, refused: .conflict,
      "the certificate is issued, which nobody decided since it was issued"),
    Step(
      [
        "certificate", "suspend", "RELEASED-2026-000001", "--reason", "a complaint", "--decided-by",
        "$personB",
      ],
      "POST certificates/RELEASED-2026-000001/suspend",
      #"{"reason": "a complaint", "decidedBy": "$personB"}"#, is: ["/state": "suspended"]),
    Step(
      ["certificate", "notice", "RELEASED-2026-000001", "--way", "letter"],
      "POST certificates/RELEASED-2026-000001/notices", #"{"way": "letter"}"#,
      is: ["/way": "letter", "/change": "2", "/party": "null"]),
    Step(
      ["certificate", "renew", "RELEASED-2026-000001", "--decided-by", "$personC"],
      "POST certificates/RELEASED-2026-000001/renew", #"{"decidedBy": "$personC"}"#, refused: .conflict,
      "not eligible because nothing newer than certificate RELEASED-2026-000001 shows of its holder what a renewal asks"
    ),
    Step(
      ["scheme", "diff", "CERT", "--from", "1", "--to", "2"], "GET schemes/CERT/diff?from=1&to=2",
      is: [
        "/differences/0/field": "minimumScore", "/differences/0/before": "0.9", "/differences/0/after": "0.7",
        "/same": "false",
      ]),
    Step(
      ["scheme", "waive", "CERT", "--person", "$personA", "--course", "ORIGIN", "--reason", "ill"],
      "POST schemes/CERT/waivers", #"{"person": "$personA", "course": "ORIGIN", "reason": "ill"}"#,
      refused: .conflict, "the scheme's version in force has no stage ORIGIN"),
    Step(
      ["certificate", "proposal", "00000000-0000-0000-0000-000000000001"],
      "GET proposals/00000000-0000-0000-0000-000000000001", refused: .notFound,
      "there is no proposal “00000000-0000-0000-0000-000000000001”"),
  ]

  private static func proposing(by person: String, keeping name: String) -> Step {
    Step(
      ["certificate", "propose", "$enrolmentA", "--scheme", "RELEASED", "--decided-by", person],
      "POST proposals", #"{"enrolment": "$enrolmentA", "scheme": "RELEASED", "decidedBy": "\#(person)"}"#,
      is: ["/state": "open", "/proposedBy": person], keeping: [name: "/id"])
  }

  private static func proposing(by person: String, refused: Step.Refusal, _ message: String) -> Step {
    Step(
      ["certificate", "propose", "$enrolmentA", "--scheme", "RELEASED", "--decided-by", person],
      "POST proposals", #"{"enrolment": "$enrolmentA", "scheme": "RELEASED", "decidedBy": "\#(person)"}"#,
      refused: refused, message)
  }

  private static func releasing(
    _ proposal: String, by person: String, refused: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      ["certificate", "release", proposal, "--decided-by", person], "POST proposals/\(proposal)/release",
      #"{"decidedBy": "\#(person)"}"#, refused: refused, message)
  }

  private static func declining(
    _ proposal: String, because reason: String, refused: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      ["certificate", "decline", proposal, "--reason", reason], "POST proposals/\(proposal)/decline",
      #"{"reason": "\#(reason)"}"#, refused: refused, message)
  }
}
