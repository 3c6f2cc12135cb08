import HTTPClient
import Testing

/// Which addresses anybody may have: RFC 6890 and the registries of special purpose that it founds.
@Suite struct NetworkAddressTests {
  @Test(arguments: [
    ("8.8.8.8", true), ("9.255.255.255", true), ("10.0.0.0", false), ("10.255.255.255", false),
    ("11.0.0.0", true), ("0.0.0.0", false), ("100.63.255.255", true), ("100.64.0.0", false),
    ("100.127.255.255", false), ("100.128.0.0", true), ("127.0.0.1", false), ("127.255.255.255", false),
    ("128.0.0.0", true), ("169.254.169.254", false), ("169.253.0.1", true), ("172.15.255.255", true),
    ("172.16.0.0", false), ("172.31.255.255", false), ("172.32.0.0", true), ("192.168.0.1", false),
    ("192.0.2.1", false), ("198.18.0.1", false), ("203.0.113.9", false), ("224.0.0.1", false),
    ("255.255.255.255", false), ("223.255.255.255", true),
    ("::", false), ("::1", false), ("fc00::1", false), ("fd12:3456::1", false), ("fe80::1", false),
    ("ff02::1", false), ("2001:db8::1", false), ("2606:4700::1111", true), ("2a00:1450::8a", true),
    ("4000::1", false),
    // An address of version 4 in another form.
    ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::a00:1", false),
    ("64:ff9b::808:808", true), ("2002:7f00:1::", false), ("2002:a00:1::1", false),
  ]) func isPublic(text: String, expected: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == expected)
  }

  @Test(arguments: ["", "localhost", "127.1", "0x7f.0.0.1", "2130706433", "1.2.3.4.5", "::g", "127.0.0.1\0"])
  func whatIsNoAddressInNumbers(text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.1.0.0/16", "10.1.255.255", true), ("10.1.0.0/16", "10.2.0.0", false),
    ("127.0.0.1", "127.0.0.1", true),
    ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
    ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("10.128.0.0/9", "10.127.0.1", false),
    ("127.0.0.0/8", "::ffff:127.0.0.1", true),
  ]) func aRangeContains(range: String, address: String, expected: Bool) throws {
    let range = try #require(NetworkRange(range))
    #expect(range.contains(try #require(NetworkAddress(address))) == expected)
  }

  @Test(arguments: [
    "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "a/8", "1.2.3.4/8/8", "",
  ])
  func whatIsNoRange(text: String) {
    #expect(NetworkRange(text) == nil)
  }

  @Test(arguments: [("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("0:0:0:0:0:0:0:2", "::2")])
  func isTold(text: String, told: String) throws {
    #expect(try #require(NetworkAddress(text)).description == told)
  }
}
