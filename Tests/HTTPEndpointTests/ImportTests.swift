import ContentPackaging
import Foundation
import JSON
import Operations
import PackageFiles
import ProgramDriver
import Synchronization
import Testing

/// Packages over HTTP.
@Suite struct ImportTests {
  private func send(
    _ package: [UInt8], _ query: String = "", type: String = "application/zip", scope: KeyScope = .all,
    to house: ServedHouse, _ headers: [String] = []
  ) throws -> HTTPConnection.Answer {
    try house.send(
      "POST", "/api/v1/imports\(query)", ["Content-Type: \(type)"] + headers, body: package, scope: scope)
  }

  @Test func aPackageIsPlannedThenMadeThenUnchanged() throws {
    let house = try ServedHouse()
    let zip = try Package.cmi5().zip
    let plan = try send(zip, "?dryRun=true", to: house)
    #expect(plan.status == 200)
    #expect(try plan.json.member(named: "plan")?.text("step") == "new-course")
    #expect(try house.show("courses").list("items").isEmpty)
    let made = try send(zip, to: house)
    #expect(made.status == 201)
    let location = try #require(made["Location"])
    #expect(try house.send("GET", location).json.text("id") == made.json.text("courseVersion"))
    let again = try send(zip, to: house)
    #expect(again.status == 200)
    #expect(try again.json.member(named: "plan")?.text("step") == "unchanged")
    #expect(try isEmptied(house.folder("incoming")))
  }

  /// Whether a folder becomes empty: what was sent goes with its last owner, a moment after the answer.
  private func isEmptied(_ folder: String) throws -> Bool {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
      if try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  @Test("A package in another language joins its course, and is handed out as it came")
  func aVariant() throws {
    let house = try ServedHouse()
    _ = try send(Package.cmi5().zip, to: house)
    let zip = try Package.cmi5(2).zip
    let made = try send(zip, "?variantOf=Origin-of-goods-1&language=fr", to: house)
    #expect(made.status == 201, "\(made.text)")
    #expect(try made.json.member(named: "plan")?.text("variant") == "fr")
    let version = "/api/v1/courses/Origin-of-goods-1/versions/2"
    #expect(made["Location"] == version)
    #expect(try house.send("GET", version).json.text("variant") == "fr")
    #expect(try house.send("GET", "\(version)/package").body == zip)
    let again = try send(zip, "?variantOf=Origin-of-goods-1&language=fr", to: house)
    #expect(again.status == 200)
    #expect(try again.json.member(named: "plan")?.text("step") == "unchanged")
    #expect(try send(zip, "?variantOf=Origin-of-goods-1&language=es", to: house).status == 409)
  }

  @Test func aRefusedPackageIsToldWithItsFindings() throws {
    let house = try ServedHouse()
    let answer = try send(Array("no package".utf8), "?name=../../etc/evil%0Aname.zip", to: house)
    #expect(answer.status == 422)
    let report = try #require(try answer.json.member(named: "report"))
    #expect(report["accepted"]?.boolean == false)
    #expect(report.list("findings").contains { $0.text("severity") == "error" })
    #expect(!answer.text.contains("etc"))
    #expect(!answer.text.contains(house.folder.path))
    #expect(try house.show("courses").list("items").isEmpty)
    #expect(try isEmptied(house.folder("incoming")))
  }

  @Test func aBareManifestIsAnOutlineUnderItsName() throws {
    let house = try ServedHouse()
    let manifest = try #require(Package.cmi5().files.first).content
      .replacingOccurrences(of: "<url>lessons/", with: "<url>https://content.example/lessons/")
    let answer = try send(
      Array(manifest.utf8), type: "application/xml", to: house,
      [#"Content-Disposition: attachment; filename="cmi5.xml""#])
    #expect(answer.status == 201, "\(answer.text)")
  }

  @Test func aVersionIsLookedAtAndHandedOutAsItCame() throws {
    let house = try ServedHouse()
    let zip = try Package.cmi5().zip
    let version = try #require(try send(zip, to: house)["Location"])
    let preview = try house.send("GET", "\(version)/preview")
    #expect(preview.status == 200, "\(preview.text)")
    let opened = try preview.json.list("activities").map { $0.text("opens") }
    #expect(opened == ["lessons/1.html", "lessons/2.html"])
    let package = try house.send("GET", "\(version)/package")
    #expect(package.body == zip)
    #expect(package["Content-Type"] == "application/zip")
    #expect(package["Content-Disposition"] == "attachment; filename=\"package.zip\"")
    let range = try house.send("GET", "\(version)/package", ["Range: bytes=0-1"])
    #expect(range.status == 206 && range.text == "PK")
    let tag = try #require(package["ETag"])
    for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      #expect(try house.send("GET", "\(version)/package", ["If-None-Match: \(known)"]).status == 304)
    }
    #expect(try house.send("GET", "\(version)/package", ["If-None-Match: \"other\""]).status == 200)
    #expect(try house.send("GET", "\(version)/package", ["If-Match: \(tag)"]).status == 200)
    #expect(try house.send("GET", "\(version)/package", ["If-Match: \"other\""]).status == 412)
    for part in ["preview", "package"] {
      #expect(try house.send("GET", "\(version)/\(part)", scope: .read).status == 403)
      #expect(try house.send("GET", "\(version)9/\(part)").status == 404)
    }
  }

  @Test func aManifestIsHandedOutAsItselfAndAFolderByTheCommandAlone() throws {
    let house = try ServedHouse()
    let manifest = try #require(Package.cmi5().files.first).content
      .replacingOccurrences(of: "<url>lessons/", with: "<url>https://content.example/lessons/")
    let sent = try send(Array(manifest.utf8), type: "application/xml", to: house)
    let package = try house.send("GET", "\(try #require(sent["Location"]))/package")
    #expect(package.text == manifest)
    #expect(package["Content-Type"] == "application/xml")
    let folder = house.folder("course")
    for file in Package.cmi5(2).files { try house.folder.write("course/\(file.name)", file.content.utf8) }
    _ = try house.registrar.importPackage(ImportRequest(.path(folder)), as: .owner)
    let answer = try house.send("GET", "/api/v1/courses/Origin-of-goods-2/versions/1/package")
    #expect(answer.status == 404)
    #expect(try answer.json.text("code") == "came-as-files")
    #expect(try answer.json.text("remedy").contains("course export"))
  }

  @Test(arguments: [
    ("?code=A%20B", 400), ("?catalogue=NONE", 404), ("?dryRun=perhaps", 400), ("?apply=0000", 409),
    ("?force=true", 400), ("?language=fr", 400), ("?variantOf=NONE", 400),
    ("?variantOf=NONE&language=fr", 404), ("?variantOf=NONE&language=f_r", 400),
    ("?code=TTT&code=TTT", 400), ("?dryRun", 400), ("?dryRun=", 400), ("?dryRun=true", 200),
  ])
  func parametersAreChecked(_ query: String, _ status: Int) throws {
    let house = try ServedHouse()
    let answer = try send(Package.cmi5().zip, query, to: house)
    #expect(answer.status == status, "\(answer.text)")
    #expect(try house.show("courses").list("items").isEmpty)
    #expect(try keptFiles(house).isEmpty, "a refused import keeps no file")
  }

  private func keptFiles(_ house: ServedHouse) throws -> Set<String> {
    let objects = house.folder("objects")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: objects)
    return Set(paths.filter { $0.contains("/") }.map { $0.filter { $0 != "/" } })
  }

  /// Imports of packages that share files, some of them refused: what is named stays, and nothing else.
  @Test func refusedImportsTakeNothingFromThoseBesideThem() throws {
    let house = try ServedHouse()
    try house.make("catalogues", #"{"code": "TTT", "titles": "Train the Trainers"}"#)
    let packages = try (1...4).map { try Package.cmi5($0).zip }
    let statuses = Mutex<[Int]>([])
    try onThreads(8) { thread in
      for number in 0..<8 {
        let catalogue = (thread + number) % 2 == 0 ? "TTT" : "NONE"
        let answer = try send(packages[number % 4], "?catalogue=\(catalogue)", to: house)
        statuses.withLock { $0.append(answer.status) }
      }
    }
    #expect(statuses.withLock { Set($0) }.isSubset(of: [200, 201, 404, 503]))
    #expect(statuses.withLock { $0.count { $0 == 201 } } == 4)
    let named = try house.registrar.store.read { try $0.fileDigests() }
    #expect(try keptFiles(house) == named)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  @Test func whoMayOnlyReadMayOnlyPlan() throws {
    let house = try ServedHouse()
    let zip = try Package.cmi5().zip
    #expect(try send(zip, scope: .read, to: house).status == 403)
    #expect(try send(zip, "?dryRun=true", scope: .read, to: house).status == 200)
    #expect(try send(zip, scope: .xapi, to: house).status == 403)
    #expect(try send(zip, type: "multipart/form-data; boundary=x", to: house).status == 415)
  }

  /// A long import holds up nobody: while two are under way, statements are stored and records shown.
  @Test func longWorkHoldsUpNobody() throws {
    let gate = Gate()
    let house = try ServedHouse(packages: SlowOpener(gate: gate))
    let zip = try Package.cmi5().zip
    let answers = Mutex<[Int]>([])
    try onThreads(5) { thread in
      if thread == 0 {
        while gate.waiting < 2 { usleep(1000) }
        for _ in 0..<20 {
          guard try house.send("GET", "/api/v1/courses").status == 200,
            try house.xapi("POST", "/xapi/statements", statement()).status == 200
          else { throw DriverError("held up") }
        }
        gate.open()
      } else {
        let status = try send(zip, to: house).status
        answers.withLock { $0.append(status) }
      }
    }
    #expect(answers.withLock { $0.sorted() } == [200, 200, 200, 201])
    #expect(gate.mostAtOnce == 2)
  }
}

/// A gate that imports wait at until it is opened.
final class Gate: Sendable {
  private let state = Mutex((isOpen: false, waiting: 0, most: 0))

  var waiting: Int { state.withLock { $0.waiting } }
  var mostAtOnce: Int { state.withLock { $0.most } }

  func open() { state.withLock { $0.isOpen = true } }

  func pass() {
    state.withLock {
      $0.waiting += 1
      $0.most = max($0.most, $0.waiting)
    }
    while !state.withLock({ $0.isOpen }) { usleep(1000) }
    state.withLock { $0.waiting -= 1 }
  }
}

/// Opens packages once the gate is open.
struct SlowOpener: PackageOpening {
  let gate: Gate

  func open(_ source: PackageSource, name: String?) throws -> OpenedPackage {
    gate.pass()
    return try PackageOpener().open(source, name: name)
  }
}
