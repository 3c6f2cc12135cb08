import Files
import ProgramDriver
import Testing

/// The README's tutorial does what it says: its commands are run as they stand, in one shell, at the root.
@Suite struct TutorialTests {
  @Test(.enabled(if: !Tutorial.blocks.isEmpty))
  func theTutorialsCommandsSucceed() throws {
    let folder = try TemporaryFolder()
    var program = try Program(data: folder("registrar-data"))
    program.folder = packageRoot
    program.environment = ["TMPDIR=\(folder.path)", "NO_COLOR=1"]
    let script = Tutorial.script(program: program.path)
    let answer = try program.run(program: ["/bin/bash", "-c", script], patienceSeconds: 300)
    #expect(answer.status == 0, "\(answer.text)\n\(answer.messages)")
  }
}

/// The shell commands of the README's section "Ten minutes".
enum Tutorial {
  /// The contents of its ```sh blocks, in order; empty where there is no tutorial.
  static let blocks: [String] = blocks(ofSectionWith: "ten minutes", in: readme)

  private static var readme: String {
    do {
      return String(decoding: try File.read("\(packageRoot)/README.md", limit: 1 << 20), as: UTF8.self)
    } catch {
      // A house without a README has no tutorial to try.
      return ""
    }
  }

  /// One script of all blocks: it stops at the first failure, with `registrar` first on the path, and takes with it
  /// what it started.
  static func script(program: String) -> String {
    let folder = program[..<(program.lastIndex(of: "/") ?? program.endIndex)]
    let preparation = """
      set -euo pipefail
      PATH="\(folder):$PATH"
      trap 'jobs -p | xargs -r kill 2>/dev/null' EXIT
      """
    return ([preparation] + blocks).joined(separator: "\n")
  }

  /// The blocks under the headings of which one or one above it holds a word, in any case.
  static func blocks(ofSectionWith word: String, in text: String) -> [String] {
    var blocks: [String] = []
    var (sectionLevel, isInBlock) = (0, false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInBlock {
        if line == "```" { isInBlock = false } else { blocks[blocks.count - 1] += line + "\n" }
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        if line.lowercased().contains(word) {
          sectionLevel = level
        } else if level <= sectionLevel {
          sectionLevel = 0
        }
      } else if line == "```sh", sectionLevel > 0 {
        blocks.append("")
        isInBlock = true
      }
    }
    return blocks
  }

  @Suite struct BlockTests {
    @Test func onlyShellBlocksOfTheSectionAreTaken() {
      let text = """
        # Title
        ```sh
        before
        ```
        ## A ten-minute tutorial
        ```sh
        one
        ```
        ### Deeper
        ```json
        {}
        ```
        ```sh
        two
        three
        ```
        ## After
        ```sh
        after
        ```
        """
      #expect(Tutorial.blocks(ofSectionWith: "tutorial", in: text) == ["one\n", "two\nthree\n"])
    }
  }
}
