import ContentPackaging
import Foundation
import Operations
import PackageFiles
import Testing

/// How many seconds are spent on it; nil for a short run that is always the same.
let fuzzSeconds = ProcessInfo.processInfo.environment["REGISTRAR_FUZZ"].flatMap { Int($0) }

/// Packages that were damaged in every way: each is taken or refused with a finding, and nothing else ever happens. A crash
/// ends the run; the seed that is printed first gives the same run again (`REGISTRAR_FUZZ_SEED`).
@Suite(.serialized) struct FuzzTests {
  @Test(arguments: Seeds.all.map(\.name)) func aGoodPackageIsTaken(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    let report = try examine(Seeds.zip(seed.files.map { ($0.0, Array($0.1.utf8)) }))
    #expect(report.isAccepted, "\(report.findings.map(\.message))")
  }

  /// A manifest, table or descriptor cut at any octet, and the whole archive cut at any.
  @Test(arguments: Seeds.all.map(\.name)) func aPackageCutAtAnyOctet(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    let files = seed.files.map { ($0.0, Array($0.1.utf8)) }
    let step = fuzzSeconds == nil ? 7 : 1
    for (position, file) in files.enumerated() {
      for length in stride(from: 0, to: file.1.count, by: step) {
        var damaged = files
        damaged[position].1 = Array(file.1[..<length])
        try expectAnswer(Seeds.zip(damaged))
      }
    }
    let whole = try Seeds.zip(files)
    for length in stride(from: 0, to: whole.count, by: step) {
      let report = try examine(Array(whole[..<length]))
      #expect(!report.isAccepted)
    }
  }

  @Test func whateverIsDamagedIsTakenOrRefused() throws {
    let number = ProcessInfo.processInfo.environment["REGISTRAR_FUZZ_SEED"].flatMap { UInt64($0) }
    let seed = number ?? (fuzzSeconds == nil ? 1 : UInt64(Date().timeIntervalSince1970))
    if fuzzSeconds != nil { print("fuzz: seed \(seed)") }
    var chance = Chance(seed: seed)
    let end = fuzzSeconds.map { ContinuousClock.now + .seconds($0) }
    let seeds = try Seeds.all.map { seed in seed.files.map { ($0.0, Array($0.1.utf8)) } } + Self.corpus()
    var (rounds, taken) = (0, 0)
    var longest = Duration.zero
    while end.map({ ContinuousClock.now < $0 }) ?? (rounds < 1_000) {
      guard var files = seeds.randomElement(using: &chance) else { break }
      var octets = try mutate(&files, &chance)
      if Bool.random(using: &chance) && Bool.random(using: &chance) {
        octets = Mutation.some(of: octets, &chance)
      }
      let spent = try ContinuousClock().measure { if try expectAnswer(octets) { taken += 1 } }
      longest = max(longest, spent)
      rounds += 1
    }
    if fuzzSeconds != nil { print("fuzz: \(rounds) packages, \(taken) taken, the longest took \(longest)") }
  }

  /// The zip of the files, one of them damaged.
  private func mutate(_ files: inout [(String, [UInt8])], _ chance: inout Chance) throws -> [UInt8] {
    let place = Int.random(in: 0..<files.count, using: &chance)
    files[place].1 = Mutation.some(of: files[place].1, &chance)
    return try Seeds.zip(files)
  }

  /// Manifests that nobody here wrote, where they are beside the repository (`$REGISTRAR_CORPUS`), each as a package.
  private static func corpus() throws -> [[(String, [UInt8])]] {
    guard fuzzSeconds != nil, let folder = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"] else {
      return []
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return names.sorted().compactMap { path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      guard ["imsmanifest.xml", "cmi5.xml"].contains(name),
        let octets = FileManager.default.contents(atPath: "\(folder)/\(path)"), octets.count < 100_000
      else { return nil }
      return [(name, [UInt8](octets))]
    }
  }

  /// Whether a package is taken; a refusal says why.
  @discardableResult private func expectAnswer(_ octets: [UInt8]) throws -> Bool {
    let report = try examine(octets)
    let holdsError = report.findings.contains { $0.severity == .error }
    #expect(report.isAccepted != holdsError)
    return report.isAccepted
  }

  private func examine(_ octets: [UInt8]) throws -> ImportReport {
    try examinePackage(
      ImportRequest(.octets(octets), name: "x.zip", isDryRun: true), packages: PackageOpener(), store: nil)
  }
}
