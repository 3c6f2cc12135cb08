import Cryptography
import JSON
import ProgramDriver
import Testing

/// Attachments and signed statements (Data 2.4.11 and 2.6, Communication 1.5).
let attachmentRequirements: [Requirement] = transmission + form + signatures

private let note = "here is a simple attachment"

private let transmission: [Requirement] = [
  Requirement(
    "Communication 1.5.1",
    "an LRS MUST accept batches of Statements which contain only Attachment Objects with a populated fileUrl"
  ) { (visit) throws in
    let statement = visit.attaching(1, attachment(note, url: "http://example.org/file"))
    #expect(try visit.post("/statements", statement).status == 200)
    #expect(
      try visit.send(parts: [
        .statements(visit.attaching(2, attachment(note, url: "http://example.org/file")))
      ]).status == 200)
    #expect(try visit.send(parts: [.statements(visit.statement(id: 3))]).status == 200)
  },
  Requirement(
    "Communication 1.5.2",
    "an LRS MUST accept batches of Statements that contain Attachments in the Transmission Format"
  ) { (visit) throws in
    let batch = "[\(visit.attaching(1, attachment(note))), \(visit.attaching(2, attachment(note)))]"
    #expect(try visit.send(parts: [.statements(batch), .content(note)]).status == 200)
    let put = try visit.send(
      method: "PUT", "/statements?statementId=\(visit.id(3))",
      parts: [.statements(visit.attaching(3, attachment(note))), .content(note)])
    #expect(put.status == 204)
  },
  Requirement(
    "Communication 2.1.3",
    "If attachments is true, the LRS MUST use the multipart response format and include all Attachments"
  ) { (visit) throws in
    _ = try visit.send(parts: [.statements(visit.attaching(1, attachment(note))), .content(note)])
    for query in ["statementId=\(visit.id(1))", "verb=\(encoded(visit.iri("did")))"] {
      let answer = try visit.get("/statements?\(query)&attachments=true")
      #expect(answer.status == 200)
      let type = answer["Content-Type"] ?? ""
      #expect(type.hasPrefix("multipart/mixed; boundary="))
      let boundary = type.dropFirst("multipart/mixed; boundary=".count)
      let parts = answer.text.split(separator: "--\(boundary)", omittingEmptySubsequences: false)
      #expect(parts.count == 4)
      #expect(parts[1].contains("Content-Type: application/json"))
      #expect(parts[1].contains(visit.id(1)))
      #expect(parts[2].contains("X-Experience-API-Hash: \(sha2(note))"))
      #expect(parts[2].contains("Content-Transfer-Encoding: binary"))
      #expect(parts[2].hasSuffix("\r\n\r\n\(note)\r\n"))
      #expect(
        answer.text.split(separator: sha2(note), omittingEmptySubsequences: false).count == 3,
        "each hash twice")
    }
    let none = try visit.get("/statements?verb=\(encoded(visit.iri("none")))&attachments=true")
    #expect(none["Content-Type"]?.hasPrefix("multipart/mixed") == true)
  },
  Requirement(
    "Communication 2.1.3",
    "If attachments is false, the LRS MUST NOT include Attachment raw data and MUST report application/json"
  ) { (visit) throws in
    _ = try visit.send(parts: [.statements(visit.attaching(1, attachment(note))), .content(note)])
    for query in ["", "&attachments=false"] {
      let answer = try visit.get("/statements?statementId=\(visit.id(1))\(query)")
      #expect(answer["Content-Type"] == "application/json")
      #expect(!answer.text.contains(note))
    }
  },
  Requirement(
    "Communication 1.5.2",
    "an LRS MUST reject batches of Statements having Attachments that neither contain a fileUrl nor match a received Attachment part based on their hash"
  ) { (visit) throws in
    let two = visit.attaching(1, attachment(note), attachment("another"))
    #expect(try visit.post("/statements", visit.attaching(1, attachment(note))).status == 400)
    #expect(try visit.send(parts: [.statements(two), .content(note)]).status == 400)
    #expect(
      try visit.send(parts: [.statements(visit.attaching(1, attachment(note))), .content("another")]).status
        == 400)
    #expect(
      try visit.send(parts: [.statements(two), .content(note), .content("another"), .content("third")]).status
        == 400)
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").status == 404)
  },
  Requirement(
    "Communication 1.5.2",
    "The first part of the multipart document MUST contain the Statements themselves, with type application/json"
  ) { (visit) throws in
    let statement = visit.attaching(1, attachment(note))
    for parts in [
      [Part.statements(statement, type: "text/plain"), .content(note)],
      [.content(note), .statements(statement)],
      [.statements(statement), .statements(visit.statement(id: 2)), .content(note)],
    ] { #expect(try visit.send(parts: parts).status == 400) }
  },
  Requirement(
    "Communication 1.5.2",
    "MUST include an X-Experience-API-Hash parameter … MUST include a Content-Transfer-Encoding parameter with a value of binary in each part's header after the first"
  ) { (visit) throws in
    let statement = Part.statements(visit.attaching(1, attachment(note)))
    for head in [
      ["Content-Transfer-Encoding: binary"], ["X-Experience-API-Hash: \(sha2(note))"],
      ["X-Experience-API-Hash: \(sha2(note))", "Content-Transfer-Encoding: base64"],
      ["X-Experience-API-Hash: \(sha2("other"))", "Content-Transfer-Encoding: binary"],
    ] { #expect(try visit.send(parts: [statement, Part(head: head, data: note)]).status == 400, "\(head)") }
  },
  Requirement("Communication 1.5.2", "It MUST conform to the definition of \"multipart/mixed\" in RFC 2046") {
    (visit) throws in
    let parts = [Part.statements(visit.attaching(1, attachment(note))), .content(note)]
    let sound = body(parts)
    for (type, text) in [
      ("multipart/mixed", sound), ("multipart/mixed;", sound), ("multipart/mixed; boundary=Y", sound),
      ("multipart/form-data; boundary=X", sound), ("multipart/mixed; boundary=X", String(sound.dropFirst(4))),
      ("multipart/mixed; boundary=X", String(sound.dropLast(8))), ("multipart/mixed; boundary=X", ""),
    ] { #expect(try visit.post("/statements", text, ["Content-Type: \(type)"]).status == 400, "\(type)") }
    for (type, text) in [
      ("multipart/mixed; boundary=\"X\"", "\r\n" + sound),
      ("multipart/mixed; boundary=X", String(sound.dropLast())),
      ("multipart/mixed; boundary=X", sound.replacing(": ", with: ":").replacing("\":\"", with: "\": \"")),
    ] {
      let answer = try visit.post("/statements", text, ["Content-Type: \(type)"])
      #expect(answer.status == 200, "\(answer.text)")
    }
  },
]

private let form: [Requirement] = [
  .refuses(
    "Data 2.4.11",
    "usageType: IRI; display: Language Map; contentType: Internet Media Type; length: Integer; sha2: String; all Required",
    [
      #""usageType": "u""#, #""usageType": 1"#, #""display": "D""#, #""description": "D""#,
      #""contentType": 1"#,
      #""contentType": "text""#, #""length": "27""#, #""length": -1"#, #""length": 1.5"#, #""sha2": 1"#,
      #""sha2": "abc""#, #""fileUrl": "file""#, #""name": "x""#,
    ].map {
      Parts.statement(#""attachments": [\#(attachment(note, url: "http://example.org/f", replacing: $0))], "#)
    }
      + ["usageType", "display", "contentType", "length", "sha2"].map {
        Parts.statement(#""attachments": [\#(attachment(note, url: "http://example.org/f", without: $0))], "#)
      } + [Parts.statement(#""attachments": {}, "#), Parts.statement(#""attachments": ["x"], "#)])
]

private let signatures: [Requirement] = [
  Requirement("Data 2.6", "The JWS signature MUST use an algorithm of RS256, RS384, or RS512") {
    (visit) throws in
    for (place, algorithm) in ["RS256", "RS384", "RS512"].enumerated() {
      #expect(try visit.sign(place, SignedStatement.text(algorithm)).status == 200)
      let bare = SignedStatement.text(header: #"{"alg":"\#(algorithm)"}"#, signature: "AAAA")
      #expect(try visit.sign(place + 10, bare).status == 200)
    }
    for algorithm in ["HS256", "ES256", "none", "PS256", "rs256"] {
      #expect(try visit.sign(20, SignedStatement.text(header: #"{"alg":"\#(algorithm)"}"#)).status == 400)
    }
  },
  Requirement(
    "Data 2.6",
    "The LRS MUST reject requests to store Statements that contain malformed signatures, with HTTP 400"
  ) { (visit) throws in
    for text in [
      "", "signature", SignedStatement.text(header: "{"), SignedStatement.text(payload: "{"),
      SignedStatement.text(payload: "{}"), SignedStatement.text(payload: visit.statement()),
    ] {
      let answer = try visit.sign(1, text)
      #expect(answer.status == 400)
      #expect(try answer.json.text("detail").isEmpty == false)
    }
    #expect(try visit.sign(1, SignedStatement.text(), type: "text/plain").status == 400)
  },
  Requirement(
    "Data 2.6",
    "If the JWS header includes an X.509 certificate, validate the signature against that certificate as defined in JWS"
  ) { (visit) throws in
    for text in [
      SignedStatement.text(signature: "AAAA"),
      SignedStatement.text("RS256", signature: SignedStatement.signatures["RS512"]),
      SignedStatement.text(header: #"{"alg":"RS256","x5c":["AAAA"]}"#),
    ] { #expect(try visit.sign(1, text).status == 400) }
  },
]

/// A part of a request.
private struct Part {
  var head: [String]
  var data: String

  static func statements(_ text: String, type: String = "application/json") -> Part {
    Part(head: ["Content-Type: \(type)"], data: text)
  }

  static func content(_ data: String) -> Part {
    Part(
      head: [
        "Content-Type: text/plain", "Content-Transfer-Encoding: binary",
        "X-Experience-API-Hash: \(sha2(data))",
      ],
      data: data)
  }
}

private func body(_ parts: [Part]) -> String {
  parts.map { "--X\r\n\($0.head.joined(separator: "\r\n"))\r\n\r\n\($0.data)\r\n" }.joined() + "--X--\r\n"
}

private func sha2(_ text: String) -> String {
  do { return try SHA256.digest(of: Array(text.utf8)).hexadecimal } catch { return "" }
}

/// An attachment as a statement describes it.
private func attachment(
  _ data: String, type: String = "text/plain", usage: String = "http://example.org/usage", url: String? = nil,
  replacing member: String? = nil, without name: String? = nil
) -> String {
  var members = [
    ("usageType", "\"\(usage)\""), ("display", #"{"en": "File"}"#), ("contentType", "\"\(type)\""),
    ("length", "\(data.utf8.count)"), ("sha2", "\"\(sha2(data))\""),
  ]
  if let url { members.append(("fileUrl", "\"\(url)\"")) }
  let replaced = member.map { String($0.dropFirst().prefix { $0 != "\"" }) }
  let kept = members.filter { $0.0 != name && $0.0 != replaced }.map { "\"\($0.0)\": \($0.1)" }
  return "{" + (kept + [member].compactMap(\.self)).joined(separator: ", ") + "}"
}

extension Visit {
  fileprivate func attaching(_ place: Int, _ attachments: String...) -> String {
    statement(id: place, #""attachments": [\#(attachments.joined(separator: ", "))], "#)
  }

  fileprivate func send(
    method: String = "POST", _ path: String = "/statements", parts: [Part]
  ) throws -> Answer {
    let headers = ["Content-Type: multipart/mixed; boundary=X"]
    return method == "PUT" ? try put(path, body(parts), headers) : try post(path, body(parts), headers)
  }

  /// The statement that was signed, with a signature attached.
  fileprivate func sign(_ place: Int, _ jws: String, type: String = "application/octet-stream") throws
    -> Answer
  {
    let signature = attachment(jws, type: type, usage: "http://adlnet.gov/expapi/attachments/signature")
    let signed =
      SignedStatement.payload.dropLast() + #", "id": "\#(id(place))", "attachments": [\#(signature)]}"#
    return try send(parts: [.statements(String(signed)), .content(jws)])
  }
}
