import Files
import JSON
import ProgramDriver
import Testing

/// A door at which steps are taken.
protocol StepDoor {
  var name: String { get }
  func take(_ step: Step, _ kept: Keepsakes) throws -> StepAnswer
}

/// What a door says to a step.
struct StepAnswer {
  /// Whether the step is done; else the status with which it was refused.
  enum Ending: Equatable {
    case done
    case refused(Int)
  }

  let ending: Ending
  /// The sentence of a refusal; empty where the step is done.
  let message: String
  /// Everything that was answered, for where it is not what was expected.
  let text: String
  /// What was answered as JSON; nil where it is none.
  let record: JSONValue?
}

/// Steps are typed. No server runs.
struct TypedSteps: StepDoor {
  let program: Program
  let name = "command line"

  func take(_ step: Step, _ kept: Keepsakes) throws -> StepAnswer {
    // What is exported is XML, and nothing else.
    let isExport = step.words.contains("export")
    let answer = try program.run(step.words.map(kept.filling) + (isExport ? [] : ["--json"]))
    #expect(!answer.messages.contains("registrar registrar"), "\(answer.messages)")
    let status = Int(answer.status ?? -1)
    // History is told as one object a line.
    let output =
      step.words.first == "history"
      ? "{\"items\": [\(answer.text.split(separator: "\n").joined(separator: ","))]}" : answer.text
    return StepAnswer(
      ending: status == 0 ? .done : .refused(status), message: sentence(in: answer.messages),
      text: answer.messages + answer.text,
      record: status == 0 && !isExport ? try JSONDocument(Array(output.utf8)).root : nil)
  }

  /// What stands between the speaker's name and the remedy.
  private func sentence(in messages: String) -> String {
    let line = messages.prefix { $0 != "\n" }
    let told = line.hasPrefix("registrar: ") ? line.dropFirst("registrar: ".count) : line
    return told.firstRange(of: " — ").map { String(told[..<$0.lowerBound]) } ?? String(told)
  }
}

/// Steps are sent to a server.
struct SentSteps: StepDoor {
  let connection: HTTPConnection
  let zip: [UInt8]
  let name = "HTTP"

  func take(_ step: Step, _ kept: Keepsakes) throws -> StepAnswer {
    let answer = try send(step, kept.filling(step.target), kept)
    guard answer.status == 200 || answer.status == 201 else {
      return StepAnswer(
        ending: .refused(answer.status), message: try answer.json.text("detail"), text: answer.text,
        record: nil)
    }
    let isJSON = answer["Content-Type"] == "application/json"
    return StepAnswer(ending: .done, message: "", text: answer.text, record: isJSON ? try answer.json : nil)
  }

  private func send(_ step: Step, _ target: String, _ kept: Keepsakes) throws -> HTTPConnection.Answer {
    switch step.body {
    case .none: try connection.send(step.method, target, ["Accept: application/json"])
    case .json(let json): try connection.send(step.method, target, json: kept.filling(json))
    case .file(let name, let type):
      try connection.send(
        step.method, target, ["Content-Type: \(type)"], body: File.read(kept.filling(name), limit: 1 << 20))
    case .zip: try connection.send(step.method, target, ["Content-Type: application/zip"], body: zip)
    }
  }
}
