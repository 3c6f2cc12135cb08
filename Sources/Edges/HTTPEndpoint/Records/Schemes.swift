internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Rules by which certificates are awarded.
  static let schemeRoutes: [Route] = [
    asks("/api/v1/schemes") { _ in
      ListSchemes()
    } _: { schemes, _ in
      .json(Page.whole(schemes))
    },
    changes("/api/v1/schemes") { _, fields in
      try fields.check(needs: ["code", "titles", "issuer"] + rulesNeeded, takes: rulesTaken)
      return AddScheme(
        code: try fields.required("code", .code()), titles: try fields.required("titles", .texts),
        issuer: try fields.required("issuer", .reference()), rules: try fields.rules())
    } _: { scheme, _ in
      .created(scheme, at: "/api/v1/schemes/\(scheme.code)")
    },
    asks("/api/v1/schemes/{scheme}") { _ in
      ListSchemes()
    } _: { schemes, call in
      let reference: Reference<Scheme> = try call.reference(0, .scheme)
      guard let scheme = schemes.first(where: { reference.names($0) }) else {
        throw NotFound(.scheme, reference.description)
      }
      return .json(scheme)
    },
    changes("/api/v1/schemes/{scheme}/versions") { call, fields in
      try fields.check(needs: rulesNeeded, takes: rulesTaken)
      return ReviseScheme(scheme: try call.reference(0, .scheme), rules: try fields.rules())
    } _: { scheme, _ in
      .created(scheme, at: "/api/v1/schemes/\(scheme.code)")
    },
  ]

  private static let rulesNeeded = ["kind", "course"]
  private static let rulesTaken = ["minimumScore", "validityMonths", "timeZone"]
}

extension Fields {
  /// The rules of one version; a certificate never ends where `validityMonths` is not given.
  fileprivate func rules() throws(Problem) -> AddScheme.Rules {
    AddScheme.Rules(
      kind: try required("kind", .choice()), course: try required("course", .reference()),
      minimumScore: try optional("minimumScore", .decimal),
      validity: try optional("validityMonths", .whole).map(Validity.months) ?? .unlimited,
      timeZone: try optional("timeZone", .text) ?? "UTC")
  }
}

extension Reference<Scheme> {
  fileprivate func names(_ scheme: Scheme) -> Bool {
    switch self {
    case .id(let id): scheme.id == id
    case .code(let code): scheme.code == code
    }
  }
}
