internal import Catalogue
internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// What a part of an upload is sent as (draft-ietf-httpbis-resumable-upload).
  static let uploadPart = DeclaredContent(
    mediaTypes: ["application/partial-upload"], schema: .text(), isRequired: true)

  /// Packages that are sent in parts, in the words of draft-ietf-httpbis-resumable-upload: where one breaks off, it goes on
  /// at the offset that is told, also after the server was killed.
  static let uploadRoutes: [Route] = [
    beginning,
    asks(
      "/api/v1/uploads/{upload}", "Show how far an upload has come, in its head too.", told: .upload(200)
    ) { call in ShowUpload(try call.upload()) },
    appending,
    ending,
    works(
      "/api/v1/uploads/{upload}/import", "Import a package that was sent in parts; the upload goes with it.",
      needing: .changeRecords,
      takes: .optional("dryRun", .truth, else: false, "false", "Read and plan only; the upload stays."),
      .optional("catalogue", .code("TTT"), "The catalogue to offer the course in: the version is published."),
      .optional("code", .code(), "The code of a new course; worked out from its title where not given."),
      .optional(
        "variantOf", .reference(), "The course that the package is in another language, with language."),
      .optional("language", .language, "The language of that variant."),
      .optional("apply", .line("3f2a"), "The hash of the plan that was agreed to."),
      .optional("name", .line("course.zip"), "The name that findings are given under."), told: .imported
    ) { call, isDryRun, catalogue, code, course, language, hash, name in
      let (principal, files) = (try call.knownPrincipal(), call.endpoint.uploadFiles)
      let upload = try call.registrar.answer(ShowUpload(call.upload()), as: principal)
      let request = ImportRequest(
        .path(files.path(of: upload.id)), name: call.packageName(name), isDryRun: isDryRun, code: code,
        variant: try variant(of: course, in: language) { .member("/\($0)", "missing-field", $1) },
        catalogue: catalogue, planHash: hash,
        schemas: call.endpoint.schemas)
      return LongTask { terms in
        try files.requireWhole(upload)
        let report = try call.registrar.importPackage(request, as: principal, on: terms)
        if !isDryRun {
          _ = try call.registrar.perform(EndUpload(upload.id), as: principal)
          try files.remove(upload.id)
        }
        return report
      }
    },
  ]

  private static let beginning: Route = changes(
    "/api/v1/uploads", "Begin to send a package in parts; it is kept for a day.",
    takes: .needed("lengthBytes", .positive, "How many bytes it has; 1 GiB at the most."),
    .optional(
      "sha256", .text("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
      "SHA-256 of the whole in hexadecimal: what comes is held against it."),
    told: .begun
  ) { _, lengthBytes, digest in BeginUpload(lengthBytes: lengthBytes, digest: digest) }

  private static let appending = Route(
    "PATCH", "/api/v1/uploads/{upload}", .records, .holders(of: .changeRecords),
    "Send the next part, from the offset that the header Upload-Offset names.", body: .part,
    content: uploadPart, answers: [DeclaredAnswer(204, "It has come.", [], fields: UploadFields.declared)]
  ) { call, answering in
    guard let part = call.request.sink as? UploadPart else {
      preconditionFailure("the route streams its body")
    }
    try answering.sendLater {
      try part.finish()
      return Response(status: 204, headers: try UploadFields.of(part.upload, in: call.endpoint.uploadFiles))
    }
  }

  private static let ending = Route(
    "POST", "/api/v1/uploads/{upload}/cancel", .records, .holders(of: .changeRecords),
    "Call an upload off; nothing of it is kept.", body: .json(limitBytes: recordBytes),
    content: DeclaredContent(mediaTypes: ["application/json"], schema: .object([]), isRequired: false),
    answers: [DeclaredAnswer(204, "It is gone.", [])]
  ) { call, answering in
    _ = try Members().read(call.fields(orNone: true))
    try call.registrar.perform(
      EndUpload(call.upload()), as: call.knownPrincipal(), on: Terms.none
    ) { outcome in
      answering.send {
        try call.endpoint.uploadFiles.remove(outcome.get().id)
        return Response(status: 204)
      }
    }
  }
}

/// What the head of an answer tells of an upload.
enum UploadFields {
  static let declared: [Schema.Member] = [
    .init("Upload-Offset", .count, "How many bytes have come."), .init("Upload-Length", .count),
    .init("Upload-Complete", .text(example: "?0"), "`?1` once all have come (RFC 8941)."),
  ]

  static func of(_ upload: PartialUpload, in files: UploadFiles) throws -> [Response.Field] {
    let offset = try files.sizeBytes(of: upload.id)
    return [
      Response.Field("Upload-Offset", String(offset)),
      Response.Field("Upload-Length", String(upload.lengthBytes)),
      Response.Field("Upload-Complete", offset == upload.lengthBytes ? "?1" : "?0"),
    ]
  }
}

extension Telling where Outcome == PartialUpload {
  /// The upload and how far it has come.
  fileprivate static func upload(_ status: Int) -> Telling {
    Telling([.json(status, "As it stands.", UploadRepresentation.schema, fields: UploadFields.declared)]) {
      upload, call in
      try .standing(of: upload, status: status, call)
    }
  }
}

extension Telling where Outcome == BeginUpload.Outcome {
  /// The upload that was begun; the files of those that are past their time go.
  fileprivate static var begun: Telling {
    Telling([
      .json(
        201, "It was begun.", UploadRepresentation.schema,
        fields: [DeclaredAnswer.location] + UploadFields.declared)
    ]) { outcome, call in
      try call.endpoint.uploadFiles.remove(allBefore: outcome.upload.id, but: outcome.known)
      var response = try Response.standing(of: outcome.upload, status: 201, call)
      response.headers.append(Response.Field("Location", "/api/v1/uploads/\(outcome.upload.id)"))
      return response
    }
  }
}

extension Response {
  fileprivate static func standing(
    of upload: PartialUpload, status: Int, _ call: Call
  ) throws -> Response {
    let files = call.endpoint.uploadFiles
    let told = UploadRepresentation(upload, offsetBytes: try files.sizeBytes(of: upload.id))
    var response = Response.json(told, status: status)
    response.headers += try UploadFields.of(upload, in: files)
    return response
  }
}

extension Call {
  /// The upload that the path names.
  fileprivate func upload() throws(UploadRefused) -> UploadID {
    guard let id = UploadID(captures[0]) else { throw .unknown(captures[0]) }
    return id
  }
}

// The head of a part.
extension Route {
  /// Takes the next part of an upload, from whoever may send it.
  func receivePart(of head: RequestHead, at endpoint: Endpoint) throws -> BodyReception {
    guard let principal = try endpoint.admit(head, to: self) else { throw Problem.unauthenticated }
    let named = pattern.captures(in: segmentTexts(of: head.path))?.first ?? ""
    guard let id = UploadID(named) else { throw UploadRefused.unknown(named) }
    let upload = try endpoint.registrar.answer(ShowUpload(id), as: principal)
    try head.checkContentType(content?.mediaTypes ?? [])
    let offset = try head.uploadOffset()
    let part = try endpoint.uploadFiles.beginPart(of: upload, at: offset)
    return .stream(part, limitBytes: upload.lengthBytes - offset)
  }
}

extension RequestHead {
  /// The header `Upload-Offset`: a whole number.
  fileprivate func uploadOffset() throws(Problem) -> Int {
    let values = headers.values("Upload-Offset")
    guard values.count == 1, values[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let offset = Int(values[0])
    else {
      throw Problem(.badRequest, "upload-offset-missing", "a part says where it begins")
        .toBeMended(by: "send one header Upload-Offset with the number of bytes that have come before it")
        .with(Problem.Flaw(place: .header("Upload-Offset"), detail: "this is not one whole number"))
    }
    return offset
  }
}
