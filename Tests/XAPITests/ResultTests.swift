import Testing
import XAPI

/// xAPI 1.0.3 Data 2.4.5 and 4.6.
struct ResultTests {
  @Test(arguments: [
    Broken("success as text", #"{"success":"true"}"#, .wrongType, "/success"),
    Broken("success as a number", #"{"success":1}"#, .wrongType, "/success"),
    Broken("completion as text", #"{"completion":"false"}"#, .wrongType, "/completion"),
    Broken("a response that is a number", #"{"response":1}"#, .wrongType, "/response"),
    Broken("a duration that is a number", #"{"duration":12}"#, .wrongType, "/duration"),
    Broken("extensions without scheme", #"{"extensions":{"x":1}}"#, .malformedIRI, "/extensions/x"),
    Broken("an unknown property", #"{"passed":true}"#, .unknownProperty, "/passed"),
    Broken("a score that is a number", #"{"score":1}"#, .wrongType, "/score"),
    Broken(
      "an unknown property of the score", #"{"score":{"percent":1}}"#, .unknownProperty, "/score/percent"),
    Broken("scaled as text", #"{"score":{"scaled":"1"}}"#, .wrongType, "/score/scaled"),
    Broken("raw that is null", #"{"score":{"raw":null}}"#, .wrongType, "/score/raw"),
    Broken(
      "scaled above 1", #"{"score":{"scaled":1.0000000000000000001}}"#, .scoreOutOfRange, "/score/scaled"),
    Broken("scaled below -1", #"{"score":{"scaled":-1.1}}"#, .scoreOutOfRange, "/score/scaled"),
    Broken("raw below min", #"{"score":{"raw":4.9,"min":5}}"#, .scoreOutOfRange, "/score"),
    Broken(
      "raw above max", #"{"score":{"raw":9007199254740993,"max":9007199254740992}}"#, .scoreOutOfRange,
      "/score"),
    Broken("min equal to max", #"{"score":{"min":1,"max":1.0}}"#, .scoreOutOfRange, "/score"),
    Broken("min above max", #"{"score":{"min":2,"max":1}}"#, .scoreOutOfRange, "/score"),
    Broken("an array", "[]", .wrongType),
  ])
  func brokenResultsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.statement(#","result":\#(row.value)"#), at: "/result\(row.pointer)")
    row.expectRefusal(
      StatementTexts.subStatement(#","result":\#(row.value)"#), at: "/object/result\(row.pointer)")
  }

  @Test(arguments: [
    Sound("nothing", "{}"), Sound("scaled at 1", #"{"score":{"scaled":1.0}}"#),
    Sound("scaled at -1", #"{"score":{"scaled":-1e0}}"#), Sound("scaled at 0", #"{"score":{"scaled":-0}}"#),
    Sound("raw at min", #"{"score":{"raw":0,"min":0,"max":1}}"#),
    Sound("raw at max", #"{"score":{"raw":1,"min":0,"max":1}}"#),
    Sound("raw alone", #"{"score":{"raw":-17.25}}"#), Sound("an empty score", #"{"score":{}}"#),
    Sound("any extension value", #"{"extensions":{"https://example.org/x":null,"urn:a:b":{"x":[null,""]}}}"#),
    Sound("no extension", #"{"extensions":{}}"#), Sound("an empty response", #"{"response":""}"#),
  ])
  func soundResultsAreAccepted(_ row: Sound) throws {
    _ = try StatementTexts.read(StatementTexts.statement(#","result":\#(row.value)"#))
  }

  @Test(arguments: [
    "PT4H35M59.14S", "P3Y", "P4W", "P1Y2M3DT4H5M6S", "PT0S", "P0D", "PT1.5H", "PT16,5S", "P2M", "PT2M",
    "P0.5W",
  ])
  func durationsAreAccepted(text: String) throws {
    let statement = try StatementTexts.read(StatementTexts.statement(#","result":{"duration":"\#(text)"}"#))
    #expect(statement.result?.duration == text)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P4W1D", "P1DT", "PA1H", "PT1D", "P1H", "PT1S2M", "P1D1M", "PT1.S", "PT.5S",
    "P1.5DT1H",
    "-P1D", "PT1H1H", "P1DT1HT1M", "pt1h", "PT1S ", "P1W2W",
  ])
  func otherDurationsAreRefused(text: String) {
    Broken(text, text, .malformedDuration).expectRefusal(
      StatementTexts.statement(#","result":{"duration":"\#(text)"}"#), at: "/result/duration")
  }
}
