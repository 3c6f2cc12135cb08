import JSON
import ProgramDriver
import Testing

/// Verbs, objects and results (Data 2.4.3 to 2.4.5).
let objectRequirements: [Requirement] = [
  .refuses(
    "Data 2.4.3", "id: IRI, Required; display: Language Map",
    [#"{}"#, #"{"display": {"en": "did"}}"#, #"{"id": 1}"#, #""http://example.org/v""#].flatMap {
      Parts.anywhere(verb: $0)
    }),
  .refuses(
    "Data 2.4.4", "Other valid values are: Agent, Group, SubStatement or StatementRef",
    Parts.anywhere(object: #"{"objectType": "Course", "id": "http://example.org/a"}"#)
      + Parts.anywhere(object: #"{"objectType": 1, "id": "http://example.org/a"}"#)
      + Parts.anywhere(object: #"{"objectType": "Person", "mbox": "mailto:a@example.org"}"#)),
  .refuses(
    "Data 2.4.4.1", "An identifier for a single unique Activity: IRI, Required",
    ["{}", #"{"objectType": "Activity"}"#, #"{"id": 1}"#, "[]"].flatMap { Parts.anywhere(object: $0) }),
  .refuses(
    "Data 2.4.4.1",
    "name and description are Language Maps, type is an IRI, moreInfo an IRL, definition an Object",
    ([#""name": "n""#, #""description": []"#, #""type": 1"#, #""moreInfo": 1"#]).flatMap(Parts.definition)
      + Parts.anywhere(object: #"{"id": "http://example.org/a", "definition": "d"}"#)),
  .accepts(
    "Data 2.4.4.1", "Interaction Activities have an interactionType and the properties of that type",
    [
      "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
      "numeric",
      "other",
    ].flatMap { Parts.definition(#""interactionType": "\#($0)", "correctResponsesPattern": []"#) }
      + Parts.definition(
        #""interactionType": "choice", "choices": [{"id": "a"}, {"id": "b", "description": {"en": "B"}}]"#)
  ),
  .refuses(
    "Data 2.4.4.1", "Interaction Activities MUST have a valid interactionType",
    ([
      #""interactionType": "essay""#, #""interactionType": 1"#, #""correctResponsesPattern": ["true"]"#,
      #""choices": []"#, #""scale": []"#, #""source": []"#, #""target": []"#, #""steps": []"#,
    ]).flatMap(Parts.definition)),
  .refuses(
    "Data 2.4.4.1",
    "Within an array of interaction components, all id values MUST be distinct; id: String, Required",
    (["choices", "scale", "source", "target", "steps"]).flatMap { list in
      Parts.definition(#""interactionType": "other", "\#(list)": [{"id": "a"}, {"id": "a"}]"#)
        + Parts.definition(#""interactionType": "other", "\#(list)": [{"description": {"en": "A"}}]"#)
        + Parts.definition(#""interactionType": "other", "\#(list)": ["a"]"#)
        + Parts.definition(#""interactionType": "other", "\#(list)": {"id": "a"}"#)
    }),
  .refuses(
    "Data 2.4.4.1", "correctResponsesPattern: Array of Strings",
    Parts.definition(#""interactionType": "other", "correctResponsesPattern": "a""#)
      + Parts.definition(#""interactionType": "other", "correctResponsesPattern": [1]"#)),
  .accepts(
    "Data 2.4.4.3",
    "There is no requirement for the LRS to validate that the UUID matches a Statement that exists",
    Parts.anywhere(object: #"{"objectType": "StatementRef", "id": "\#(Parts.uuid)"}"#)),
  .refuses(
    "Data 2.4.4.3",
    #"A Statement Reference MUST specify an "objectType" property … MUST set the "id" property"#,
    Parts.anywhere(object: #"{"objectType": "StatementRef"}"#)
      + Parts.anywhere(object: #"{"objectType": "statementref", "id": "\#(Parts.uuid)"}"#)
      + Parts.context(#""statement": {"id": "\#(Parts.uuid)"}"#)
      + Parts.context(#""statement": {"objectType": "Activity", "id": "\#(Parts.uuid)"}"#)),
  .refuses(
    "Data 2.4.4.3", #"A SubStatement MUST NOT have the "id", "stored", "version" or "authority" properties"#,
    [
      #""id": "\#(Parts.uuid)", "#, #""stored": "2026-01-01T00:00:00Z", "#, #""version": "1.0.0", "#,
      #""authority": \#(Parts.agent), "#,
    ].map { Parts.anywhere($0)[1] }),
  .refuses(
    "Data 2.4.4.3", "A SubStatement MUST NOT contain a SubStatement of its own, i.e., cannot be nested",
    [Parts.statement(object: Parts.subStatement(object: Parts.subStatement()))]),
  .refuses(
    "Data 2.4.5", "success and completion are Booleans, response is a String, score is an Object",
    [
      #""success": 1"#, #""completion": "yes""#, #""response": 1"#, #""score": 1"#, #""duration": 1"#,
      #""extensions": 1"#,
    ]
    .flatMap(Parts.result) + Parts.anywhere(#""result": [], "#)),
  .accepts(
    "Data 2.4.5.1", "Decimal number between -1 and 1, inclusive",
    [#""scaled": -1"#, #""scaled": 1"#, #""scaled": 1.0"#, #""scaled": 0.000"#, #""scaled": -1.0E0"#].flatMap
    {
      Parts.result(#""score": {\#($0)}"#)
    }),
  .refuses(
    "Data 2.4.5.1", "Decimal number between -1 and 1, inclusive",
    [#""scaled": -1.0001"#, #""scaled": 1.0001"#, #""scaled": 2"#, #""scaled": true"#].flatMap {
      Parts.result(#""score": {\#($0)}"#)
    }),
  .accepts(
    "Data 2.4.5.1", "Decimal number between min and max (if present, otherwise unrestricted), inclusive",
    [
      #""raw": 5, "min": 5, "max": 10"#, #""raw": 10, "min": 5, "max": 10"#, #""raw": -1e10"#,
      #""min": 0, "max": 1"#,
      #""raw": 5, "min": 1"#, #""raw": 0, "max": 0"#,
    ].flatMap { Parts.result(#""score": {\#($0)}"#) }),
  .refuses(
    "Data 2.4.5.1", "Decimal number between min and max …; less than max (if present)",
    [
      #""raw": 4.99, "min": 5, "max": 10"#, #""raw": 11, "min": 5, "max": 10"#, #""min": 1, "max": 1"#,
      #""min": 2, "max": 1"#, #""raw": 0, "min": 1"#, #""raw": 2, "max": 1"#,
    ].flatMap { Parts.result(#""score": {\#($0)}"#) }),
  Requirement(
    "Data 2.2", "numbers keep at least the precision of 64-bit floating point: they come back as sent"
  ) { (visit) throws in
    _ = try visit.post(
      "/statements", visit.statement(id: 1, #""result": {"score": {"raw": 0.12123434, "max": 100.00}}, "#))
    let score = try visit.stored(1)["result"]?["score"]
    #expect(String(decoding: score?["raw"]?.raw ?? [], as: UTF8.self) == "0.12123434")
    #expect(String(decoding: score?["max"]?.raw ?? [], as: UTF8.self) == "100.00")
  },
]
