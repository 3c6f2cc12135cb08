import CommandLine
import Testing

/// A published course, an open session, and one officer enrolled in it: everything typed as commands.
struct Scene {
  let person: String
  let nomination: String
  let enrolment: String

  static let manifest = """
    <?xml version="1.0" encoding="utf-8"?>
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="urn:test:course"><title><langstring lang="en">Origin of goods</langstring></title>
        <description><langstring lang="en">Rules of origin</langstring></description></course>
      <au id="urn:test:au" moveOn="CompletedAndPassed" masteryScore="0.8">
        <title><langstring lang="en">Lesson</langstring></title>
        <description><langstring lang="en">A lesson</langstring></description>
        <url>index.html</url></au>
    </courseStructure>
    """

  init(_ desk: Desk, capacity: Int = 30) throws {
    try desk.write(Scene.manifest, to: "course/cmi5.xml")
    try desk.write("<p>Lesson</p>", to: "course/index.html")
    let commands = [
      [
        "organisation", "add", "KE", "--kind", "member", "--region", "ESA", "--name", "en=Kenya", "--from",
        "2000-01-01",
      ],
      ["organisation", "add", "SEC", "--kind", "secretariat", "--name", "Secretariat"],
      ["catalogue", "add", "TTT", "--title", "Train the Trainers"],
      ["import", "course"],
      ["course", "publish", "Origin-of-goods", "--passing-score", "0.7"],
      ["catalogue", "offer", "TTT", "Origin-of-goods"],
      [
        "session", "plan", "S-1", "--course", "Origin-of-goods", "--mode", "face-to-face", "--from",
        "2026-03-02",
        "--to", "2026-03-06", "--capacity", String(capacity),
      ],
      ["session", "open", "S-1"],
      [
        "scheme", "add", "TTT", "--title", "Train the Trainers", "--issuer", "SEC", "--course",
        "Origin-of-goods",
        "--kind", "achievement", "--minimum-score", "0.7", "--validity-months", "36",
      ],
    ]
    for words in commands { try Scene.done(desk.run(words)) }
    person = try Scene.done(
      desk.run(
        "person", "add", "Amina Example", "--sex", "female", "--organisation", "KE", "--from", "2020-01-01"))
    nomination = try Scene.done(
      desk.run("nomination", "add", "--person", person, "--session", "S-1", "--organisation", "KE"))
    try Scene.done(desk.run("nomination", "endorse", nomination))
    enrolment = try Scene.done(desk.run("enrolment", "add", "--nomination", nomination))
  }

  /// The name that a command printed, which must have ended well.
  @discardableResult
  private static func done(_ run: Desk.Run) throws -> String {
    try #require(run.status == 0, "\(run.messages)")
    return run.name
  }
}
