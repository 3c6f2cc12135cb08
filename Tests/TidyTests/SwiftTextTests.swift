import Testing

/// The reader of Swift text tells code from comments and literals.
@Suite struct SwiftTextTests {
  struct Sample: CustomTestStringConvertible {
    let name: String
    let source: String
    let code: String
    var comments: [String] = []
    var literals: [String] = []

    var testDescription: String { name }
  }

  static let samples = [
    Sample(name: "a line comment", source: "a // b\nc", code: "a     \nc", comments: ["// b"]),
    Sample(name: "a nested block comment", source: "a/*/**/*/b", code: "a        b", comments: ["/*/**/*/"]),
    Sample(name: "a literal", source: #"f("x // y")"#, code: #"f(        )"#, literals: ["x // y"]),
    Sample(name: "an escaped quotation mark", source: #"("a\"b")c"#, code: "(      )c", literals: [#"a\"b"#]),
    Sample(
      name: "code in an interpolation stays code", source: #""a\(f(x))b"!"#, code: #"    f(x)   !"#,
      literals: [#"a\()b"#]),
    Sample(
      name: "a literal within an interpolation", source: #""\(g("y"))""#, code: #"   g(   )  "#,
      literals: ["y", #"\()"#]),
    Sample(
      name: "a raw literal", source: ##"#"a"\(b)"#;"##, code: "          ;", literals: [#"a"\(b)"#]),
    Sample(
      name: "a literal over lines", source: "\"\"\"\n  a \"\n  \"\"\"", code: "   \n     \n     ",
      literals: ["\n  a \"\n  "]),
    Sample(name: "an open literal at the end", source: #"x("abc"#, code: "x(    ", literals: ["abc"]),
    Sample(name: "an open comment at the end", source: "x /* y", code: "x     ", comments: ["/* y"]),
    Sample(name: "a macro is no raw literal", source: "#if x", code: "#if x"),
  ]

  @Test(arguments: samples) func `takes source apart`(_ sample: Sample) {
    let text = SwiftText(sample.source)
    #expect(String(decoding: text.code, as: UTF8.self) == sample.code)
    #expect(text.comments.map(\.text) == sample.comments)
    #expect(text.literals.map(\.text) == sample.literals)
  }

  @Test func `knows the line of each part`() {
    let text = SwiftText("a\n/* b\n c */ d \"e\"\n// f\n\"\"\"\n\n\"\"\" g")
    #expect(text.words.map(\.line) == [1, 3, 7])
    #expect(text.comments.map(\.line) == [2, 4])
    #expect(text.literals.map(\.line) == [3, 5])
  }

  @Test func `measures functions, and passes over requirements without a body`() {
    let text = SwiftText(
      """
      protocol P {
        func asked() -> Int
        init()
      }
      struct S {
        init(a: () -> Void = {}) {
          self.init(b: 1)
        }
        func one() { }
        func three(
          a: Int
        ) -> Int
        where A: B {
          a
        }
      }
      """)
    #expect(
      Lengths.functions(in: text) == [
        .init(name: "init", line: 6, length: 3), .init(name: "one", line: 9, length: 1),
        .init(name: "three", line: 10, length: 6),
      ])
  }
}
