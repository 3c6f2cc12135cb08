import Testing
import TimeZones

private typealias Zone = TimeZones.TimeZone

/// A file of the database, octet by octet: one period of +1 h from an instant on, and a rule.
private func file(
  version: UInt8 = UInt8(ascii: "2"), instants: [Int64] = [0], types: [UInt8]? = nil,
  offsets: [Int32] = [0, 3600],
  leaps: Int = 0, footer: String = "\n\n"
) -> [UInt8] {
  let types = types ?? instants.map { _ in 1 }
  func number<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    stride(from: Number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> Number($0))
    }
  }
  func block(_ width: Int) -> [UInt8] {
    var octets = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leaps, instants.count, offsets.count, 4] { octets += number(Int32(count)) }
    for instant in instants {
      octets += width == 8 ? number(instant) : number(Int32(truncatingIfNeeded: instant))
    }
    octets += types
    for offset in offsets { octets += number(offset) + [0, 0] }
    return octets + Array("ABC\0".utf8) + [UInt8](repeating: 0, count: leaps * (width + 4))
  }
  return version == 0 ? block(4) : block(4) + block(8) + Array(footer.utf8)
}

@Suite struct TimeZoneInformationTests {
  @Test(arguments: [UInt8(0), UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
  func readsEveryVersion(version: UInt8) throws {
    let zone = try Zone(name: "X", octets: file(version: version, instants: [-5, 10], types: [1, 0]))
    #expect(
      [-6, -5, 9, 10].map { zone.offsetSeconds(atMicroseconds: $0 * 1_000_000) } == [0, 3600, 3600, 0])
  }

  @Test(arguments: [
    ("a leap second counted", file(leaps: 1), TimeZoneError.Fault.countsLeapSeconds),
    ("no type", file(instants: [], offsets: []), .noType),
    ("an unknown type", file(types: [2]), .unknownType),
    ("an offset too far east", file(offsets: [93_600, 0]), .offsetOutOfRange),
    ("an offset too far west", file(offsets: [-90_000, 0]), .offsetOutOfRange),
    ("an instant twice", file(instants: [7, 7]), .unordered),
    ("no rule's line", file(footer: ""), .cutShort),
    ("a rule without its end", file(footer: "\nUTC0"), .cutShort),
    ("a rule that is none", file(footer: "\nsome words\n"), .rule),
    ("another format", Array("<html>".utf8) + file(), .notTimeZoneInformation),
    ("far too long", file() + [UInt8](repeating: 0, count: 65_536), .tooLong),
  ])
  func refusesDamage(row: String, octets: [UInt8], fault: TimeZoneError.Fault) {
    let error = #expect(throws: TimeZoneError.self) { try Zone(name: "X", octets: octets) }
    guard case .damaged("X", fault, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func refusesEveryCut() {
    let whole = file(footer: "\nCET-1CEST,M3.5.0,M10.5.0/3\n")
    for count in whole.indices {
      #expect(throws: TimeZoneError.self, "cut to \(count)") {
        try Zone(name: "X", octets: Array(whole[..<count]))
      }
    }
  }

  // 1 July 1973 and 1 January 1973, both after the last period written down.
  @Test(arguments: [
    ("UTC0", 0, 0), ("<+0545>-5:45", 20700, 20700), ("EST5", -18000, -18000),
    ("EST5EDT,M3.2.0,M11.1.0", -14400, -18000), ("AAA3BBB4,M3.2.0,M11.1.0", -14400, -10800),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, 0), ("XXX-2:30:15YYY,J60,J300", 12615, 9015),
    ("XXX2<-01>,59/0,299/-2", -3600, -7200), ("EST5EDT,0/0,J365/25", -14400, -14400),
  ])
  func followsTheRule(rule: String, july: Int, january: Int) throws {
    let zone = try Zone(name: "X", octets: file(footer: "\n\(rule)\n"))
    #expect(zone.offsetSeconds(atMicroseconds: 110_332_800_000_000) == july)
    #expect(zone.offsetSeconds(atMicroseconds: 94_694_400_000_000) == january)
  }

  // 28 February 2024 is day 59 and J59; 1 March is J60 in every year, and day 60 in a leap year.
  @Test(arguments: [
    ("J60/0", 1_709_251_200), ("60/0", 1_709_251_200), ("59/0", 1_709_164_800), ("J59/0", 1_709_078_400),
    ("M2.5.4/0", 1_709_164_800),
  ])
  func countsDaysOfALeapYear(begin: String, seconds: Int64) throws {
    let zone = try Zone(name: "X", octets: file(footer: "\nXXX0YYY,\(begin),J200\n"))
    #expect(zone.offsetSeconds(atMicroseconds: seconds * 1_000_000 - 1) == 0)
    #expect(zone.offsetSeconds(atMicroseconds: seconds * 1_000_000) == 3600)
  }

  @Test(arguments: [
    "X0", "XX0", "XXX", "XXX25", "XXX0:60", "XXX0YYY", "XXX0YYY,M3.2.0", "XXX0YYY,M13.1.0,M1.1.0",
    "XXX0YYY,M3.6.0,M4.1.0", "XXX0YYY,M3.0.0,M4.1.0", "XXX0YYY,M3.1.7,M4.1.0", "XXX0YYY,J0,J5",
    "XXX0YYY,J366,J5",
    "XXX0YYY,366,5", "XXX0YYY,J1/168,J5", "XXX0YYY,J1,J5,", "<XXX0", "<X>0", "XXX0YYY,J1,J5 ",
  ])
  func refusesRulesThatAreNone(rule: String) {
    #expect(throws: TimeZoneError.self) { try Zone(name: "X", octets: file(footer: "\n\(rule)\n\n")) }
  }
}
