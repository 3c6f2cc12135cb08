internal import HTTP
internal import JSON
internal import OpenBadges
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// What certificates are verified by, and the signed certificates themselves for whoever has their code.
  static let credentialRoutes: [Route] = [
    publishes("/credentials/keys") { call in try .keySet(call.answer(PublishedKeys())) },
    publishes("/.well-known/jwks.json") { call in try .keySet(call.answer(PublishedKeys())) },
    publishes("/credentials/keys/{credentialKey}") { call in
      guard let id = CredentialKeyID(call.captures[0]) else { throw CredentialKeyUnknown() }
      return try .key(call.answer(PublishedKey(id)))
    },
    publishes("/credentials/issuer") { call in try .profile(call.answer(ShowIssuer(nil))) },
    publishes("/credentials/issuers/{issuer}") { call in
      guard let id = PartyID(call.captures[0]) else { throw IssuerUnknown() }
      return try .profile(call.answer(ShowIssuer(id)))
    },
    publishes("/credentials/status/{list}/{purpose}") { call in
      guard let list = StatusListID(call.captures[0]),
        let purpose = StatusPurpose(rawValue: call.captures[1])
      else { throw StatusListUnknown() }
      return .token(try call.registrar.statusToken(of: list, purpose))
    },
    publishes("/credentials/certificates/{code}") { call in
      .token(Array(try call.credential().token.utf8))
    },
    publishes("/verify/{code}/credential.jwt") { call in
      .token(Array(try call.credential().token.utf8)).named("credential.jwt")
    },
    publishes("/verify/{code}/credential.json") { call in
      let token = Array(try call.credential().token.utf8)
      return Response(
        status: 200, headers: [Response.Field("Content-Type", "application/vc")],
        body: .bytes(EnvelopedCredential.json(of: token))
      ).named("credential.json")
    },
    Route(
      "GET", "/verify/{code}/certificate.pdf", .pages, .anyone,
      parameters: [
        .init(
          "language", .language, isRequired: false,
          "The language of the page; English where not given.")
      ]
    ) { call, answering in
      answering.send {
        let found = try call.limitingCodes { try call.answer(FindPages(code: call.captures[0])) }
        let language = call.head.query.first { $0.name == "language" }?.value
        return .pdf(try call.registrar.file(of: found, in: language)).named("\(call.captures[0]).pdf")
      }
    },
    publishes("/credentials/certificates/{code}/pages/{page}") { call in
      let found = try call.limitingCodes { try call.answer(FindPages(code: call.captures[0])) }
      return .pdf(try call.registrar.page(found.page(in: call.captures[1])))
    },
  ]

  private static func publishes(
    _ path: String, _ make: @escaping @Sendable (Call) throws -> Response
  ) -> Route {
    Route("GET", path, .pages, .anyone) { call, answering in answering.send { try make(call) } }
  }
}

extension Call {
  /// The signed credential of the certificate whose code is the first part of the path.
  fileprivate func credential() throws -> SignedCredential {
    try limitingCodes { try answer(FindCredential(code: captures[0])) }
  }
}

extension Response {
  fileprivate static func keySet(_ keys: TrustedKeys) throws -> Response {
    var writer = JSONWriter(.indented)
    try keys.write(in: &writer)
    return publicJSON(writer.bytes, "application/jwk-set+json")
  }

  fileprivate static func key(_ key: TrustedKeys.Named) throws -> Response {
    var writer = JSONWriter(.indented)
    try JSONWebKey(key.key).write(named: key.name, in: &writer)
    return publicJSON(writer.bytes, "application/jwk+json")
  }

  /// A profile of Open Badges that is a controlled identifier document too: it names the keys that speak for the issuer
  /// (VC-JOSE-COSE 1.0, “Controlled Identifier Documents”).
  fileprivate static func profile(_ issuer: ShowIssuer.Answer) throws -> Response {
    var writer = JSONWriter(.indented)
    try writer.object { json in
      json.member("@context") { json in
        json.array(
          [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://www.w3.org/ns/cid/v1",
          ]
        ) { $0.string($1) }
      }
      json.member("id", issuer.address)
      json.member("type") { $0.array(["Profile"]) { $0.string($1) } }
      json.member("name", issuer.name)
      try json.member("verificationMethod") { json in
        try json.array(issuer.keys.keys) { json, key in
          try json.object { json in
            json.member("id", key.name)
            json.member("type", "JsonWebKey")
            json.member("controller", issuer.address)
            try json.member("publicKeyJwk") { try JSONWebKey(key.key).write(named: key.name, in: &$0) }
          }
        }
      }
      json.member("assertionMethod") { json in
        json.array(issuer.keys.keys) { $0.string($1.name) }
      }
    }
    return publicJSON(writer.bytes, "application/json")
  }

  fileprivate static func token(_ octets: [UInt8]) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", "application/vc+jwt"), anyOrigin], body: .bytes(octets))
  }

  fileprivate static func pdf(_ octets: [UInt8]) -> Response {
    Response(status: 200, headers: [Field("Content-Type", "application/pdf")], body: .bytes(octets))
  }

  /// The same, to be kept as a file of this name.
  fileprivate func named(_ name: String) -> Response {
    var response = self
    response.headers.append(Field("Content-Disposition", "attachment; filename=\"\(name)\""))
    return response
  }

  private static func publicJSON(_ octets: [UInt8], _ mediaType: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", mediaType), anyOrigin], body: .bytes(octets + [0x0A]))
  }

  /// Verifiers that run in a browser read keys and states too. They are public, and asked for without anybody's key.
  private static let anyOrigin = Field("Access-Control-Allow-Origin", "*")
}
