/// Agents, groups and their identifiers, wherever they stand (Data 2.4.2).
let actorRequirements: [Requirement] = [
  .accepts(
    "Data 2.4.2.1",
    "An Agent MUST be identified by one (1) of the four types of Inverse Functional Identifiers",
    [
      #"{"mbox": "mailto:a@example.org"}"#,
      #"{"objectType": "Agent", "name": "A", "openid": "http://a.example.org"}"#,
      #"{"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}"#,
      #"{"account": {"homePage": "http://example.org", "name": "1"}}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.1",
    "An Agent MUST be identified by one (1) … MUST NOT include more than one (1) Inverse Functional Identifier",
    [
      "{}", #"{"name": "A"}"#, #"{"objectType": "Agent"}"#,
      #"{"mbox": "mailto:a@example.org", "openid": "http://a.example.org"}"#,
      #"{"mbox": "mailto:a@example.org", "mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}"#,
      #"{"openid": "http://a.example.org", "account": {"homePage": "http://example.org", "name": "1"}}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.1", "name is a String; an Agent has no member",
    [#"{"mbox": "mailto:a@example.org", "name": 1}"#, #"{"mbox": "mailto:a@example.org", "member": []}"#]
      .flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.3", #"The required format is "mailto:email address""#,
    [
      #"{"mbox": "a@example.org"}"#, #"{"mbox": "mailto:a"}"#, #"{"mbox": "mailto:"}"#,
      #"{"mbox": "http://example.org"}"#,
      #"{"mbox": 1}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.3", "The hex-encoded SHA1 hash of a mailto IRI",
    [
      #"{"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee"}"#,
      #"{"mbox_sha1sum": "gbd31e95054c018b10727ccffd2ef2ec3a016ee9"}"#, #"{"mbox_sha1sum": 1}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.4", "homePage: IRL, Required; name: String, Required",
    [
      #"{"account": {"homePage": "http://example.org"}}"#, #"{"account": {"name": "1"}}"#,
      #"{"account": {}}"#,
      #"{"account": {"homePage": "http://example.org", "name": 1}}"#, #"{"account": "1"}"#,
      #"{"account": {"homePage": "http://example.org", "name": "1", "id": "1"}}"#,
    ].flatMap(Parts.actor)),
  .accepts(
    "Data 2.4.2.2", "There are two types of Groups: Anonymous Groups and Identified Groups",
    [
      #"{"objectType": "Group", "member": [\#(Parts.agent)]}"#,
      #"{"objectType": "Group", "name": "G", "member": []}"#,
      #"{"objectType": "Group", "mbox": "mailto:g@example.org"}"#,
      #"{"objectType": "Group", "openid": "http://g.example.org", "member": [\#(Parts.agent)]}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.2", #"An Anonymous Group MUST include a "member" property listing constituent Agents"#,
    [
      #"{"objectType": "Group"}"#, #"{"objectType": "Group", "name": "G"}"#,
      #"{"objectType": "Group", "member": \#(Parts.agent)}"#, #"{"objectType": "Group", "member": [{}]}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.2", #"A Group MUST NOT contain Group Objects in the "member" property"#,
    [
      #"{"objectType": "Group", "member": [{"objectType": "Group", "mbox": "mailto:g@example.org"}]}"#,
      #"{"objectType": "Group", "mbox": "mailto:g@example.org", "member": [{"objectType": "Group", "member": []}]}"#,
    ].flatMap(Parts.actor)),
  .refuses(
    "Data 2.4.2.2", "An Identified Group MUST include exactly one (1) Inverse Functional Identifier",
    Parts.actor(#"{"objectType": "Group", "mbox": "mailto:g@example.org", "openid": "http://g.example.org"}"#)
  ),
  .refuses(
    "Data 2.4.4.2",
    "Statements that specify an Agent or Group as an Object MUST specify an 'objectType' property",
    Parts.anywhere(object: #"{"mbox": "mailto:a@example.org"}"#)),
]
