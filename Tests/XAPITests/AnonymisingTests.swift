import JSON
import Testing

@testable import XAPI

/// Somebody is made unknown in statements: every agent of theirs becomes one account, and names go.
@Suite struct AnonymisingTests {
  private static let mailbox = "mailto:amina@example.org"
  private static let digest = "4b1f0e3a2d5c6b7a8998877665544332211000ff"

  private static let anonymising = Anonymising(
    replaced: [.mailbox(mailbox), .mailboxDigest(digest)],
    unnamed: [
      .account(homePage: "http://registrar.test", name: "P"),
      .account(homePage: "http://registrar.test", name: "key-K"),
    ],
    by: .account(homePage: "http://registrar.test", name: "P")
  ) { $0.replacing("Amina Example", with: "erased") }

  private static let account = #""account":{"homePage":"http://registrar.test","name":"P"}"#

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String

    init(_ name: String, _ before: String, _ after: String) {
      (testDescription, self.before, self.after) = (name, before, after)
    }
  }

  static let rows = [
    Row(
      "the actor by a mailbox", #"{"actor":{"mbox":"\#(mailbox)","name":"Amina"},"id":"1"}"#,
      #"{"actor":{\#(account)},"id":"1"}"#),
    Row(
      "a mailbox in capitals", #"{"actor":{"objectType":"Agent","mbox":"mailto:Amina@Example.org"}}"#,
      #"{"actor":{"objectType":"Agent",\#(account)}}"#),
    Row("a digest", #"{"actor":{"mbox_sha1sum":"\#(digest)"}}"#, #"{"actor":{\#(account)}}"#),
    Row(
      "the own account with a name", #"{"actor":{\#(account),"name":"Amina"}}"#,
      #"{"actor":{\#(account)}}"#),
    Row(
      "a key that vouches",
      #"{"authority":{"account":{"homePage":"http://registrar.test","name":"key-K"},"name":"Amina's"}}"#,
      #"{"authority":{"account":{"homePage":"http://registrar.test","name":"key-K"}}}"#),
    Row(
      "a member of a group, beside another",
      #"{"actor":{"objectType":"Group","member":[{"mbox":"mailto:b@c.d","name":"B"},{"mbox":"\#(mailbox)"}]}}"#,
      #"{"actor":{"objectType":"Group","member":[{"mbox":"mailto:b@c.d","name":"B"},{\#(account)}]}}"#),
    Row(
      "the object, an instructor, and within a SubStatement",
      #"{"object":{"objectType":"SubStatement","actor":{"mbox":"\#(mailbox)"},"object":{"objectType":"Agent","mbox":"\#(mailbox)"}},"context":{"instructor":{"mbox":"\#(mailbox)","name":"A"}}}"#,
      #"{"object":{"objectType":"SubStatement","actor":{\#(account)},"object":{"objectType":"Agent",\#(account)}},"context":{"instructor":{\#(account)}}}"#
    ),
    Row(
      "the answer and the texts of the own result go, what it says of progress stays",
      #"{"actor":{"mbox":"\#(mailbox)"},"result":{"response":"my essay","score":{"scaled":0.90},"extensions":{"x:reason":"known by sight","x:progress":50,"x:list":["a",true]}}}"#,
      #"{"actor":{\#(account)},"result":{"score":{"scaled":0.90},"extensions":{"x:reason":"erased","x:progress":50,"x:list":["erased",true]}}}"#
    ),
    Row(
      "another's result stays",
      #"{"actor":{"mbox":"mailto:b@c.d"},"result":{"response":"yes"},"object":{"objectType":"Agent","mbox":"\#(mailbox)"}}"#,
      #"{"actor":{"mbox":"mailto:b@c.d"},"result":{"response":"yes"},"object":{"objectType":"Agent",\#(account)}}"#
    ),
    Row(
      "what came with it is no longer told of",
      #"{"actor":{"mbox":"\#(mailbox)"},"attachments":[{"sha2":"00"}],"version":"1.0.0"}"#,
      #"{"actor":{\#(account)},"version":"1.0.0"}"#),
    Row(
      "of another's statement about the person, the signature is no longer told of",
      #"{"actor":{"mbox":"mailto:b@c.d"},"context":{"instructor":{"mbox":"\#(mailbox)"}},"attachments":[{"usageType":"http://adlnet.gov/expapi/attachments/signature","sha2":"00"},{"usageType":"x:essay","sha2":"01"}]}"#,
      #"{"actor":{"mbox":"mailto:b@c.d"},"context":{"instructor":{\#(account)}},"attachments":[{"usageType":"x:essay","sha2":"01"}]}"#
    ),
    Row(
      "where the person only vouches, all that came with it stays",
      #"{"actor":{"mbox":"mailto:b@c.d"},"attachments":[{"usageType":"http://adlnet.gov/expapi/attachments/signature","sha2":"00"}],"authority":{\#(account),"name":"A"}}"#,
      #"{"actor":{"mbox":"mailto:b@c.d"},"attachments":[{"usageType":"http://adlnet.gov/expapi/attachments/signature","sha2":"00"}],"authority":{\#(account)}}"#
    ),
    Row(
      "a name in a text",
      #"{"actor":{"mbox":"\#(mailbox)"},"object":{"id":"x:y","definition":{"name":{"en":"For Amina Example"}}}}"#,
      #"{"actor":{\#(account)},"object":{"id":"x:y","definition":{"name":{"en":"For erased"}}}}"#),
    Row(
      "of somebody else nothing is touched, not even white space",
      #"{"actor": {"mbox": "mailto:b@c.d", "name": "Amina Example"}, "attachments": []}"#,
      #"{"actor": {"mbox": "mailto:b@c.d", "name": "Amina Example"}, "attachments": []}"#),
  ]

  @Test("statements with the person unknown", arguments: rows)
  func anonymised(row: Row) throws {
    let after = try Self.anonymising.statement(Array(row.before.utf8))
    #expect(String(decoding: after, as: UTF8.self) == row.after)
    #expect(try Self.anonymising.statement(after) == after, "a second time nothing is changed")
  }
}
