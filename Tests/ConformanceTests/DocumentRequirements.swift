import JSON
import ProgramDriver
import Testing

/// One of the three document resources, with parameters of a visit.
struct DocumentResource: Sendable {
  let path: String
  let idName: String
  let parameters: @Sendable (Visit) -> [String]

  static let all = [state, activityProfile, agentProfile]
  static let profiles = [activityProfile, agentProfile]

  static let state = DocumentResource(path: "/activities/state", idName: "stateId") {
    ["activityId=\(encoded($0.iri("activity")))", "agent=\(encoded($0.agent("actor")))"]
  }
  static let activityProfile = DocumentResource(path: "/activities/profile", idName: "profileId") {
    ["activityId=\(encoded($0.iri("activity")))"]
  }
  static let agentProfile = DocumentResource(path: "/agents/profile", idName: "profileId") {
    ["agent=\(encoded($0.agent("actor")))"]
  }

  func list(_ visit: Visit, _ more: String = "") -> String {
    "\(path)?\(parameters(visit).joined(separator: "&"))\(more)"
  }

  func one(_ visit: Visit, _ id: String = "one", _ more: String = "") -> String {
    list(visit, "&\(idName)=\(encoded(id))\(more)")
  }
}

/// State documents and profiles (Communication 2.2, 2.3, 2.6 and 2.7).
let documentRequirements: [Requirement] = [
  Requirement(
    "Communication 2.3, 2.6, 2.7",
    "Returns (PUT | POST | DELETE): 204 No Content; Returns (GET): 200 OK, the document"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      let target = resource.one(visit)
      #expect(try visit.get(target).status == 404)
      #expect(
        try visit.put(target, "any \u{1}é text", ["Content-Type: text/x-test; a=b", "If-None-Match: *"])
          .status == 204)
      let found = try visit.get(target)
      #expect(found.status == 200)
      #expect(found.text == "any \u{1}é text")
      #expect(found["Content-Type"] == "text/x-test; a=b")
      let head = try visit.head(target)
      #expect(head.status == 200)
      #expect(head.body.isEmpty)
      #expect(try visit.delete(target).status == 204)
      #expect(try visit.get(target).status == 404)
      #expect(try visit.delete(target).status == 204)
    }
  },
  Requirement(
    "Communication 2.2",
    "The LRS MUST NOT reject documents on the basis of not having prior knowledge of the Activity and/or Agent"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      for (place, (text, type)) in [
        ("{}", "application/json"), ("1", "application/json"), ("[1]", "application/json"),
        ("1", "text/plain"),
        ("true", "application/x-www-form-urlencoded"),
      ].enumerated() {
        let answer = try visit.post(resource.one(visit, "\(place)"), text, ["Content-Type: \(type)"])
        #expect(answer.status == 204, "\(text)")
      }
    }
  },
  Requirement(
    "Communication 2.2", "When returning a single document, the LRS SHOULD include a \"Last-Modified\" header"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      _ = try visit.post(resource.one(visit), "{}")
      #expect(try visit.get(resource.one(visit))["Last-Modified"]?.hasSuffix("GMT") == true)
      #expect(try visit.get(resource.list(visit))["Last-Modified"]?.hasSuffix("GMT") == true)
    }
  },
  Requirement(
    "Communication 2.2",
    "it MUST merge the posted document with the existing document … only top-level properties are merged"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      let target = resource.one(visit)
      _ = try visit.post(target, #"{"x": "foo", "y": {"a": 1}}"#)
      #expect(try visit.post(target, #"{"y": {"b": 2}, "z": "faz"}"#).status == 204)
      #expect(try visit.get(target).json.means(#"{"x": "foo", "y": {"b": 2}, "z": "faz"}"#))
    }
  },
  Requirement(
    "Communication 2.2",
    "If the document being posted or any existing document does not have a Content-Type of application/json, or if either document cannot be parsed as a JSON Object, the LRS MUST respond with HTTP status code 400 Bad Request, and MUST NOT update the target document"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      for (place, row) in [
        ("application/json", "{}", "text/plain", "{}"), ("text/plain", "{}", "application/json", "{}"),
        ("application/json", "{}", "application/json", "{"),
        ("application/json", "{}", "application/json", "[]"),
        ("application/json", "[]", "application/json", "{}"),
        ("application/json", "{}", "application/json", "1"),
      ].enumerated() {
        let target = resource.one(visit, "\(place)")
        _ = try visit.post(target, row.1, ["Content-Type: \(row.0)"])
        #expect(try visit.post(target, row.3, ["Content-Type: \(row.2)"]).status == 400, "\(row)")
        #expect(try visit.get(target).text == row.1)
      }
      #expect(try visit.post(resource.one(visit, "new"), "{").status == 400)
      #expect(try visit.get(resource.one(visit, "new")).status == 404)
    }
  },
  Requirement(
    "Communication 2.3, 2.6, 2.7",
    "Multiple Document GET: 200 OK, Array of id(s); since: stored since the specified Timestamp (exclusive)"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      #expect(try visit.get(resource.list(visit)).json.means("[]"))
      for id in ["b", "a"] { _ = try visit.post(resource.one(visit, id), "{}") }
      #expect(try visit.get(resource.list(visit)).json.means(#"["a", "b"]"#))
      #expect(try visit.get(resource.list(visit, "&since=2000-01-01T00:00:00Z")).json.means(#"["a", "b"]"#))
      #expect(try visit.get(resource.list(visit, "&since=2199-01-01T00:00:00Z")).json.means("[]"))
    }
  },
  Requirement(
    "Communication 2.3",
    "Deletes all state data for this context (Activity + Agent [+ registration if specified])"
  ) { (visit) throws in
    let state = DocumentResource.state
    let registration = "&registration=\(visit.id(1))"
    for (id, more) in [("a", ""), ("b", registration), ("c", registration)] {
      _ = try visit.post(state.one(visit, id, more), "{}")
    }
    #expect(try visit.get(state.list(visit)).json.means(#"["a", "b", "c"]"#))
    #expect(try visit.get(state.list(visit, registration)).json.means(#"["b", "c"]"#))
    #expect(try visit.get(state.one(visit, "b")).status == 404, "the registration is part of the context")
    #expect(try visit.get(state.one(visit, "b", registration)).status == 200)
    #expect(try visit.delete(state.list(visit, registration)).status == 204)
    #expect(try visit.get(state.list(visit)).json.means(#"["a"]"#))
    #expect(try visit.delete(state.list(visit)).status == 204)
    #expect(try visit.get(state.list(visit)).json.means("[]"))
  },
  Requirement(
    "4.1.6.2, 4.1.6.5", "agent: Agent or Identified Group", in: [.version2]
  ) { (visit) throws in
    let group = encoded(#"{"objectType": "Group", "mbox": "mailto:group@example.org"}"#)
    let anonymous = encoded(#"{"objectType": "Group", "member": [\#(visit.agent("a"))]}"#)
    for path in [
      "/agents/profile?profileId=\(visit.id(1))",
      DocumentResource.state.path + "?stateId=one&activityId=\(encoded(visit.iri("a")))",
    ] {
      #expect(try visit.post("\(path)&agent=\(group)", #"{"a": 1}"#).status == 204)
      #expect(try visit.get("\(path)&agent=\(group)").json.means(#"{"a": 1}"#))
      #expect(try visit.post("\(path)&agent=\(anonymous)", "{}").status == 400)
    }
  },
  Requirement(
    "Communication 2.3, 2.6, 2.7",
    "activityId: IRI, agent: Agent Object, registration: UUID, since: Timestamp; those that are Required"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      let sound = resource.parameters(visit)
      for place in sound.indices {
        var lacking = sound
        let name = lacking.remove(at: place).prefix { $0 != "=" }
        for value in [nil, "", "one", encoded("{}"), encoded(#"{"name": "A"}"#)] {
          let broken = lacking + (value.map { ["\(name)=\($0)"] } ?? []) + ["\(resource.idName)=one"]
          let target = "\(resource.path)?\(broken.joined(separator: "&"))"
          for answer in [
            try visit.get(target), try visit.delete(target), try visit.post(target, "{}"),
            try visit.put(target, "{}"),
          ] { #expect(answer.status == 400, "\(target)") }
        }
      }
      #expect(try visit.get(resource.list(visit, "&since=today")).status == 400)
      #expect(try visit.get(resource.list(visit, "&foo=bar")).status == 400)
      #expect(try visit.post(resource.list(visit), "{}").status == 400, "the id is Required")
      #expect(try visit.put(resource.list(visit), "{}").status == 400)
    }
    #expect(try visit.get(DocumentResource.state.list(visit, "&registration=1")).status == 400)
    for resource in DocumentResource.profiles {
      #expect(try visit.delete(resource.list(visit)).status == 400)
    }
  },
]

/// Entity tags and preconditions (Communication 3.1; IEEE 9274.1.1 4.1.4).
let concurrencyRequirements: [Requirement] = [
  Requirement(
    "Communication 3.1",
    "An LRS responding to a GET request MUST add an ETag HTTP header to the response … enclose the header in quotes … a hexadecimal string of the SHA-1 digest of the contents"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      _ = try visit.post(resource.one(visit), "abc", ["Content-Type: text/plain"])
      // FIPS 180: the digest of “abc”.
      #expect(try visit.get(resource.one(visit))["ETag"] == "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")
    }
  },
  Requirement(
    "Communication 3.1",
    "If-Match … in order to detect modifications made after the Client last fetched the document: 412 Precondition Failed; MUST NOT make a modification to the resource"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      let target = resource.one(visit)
      _ = try visit.post(target, #"{"a": 1}"#)
      let tag = try visit.get(target)["ETag"] ?? ""
      for wrong in ["\"1111111111111111111111111111111111111111\"", "1234", "W/\(tag)"] {
        #expect(try visit.put(target, "{}", ["If-Match: \(wrong)"]).status == 412)
        #expect(try visit.post(target, #"{"b": 1}"#, ["If-Match: \(wrong)"]).status == 412)
        #expect(try visit.delete(target, ["If-Match: \(wrong)"]).status == 412)
      }
      #expect(try visit.get(target).json.means(#"{"a": 1}"#))
      #expect(try visit.post(target, #"{"b": 1}"#, ["If-Match: \(tag)"]).status == 204)
      #expect(try visit.put(target, "{}", ["If-Match: \(tag)"]).status == 412, "it was changed meanwhile")
      let now = try visit.get(target)["ETag"] ?? ""
      #expect(try visit.put(target, "{}", ["If-Match: \(now)"]).status == 204)
      let last = try visit.get(target)["ETag"] ?? ""
      #expect(try visit.delete(target, ["If-Match: \(last)"]).status == 204)
    }
  },
  Requirement(
    "Communication 3.1",
    "If-None-Match … if it contains \"*\", in order to detect when there is a resource present that the Client is not aware of"
  ) { (visit) throws in
    for resource in DocumentResource.all {
      let target = resource.one(visit)
      #expect(try visit.put(target, "1", ["If-None-Match: *"]).status == 204)
      #expect(try visit.put(target, "2", ["If-None-Match: *"]).status == 412)
      #expect(try visit.post(target, "{}", ["If-None-Match: *"]).status == 412)
      #expect(try visit.get(target).text == "1")
    }
  },
  Requirement(
    "Communication 3.1",
    "If a PUT request is received without either header for a resource that already exists: 409 Conflict, a response explaining …, MUST NOT make a modification"
  ) { (visit) throws in
    for resource in visit.isVersion2 ? DocumentResource.all : DocumentResource.profiles {
      let target = resource.one(visit)
      _ = try visit.post(target, "{}")
      let answer = try visit.put(target, "[]")
      #expect(answer.status == 409)
      #expect(try answer.json.text("remedy").contains("If-Match"))
      #expect(try visit.get(target).text == "{}")
    }
  },
  Requirement(
    "Communication 3.1",
    "The State Resource will permit PUT, POST and DELETE requests without concurrency headers",
    in: [.version1]
  ) { (visit) throws in
    let target = DocumentResource.state.one(visit)
    for text in ["1", "2"] { #expect(try visit.put(target, text).status == 204) }
    #expect(try visit.get(target).text == "2")
    #expect(try visit.delete(target).status == 204)
  },
  Requirement(
    "Communication 3.1",
    "A Client making a PUT request to either the Agent Profile Resource or Activity Profile Resource MUST include the If-Match header or the If-None-Match header",
    in: [.version1]
  ) { (visit) throws in
    for resource in DocumentResource.profiles {
      #expect(try visit.put(resource.one(visit), "{}").status == 400)
      #expect(try visit.get(resource.one(visit)).status == 404)
    }
  },
  Requirement("4.1.4", "a new document may be put without either header", in: [.version2]) { (visit) throws in
    for resource in DocumentResource.all { #expect(try visit.put(resource.one(visit), "{}").status == 204) }
  },
]
