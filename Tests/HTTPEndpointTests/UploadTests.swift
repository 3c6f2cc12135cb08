import Foundation
import HTTP
import JSON
import Operations
import ProgramDriver
import Testing

/// “One streaming or a resumable upload … as a job with progress and a true outcome”: packages in parts.
@Suite struct UploadTests {
  /// A house, a package, and the upload that was begun for it.
  private struct Begun {
    let house: ServedHouse
    let zip: [UInt8]
    let upload: String

    init(digest: String? = nil) throws {
      house = try ServedHouse()
      zip = try Package.cmi5().zip
      upload = try UploadTests.begin(house, bytes: zip.count, digest: digest)
    }

    func append(
      _ part: some Sequence<UInt8>, at offset: String?, type: String = "application/partial-upload",
      scope: KeyScope = .all
    ) throws -> HTTPConnection.Answer {
      try house.send(
        "PATCH", upload, ["Content-Type: \(type)"] + (offset.map { ["Upload-Offset: \($0)"] } ?? []),
        body: Array(part), scope: scope)
    }

    var standing: String {
      get throws {
        let head = try house.send("GET", upload)
        return ["Upload-Offset", "Upload-Length", "Upload-Complete"].map { head[$0] ?? "" }
          .joined(separator: " ")
      }
    }
  }

  private static func begin(_ house: ServedHouse, bytes: Int, digest: String? = nil) throws -> String {
    let member = digest.map { #", "sha256": "\#($0)""# } ?? ""
    let answer = try house.send("POST", "/api/v1/uploads", json: #"{"lengthBytes": \#(bytes)\#(member)}"#)
    guard answer.status == 201, let location = answer["Location"] else { throw DriverError(answer.text) }
    return location
  }

  @Test("Parts are put together, and imported as if they had come at once")
  func inParts() throws {
    let begun = try Begun()
    let (zip, middle) = (begun.zip, begun.zip.count / 2)
    #expect(try begun.standing == "0 \(zip.count) ?0")
    let first = try begun.append(zip[..<middle], at: "0")
    #expect(first.status == 204 && first["Upload-Offset"] == "\(middle)")
    let early = try begun.house.send("POST", begun.upload + "/import", json: "{}")
    #expect(try early.status == 409 && early.json.text("code") == "upload-incomplete")
    let astray = try begun.append(zip[..<middle], at: "0")
    #expect(try astray.status == 409 && astray.json.text("code") == "upload-offset")
    #expect(try begun.standing == "\(middle) \(zip.count) ?0")
    #expect(try begun.append(zip[middle...] + [0], at: "\(middle)").status == 413)
    #expect(try begun.standing.hasPrefix("\(middle) "), "what is too long is not taken at all")
    #expect(try begun.append(zip[middle...], at: "\(middle)")["Upload-Complete"] == "?1")
    for (given, missing) in [("language", "variantOf"), ("variantOf", "language")] {
      let half = try begun.house.send(
        "POST", begun.upload + "/import", json: #"{"\#(given)": "en"}"#)
      #expect(half.status == 422 && half.text.contains("/\(missing)"), "\(half.text)")
    }
    let plan = try begun.house.send("POST", begun.upload + "/import", json: #"{"dryRun": true}"#)
    #expect(plan.status == 200, "\(plan.text)")
    let made = try begun.house.send("POST", begun.upload + "/import", json: "{}")
    #expect(made.status == 201, "\(made.text)")
    #expect(try begun.house.send("GET", "/api/v1/courses/Origin-of-goods-1/versions/1/package").body == zip)
    #expect(try begun.house.send("GET", begun.upload).status == 404, "it goes with its import")
    let folder = begun.house.folder("incoming-parts")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test("The next part may come as soon as the one before is answered, many times over")
  func oneAfterTheOther() throws {
    let begun = try Begun()
    let connection = try begun.house.connection()
    for (offset, octet) in begun.zip.prefix(200).enumerated() {
      let answer = try connection.send(
        "PATCH", begun.upload,
        ["Content-Type: application/partial-upload", "Upload-Offset: \(offset)"], body: [octet])
      #expect(answer.status == 204, "\(answer.text)")
    }
  }

  @Test("What a part says of itself is checked before a byte is taken")
  func checked() throws {
    let begun = try Begun()
    let answers = [
      try begun.append([1], at: nil), try begun.append([1], at: "-1"), try begun.append([1], at: "1x"),
      try begun.append([1], at: "0", type: "application/zip"), try begun.append([1], at: "1"),
      try begun.append([1], at: "0", scope: .read),
    ]
    #expect(answers.map(\.status) == [400, 400, 400, 415, 409, 403])
    #expect(try begun.standing.hasPrefix("0 "))
  }

  @Test("What does not have the digest that was named is not imported")
  func altered() throws {
    let begun = try Begun(digest: String(repeating: "0", count: 64))
    #expect(try begun.append(begun.zip, at: "0").status == 204)
    let answer = try begun.house.send("POST", begun.upload + "/import", json: "{}")
    #expect(try answer.status == 409 && answer.json.text("code") == "upload-altered")
    #expect(try begun.house.send("POST", begun.upload + "/cancel", json: "{}").status == 204)
    #expect(try begun.house.send("GET", begun.upload).status == 404)
  }

  @Test("An upload is of one key, for a day, and eight of them are the most")
  func bounded() throws {
    let house = try ServedHouse()
    let uploads = try (1...8).map { _ in try UploadTests.begin(house, bytes: 10) }
    let ninth = try house.send("POST", "/api/v1/uploads", json: #"{"lengthBytes": 10}"#)
    #expect(try ninth.status == 409 && ninth.json.text("code") == "too-many-uploads")
    #expect(try house.send("GET", uploads[0], scope: .read).status == 403)
    let sent = try house.send(
      "PATCH", uploads[0], ["Content-Type: application/partial-upload", "Upload-Offset: 0"], body: [1])
    #expect(sent.status == 204)
    house.clock.advance(days: 1)
    house.clock.advance(seconds: 1)
    #expect(try house.send("GET", uploads[0]).status == 404)
    _ = try UploadTests.begin(house, bytes: 10)
    #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder("incoming-parts")).isEmpty)
  }

  @Test(
    "What cannot be an upload",
    arguments: [
      ("{}", 422), (#"{"lengthBytes": 0}"#, 422), (#"{"lengthBytes": 1073741825}"#, 422),
      (#"{"lengthBytes": 1, "sha256": "abc"}"#, 422),
    ])
  func unusable(_ json: String, _ status: Int) throws {
    #expect(try ServedHouse().send("POST", "/api/v1/uploads", json: json).status == status)
  }
}
