import JSON
import ProgramDriver
import Testing

/// Forms of values that stand anywhere (Data 2.2 and 4).
let formRequirements: [Requirement] =
  generalForms + identifierForms + textForms + timeForms

private let generalForms: [Requirement] = [
  .accepts("Data 2.4", "actor, verb and object are required", [Parts.statement()]),
  .refuses(
    "Data 2.4", "actor, verb and object are required",
    [
      "{}", #"{"verb": \#(Parts.verb), "object": \#(Parts.activity)}"#,
      #"{"actor": \#(Parts.agent), "object": \#(Parts.activity)}"#,
      #"{"actor": \#(Parts.agent), "verb": \#(Parts.verb)}"#,
    ]),
  .refuses(
    "Data 2.2",
    "The LRS MUST reject Statements with any null values (except inside extensions)",
    Parts.anywhere(actor: "null") + Parts.anywhere(verb: #"{"id": null}"#)
      + Parts.anywhere(object: #"{"id": "http://example.org/a", "definition": null}"#)
      + Parts.result(#""success": null"#) + Parts.result(#""score": {"raw": null}"#)
      + Parts.context(#""registration": null"#) + Parts.context(#""contextActivities": {"parent": [null]}"#)
      + Parts.extensions("null") + [
        Parts.statement(#""id": null, "#), Parts.statement(#""attachments": null, "#),
      ]
  ),
  .accepts(
    "Data 2.2", "null, the empty string and the empty object are values inside extensions",
    Parts.extensions(#"{"http://example.org/e": null}"#) + Parts.extensions(#"{"http://example.org/e": ""}"#)
      + Parts.extensions(#"{"http://example.org/e": {"a": [null, {}]}}"#) + Parts.extensions("{}")),
  .refuses(
    "Data 2.2", "strings where numbers are required, even if those strings contain numbers",
    Parts.result(#""score": {"raw": "1"}"#) + Parts.result(#""score": {"scaled": "0.5"}"#)
      + [
        Parts.statement(
          #""attachments": [{"usageType": "x:u", "display": {}, "contentType": "a/b", "length": "1", "sha2": "\#(String(repeating: "a", count: 64))", "fileUrl": "x:f"}], "#
        )
      ]),
  .refuses(
    "Data 2.2", "strings where booleans are required, even if those strings contain booleans",
    Parts.result(#""success": "true""#) + Parts.result(#""completion": "false""#)),
  .refuses(
    "Data 2.2",
    "with any non-format-following key or value, including the empty string, where a string with a particular format is required",
    Parts.anywhere(verb: #"{"id": ""}"#) + Parts.anywhere(object: #"{"id": ""}"#)
      + Parts.context(#""registration": """#) + Parts.context(#""language": """#)
      + Parts.result(#""duration": """#) + Parts.anywhere(actor: #"{"mbox": ""}"#)),
  .refuses(
    "Data 2.2", "where the case of a key does not match the case specified in this specification",
    [
      #"{"Actor": \#(Parts.agent), "verb": \#(Parts.verb), "object": \#(Parts.activity)}"#,
      Parts.statement(#""Result": {}, "#),
    ] + Parts.anywhere(actor: #"{"Mbox": "mailto:a@example.org"}"#)
      + Parts.anywhere(verb: #"{"ID": "http://example.org/v"}"#) + Parts.result(#""Success": true"#)
      + Parts.context(#""Registration": "\#(Parts.uuid)""#)),
  .refuses(
    "Data 2.2",
    "where the case of a value restricted to enumerated values does not match an enumerated value given in this specification",
    Parts.anywhere(actor: #"{"objectType": "agent", "mbox": "mailto:a@example.org"}"#)
      + Parts.anywhere(object: #"{"objectType": "activity", "id": "http://example.org/a"}"#)
      + Parts.definition(#""interactionType": "Choice""#)),
  .refuses(
    "Data 2.2", "where a key or value is not allowed by this specification",
    [Parts.statement(#""role": "admin", "#)]
      + Parts.anywhere(actor: #"{"mbox": "mailto:a@example.org", "age": 1}"#)
      + Parts.anywhere(verb: #"{"id": "http://example.org/v", "name": {}}"#)
      + Parts.anywhere(object: #"{"id": "http://example.org/a", "name": {}}"#)
      + Parts.definition(#""title": {}"#) + Parts.result(#""grade": 1"#)
      + Parts.result(#""score": {"percent": 1}"#)
      + Parts.context(#""course": 1"#) + Parts.context(#""contextActivities": {"child": []}"#)),
  .refuses(
    "Data 2.2", "containing IRL or IRI values without a scheme",
    Parts.anywhere(verb: #"{"id": "did"}"#) + Parts.anywhere(object: #"{"id": "activities/1"}"#)
      + Parts.anywhere(object: #"{"id": "//example.org/1"}"#) + Parts.definition(#""type": "lesson""#)
      + Parts.definition(#""moreInfo": "/info""#)
      + Parts.anywhere(actor: #"{"account": {"homePage": "example.org", "name": "1"}}"#)
      + Parts.anywhere(actor: #"{"openid": "me"}"#) + Parts.extensions(#"{"key": 1}"#)),
  .accepts(
    "Data 4.3", "IRIs MUST be … any scheme, and characters beyond ASCII",
    Parts.anywhere(verb: #"{"id": "urn:example:did"}"#)
      + Parts.anywhere(object: #"{"id": "http://example.com/فعل/خواندن"}"#)),
]

private let identifierForms: [Requirement] = [
  .accepts(
    "Data 4.4", "Universally Unique Identifiers, in standard string form, of any version",
    Parts.context(#""registration": "\#(Parts.uuid)""#)
      + Parts.context(#""registration": "\#(Parts.uuid.uppercased())""#)
      + Parts.context(#""registration": "7ccd3322-e1a5-111a-967d-6a735c76f119""#)),
  .refuses(
    "Data 4.4", "the UUID MUST be in standard string form, of variant 2 of RFC 4122",
    [
      "MUST", "ec531277b57b4c158d91d292c5b2b8f7", "{ec531277-b57b-4c15-8d91-d292c5b2b8f7}",
      "ec531277-b57b-4c15-8d91-d292c5b2b8f", "ec531277-b57b-4c15-8d91-d292c5b2b8f77",
      "gc531277-b57b-4c15-8d91-d292c5b2b8f7", "ec531277-b57b-4c15-0d91-d292c5b2b8f7",
    ].flatMap { id in
      Parts.context(#""registration": "\#(id)""#)
        + [
          Parts.statement(#""id": "\#(id)", "#),
          Parts.statement(object: #"{"objectType": "StatementRef", "id": "\#(id)"}"#),
        ]
    }),
]

private let textForms: [Requirement] = [
  .accepts(
    "Data 4.2", "a language map is a dictionary where the key is a RFC 5646 Language Tag",
    ["de", "de-DE", "zh-Hant", "sr-Latn-RS", "cmn", "es-MX", "zh-Hans-CN", "ase", "fr-CA", "und"].flatMap {
      Parts.languageMap(#"{"\#($0)": "text"}"#) + Parts.context(#""language": "\#($0)""#)
    } + Parts.languageMap("{}")),
  .refuses(
    "Data 4.2",
    "a language map is a dictionary where the key is a RFC 5646 Language Tag, and the value is a string",
    ["something", "a12345678", "zh-z-aaa-z-bbb-c-ccc", "en_US", "e", "1"].flatMap {
      Parts.languageMap(#"{"\#($0)": "text"}"#) + Parts.context(#""language": "\#($0)""#)
    } + Parts.languageMap(#"{"en": 1}"#) + Parts.languageMap(#""text""#) + Parts.languageMap("[]")),
  .refuses(
    "Data 4.1", "The keys of an extensions map MUST be IRIs; extensions are an object",
    Parts.extensions(#"{"": 1}"#) + Parts.extensions("[]") + Parts.extensions(#""x""#)),
  .accepts(
    "Communication 1.4", "All strings MUST be encoded and interpreted as UTF-8",
    [Parts.statement(actor: #"{"mbox": "mailto:a@example.org", "name": "Ürsula 李 😀 \u00e9"}"#)]),
]

private let timeForms: [Requirement] = [
  .accepts(
    "Data 4.5", "A Timestamp MUST be formatted according to ISO 8601, and SHOULD as RFC 3339",
    [
      "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456Z", "2026-01-01T05:30:00+05:30",
      "2026-01-01T00:00:00-07:00", "2026-01-01T00:00:00+00:00", "2026-01-01 00:00:00.601+00:00",
    ].flatMap {
      Parts.anywhere(#""timestamp": "\#($0)", "#)
    }),
  .accepts(
    "Data 4.5", "A Timestamp MUST be formatted according to ISO 8601", in: [.version1],
    ["20260101T000000Z", "20260101T000000.5+0530", "2026-01-01T00:00:00", "2026-01-01T00:00:00+05"].flatMap {
      Parts.anywhere(#""timestamp": "\#($0)", "#)
    }),
  .refuses(
    "4.2.7", "Timestamps shall be formatted according to RFC 3339", in: [.version2],
    ["20260101T000000Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+05", "2026-01-01T00:00:00+0530"].flatMap
    {
      Parts.anywhere(#""timestamp": "\#($0)", "#)
    }),
  .accepts(
    "Data 2.4.7", "An LRS SHOULD NOT reject a timestamp for having a greater value than the current time",
    Parts.anywhere(#""timestamp": "2199-01-01T00:00:00Z", "#)),
  .refuses(
    "Data 4.5", "A Timestamp MUST be formatted according to ISO 8601; -00, -0000 and -00:00 are no offsets",
    [
      "2026-01-01T00:00:00-00", "2026-01-01T00:00:00-0000", "2026-01-01T00:00:00-00:00", "yesterday",
      "2026-01-01", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z",
      "20260101T000000-0000",
    ].flatMap { Parts.anywhere(#""timestamp": "\#($0)", "#) }
      + [Parts.statement(#""stored": "yesterday", "#)]),
  .accepts(
    "Data 4.6", "Durations MUST be expressed using the format of ISO 8601:2004(E) section 4.4.3.2",
    ["PT4H35M59.14S", "P3Y", "P4W", "P1DT12H", "PT0S", "PT16559.14S", "P3Y1M29DT4H35M59.14S", "PT0.0001S"]
      .flatMap {
        Parts.result(#""duration": "\#($0)""#)
      }),
  .refuses(
    "Data 4.6", "Durations MUST be expressed using the format of ISO 8601:2004(E) section 4.4.3.2",
    ["P4W1D", "PA1H", "P", "PT", "1H", "PT1", "P1H", "PT1D", "P1S", "PT1M1H", "P1Y1Y"].flatMap {
      Parts.result(#""duration": "\#($0)""#)
    }),
  Requirement(
    "Data 4.5",
    "A Timestamp … MUST preserve, for the timestamp and stored parameters, at least millisecond precision"
  ) { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1, #""timestamp": "2026-01-01T00:00:00.123Z", "#))
    let stored = try visit.stored(1)
    #expect(stored.text("timestamp") == "2026-01-01T00:00:00.123Z")
    #expect(stored.text("stored").split(separator: ".").last?.count ?? 0 >= 4)
  },
  Requirement(
    "4.2.7", "The LRS shall return timestamps in UTC: the same instant", in: [.version2]
  ) { (visit) throws in
    _ = try visit.post(
      "/statements", visit.statement(id: 1, #""timestamp": "2026-01-01T05:30:00.25+05:30", "#))
    #expect(try visit.stored(1).text("timestamp") == "2026-01-01T00:00:00.25Z")
    _ = try visit.post("/statements", visit.statement(id: 2, #""timestamp": "2026-01-01 00:00:00.601Z", "#))
    #expect(try visit.stored(2).text("timestamp") == "2026-01-01T00:00:00.601Z")
  },
]
