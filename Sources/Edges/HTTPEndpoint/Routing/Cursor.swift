internal import Cryptography
internal import HTTP
internal import Operations
internal import Representations

/// Where a page of a list begins, as it is handed out: nobody reads it, and what was altered, or belongs to another
/// list, is known.
///
/// The octets of a digest over the list's path and the place, then the place, in base64url. It is no secret and grants
/// nothing: who may see what lies behind it is asked anew.
struct Cursor {
  private static let checkOctets = 6

  /// The path of the list that it belongs to, with its braces.
  let list: String

  func handedOut(_ place: String) throws -> String {
    Base64.url.encode(try check(Array(place.utf8)) + Array(place.utf8))
  }

  /// Nil for what was not handed out for this list.
  func place(in text: String) throws -> String? {
    guard let octets = Base64.url.decode(text), octets.count > Cursor.checkOctets else { return nil }
    let place = Array(octets.dropFirst(Cursor.checkOctets))
    guard try octets.starts(with: check(place)) else { return nil }
    return String(decoding: place, as: UTF8.self)
  }

  private func check(_ place: [UInt8]) throws -> [UInt8] {
    let digest = try SHA256.digest(of: Array("\(list)\n".utf8) + place)
    return Array(digest.octets.prefix(Cursor.checkOctets))
  }
}

extension Call {
  /// Which page of a list is asked for: `limit`, at most 1,000 whatever is asked, and `after`.
  func page() throws(Problem) -> PageRequest {
    PageRequest(after: try placeAfter(), limit: try parameter("limit", .positive) ?? 100)
  }

  private func placeAfter() throws(Problem) -> String? {
    guard let text = try parameter("after", .text), !text.isEmpty else { return nil }
    do {
      if let place = try Cursor(list: route.pattern.text).place(in: text) { return place }
    } catch {
      throw Problem(error, in: route.family)
    }
    throw .parameter("after", "cursor-unusable", "it is not where a page of this list begins")
      .toBeMended(by: "use the “next” of the page before, or begin without one")
  }
}

extension Response {
  /// A page, whose `next` is handed out so that it comes back unaltered; its address is told in a `Link` (RFC 8288).
  static func page<Item: Described>(_ page: Page<Item>, _ call: Call) throws -> Response {
    let next = try page.next.map { try Cursor(list: call.route.pattern.text).handedOut($0) }
    var response = Response.json(Page(items: page.items, next: next))
    if let next {
      response.headers.append(Field("Link", "<\(call.head.target(after: next))>; rel=\"next\""))
    }
    return response
  }
}

extension RequestHead {
  /// The target as it was sent, going on after a cursor.
  fileprivate func target(after cursor: String) -> String {
    let parts = rawTarget.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1).map { String(Substring($0)) }
    let query = parts.count > 1 ? parts[1].utf8.split(separator: UInt8(ascii: "&")) : []
    let kept = query.filter { !$0.starts(with: "after=".utf8) }.map { String(Substring($0)) }
    return parts[0] + "?" + (kept + ["after=\(cursor)"]).joined(separator: "&")
  }
}
