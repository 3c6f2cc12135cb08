import Operations
import XAPI

extension RightsTable {
  /// A role does not open the documents of the record store: they have keys of their own.
  static let documents: [RightsRow] = [
    ("activities/state", .state(activity: "x:a", agent: .openID("x:b"), registration: nil)),
    ("activities/profile", .activityProfile(activity: "x:a")),
    ("agents/profile", .agentProfile(agent: .openID("x:b"))),
  ].flatMap { (path: String, context: DocumentContext) in
    let anyhow = DocumentPrecondition(ifMatch: nil, ifNoneMatch: nil, version: .version2)
    let document = Document(contentType: "text/plain", bytes: [])
    return [
      RightsRow("(document of \(path))", "GET /xapi/\(path)", "-- -- -- -- -- -- -- -- -- -- -- --") { _ in
        .inquiry(GetDocument(context: context, id: "one"))
      },
      RightsRow(
        "(put a document of \(path))", "PUT /xapi/\(path)", "-- -- -- -- -- -- -- -- -- -- -- --", json: "{}"
      ) { _ in
        .change(try PutDocument(document, as: "one", of: context, if: anyhow))
      },
      RightsRow(
        "(post a document of \(path))", "POST /xapi/\(path)", "-- -- -- -- -- -- -- -- -- -- -- --",
        json: "{}"
      ) { _ in
        .change(try PostDocument(document, as: "one", of: context, if: anyhow))
      },
      RightsRow(
        "(delete documents of \(path))", "DELETE /xapi/\(path)", "-- -- -- -- -- -- -- -- -- -- -- --"
      ) {
        _ in
        .change(DeleteDocuments("one", of: context, if: anyhow))
      },
    ]
  }
}
