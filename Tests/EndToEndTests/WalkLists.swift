/// What lists are narrowed by, the same at both doors: what is found, and that nothing else is.
extension Walk {
  static let lists: [Step] =
    [
      finding("party", "organisation", ["region": "ESA"], "/items/0/code", "MEMBER-A"),
      finding("party", "organisation", ["region": "ESA", "kind": "donor"]),
      finding("person", "person", ["name": "ficer b"], "/items/0/id", "$personB"),
      finding("person", "person", ["name": "Officer_"]),
      finding("person", "person", ["mailbox": "nobody@example.org"]),
      finding("person", "person", ["organisation": "MEMBER-A", "limit": "1"], "/items/0/id", "$personA"),
      finding("person", "person", ["organisation": "SECRETARIAT"]),
      finding("course", "course", ["catalogue": "TTT"], "/items/0/code", "ORIGIN"),
      finding("session", "session", ["state": "cancelled"], "/items/0/code", "S-2"),
      finding("session", "session", ["course": "ORIGIN", "state": "closed"], "/items/0/code", "S-1"),
      finding("session", "session", ["host": "MEMBER-A"]),
      finding(
        "session", "session", ["from": "2026-03-31", "to": "2026-03-31", "state": "closed"], "/items/0/code",
        "S-1"),
      finding("session", "session", ["from": "2026-04-01"]),
      finding("session", "session", ["to": "2026-02-28"]),
      finding("nomination", "nomination", ["state": "selected"], "/items/1/person", "$personC"),
      finding("nomination", "nomination", ["person": "$personD"], "/items/0/state", "declined"),
      finding("nomination", "nomination", ["organisation": "SECRETARIAT"]),
      finding("certificate", "certificate", ["state": "revoked"], "/items/0/code", "$successor"),
      finding("certificate", "certificate", ["state": "replaced"], "/items/0/code", "$certificate"),
      finding("certificate", "certificate", ["state": "issued"], "/items/0/number", "CERT-2026-000003"),
      finding("certificate", "certificate", ["state": "expired"]),
      Step(
        ["certificate", "list", "--last-day-by", "9999-12-31"], "GET certificates?lastDayBy=9999-12-31",
        is: ["/items/0/number": "CERT-2026-000003", "/next": "null"]),
      Step(
        ["certificate", "list", "--last-day-by", "2026-12-31"], "GET certificates?lastDayBy=2026-12-31",
        is: ["/items": "[]"]),
      finding(
        "enrolment", "enrolment", ["state": "no-show", "person": "$personC"], "/items/0/id", "$enrolmentC"),
    ] + [
      refused("person", ["organisation": "NONE"], "there is no organisation “NONE”"),
      refused("session", ["course": "NONE"], "there is no course “NONE”"),
      refused("session", ["host": "NONE"], "there is no organisation “NONE”"),
      refused("nomination", ["person": "$enrolmentA"], "there is no person “$enrolmentA”"),
      refused("course", ["catalogue": "NONE"], "there is no catalogue “NONE”"),
    ]

  /// A list that has something at a place; none at all where no place is given.
  private static func finding(
    _ resource: String, _ noun: String, _ filter: KeyValuePairs<String, String>, _ pointer: String = "/items",
    _ expected: String = "[]"
  ) -> Step {
    Step(words(noun, filter), request(resource, filter), is: [pointer: expected])
  }

  private static func refused(
    _ noun: String, _ filter: KeyValuePairs<String, String>, _ message: String
  ) -> Step {
    Step(words(noun, filter), request(noun, filter), refused: .notFound, message)
  }

  private static func words(_ noun: String, _ filter: KeyValuePairs<String, String>) -> [String] {
    [noun, "list"] + filter.flatMap { ["--\($0.key)", $0.value] }
  }

  /// Over HTTP an organisation is a party.
  private static func request(_ resource: String, _ filter: KeyValuePairs<String, String>) -> String {
    let plural = resource == "party" ? "parties" : "\(resource)s"
    let query = filter.map { name, value in
      "\(name == "organisation" ? "party" : name)=\(value.replacing(" ", with: "%20"))"
    }
    return "GET \(plural)?\(query.joined(separator: "&"))"
  }
}
