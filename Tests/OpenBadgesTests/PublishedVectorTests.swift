import Archives
import Cryptography
import JSON
import Testing
@testable import OpenBadges

/// Examples that specifications publish, transcribed.
@Suite struct PublishedVectorTests {
  /// Bitstring Status List 1.0, “BitstringStatusListCredential”: the `encodedList` of the example, 16 KB in which no bit is
  /// set.
  private static let emptyList = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"

  @Test func theExampleOfAStatusListIsEmpty() throws {
    #expect(StatusBits(encoded: PublishedVectorTests.emptyList) == StatusBits())
    let compressed = try #require(Base64.url.decode(String(PublishedVectorTests.emptyList.dropFirst())))
    #expect(try Gzip.decompress(compressed, limit: 1 << 20) == [UInt8](repeating: 0, count: 16_384))
  }

  /// The list `testlist` of the certifying body's validator (1EdTech/digital-credentials-public-validator,
  /// `ob30/bit-string-list`), by which its `credential-status-revoked.json`, `statusListIndex` 23, is revoked.
  @Test func theListOfTheValidatorRevokesOne() throws {
    let list = try #require(
      StatusBits(encoded: "uH4sIAAAAAAAA_-3BMQEAAAzDoMy_6cnoA9QFAAAAAAAAAAAAAAAAAAAAbD3uPa2cAEAAAA"))
    var expected = StatusBits()
    expected[23] = true
    #expect(list == expected)
  }

  /// RFC 7515 appendix C.
  @Test func theExampleOfBase64URL() {
    #expect(Base64.url.encode([3, 236, 255, 224, 193]) == "A-z_4ME")
    #expect(Base64.url.decode("A-z_4ME") == [3, 236, 255, 224, 193])
  }

  /// RFC 7515 A.2.1: the signature of RS256 is the key's.
  @Test func theSignatureOfRS256() throws {
    let key = try key(
      n: """
        ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCg\
        NMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665\
        xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuX\
        poQ
        """)
    let signed =
      "eyJhbGciOiJSUzI1NiJ9.\(PublishedVectorTests.payload)"
    let signature = try #require(
      Base64.url.decode(
        """
        cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1d\
        nZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDw\
        usC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77\
        Rw
        """))
    #expect(try key.isSignature(signature, of: Array(signed.utf8)))
  }

  /// RFC 7515 A.3.1: the signature of ES256 is the key's.
  @Test func theSignatureOfES256() throws {
    let x = try #require(Base64.url.decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"))
    let y = try #require(Base64.url.decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
    let key = try #require(PublicKey(x: x, y: y))
    let signed = "eyJhbGciOiJFUzI1NiJ9.\(PublishedVectorTests.payload)"
    let signature = try #require(
      Base64.url.decode(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))
    #expect(try key.isSignature(signature, of: Array(signed.utf8)))
  }

  /// RFC 7515 A.1 and A.5: HS256, and none. The example of A.5 ends with its second point.
  @Test(
    arguments: [
      ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "HS256"),
      ("eyJhbGciOiJub25lIn0", "", "none"),
    ])
  func otherExamplesAreRefused(header: String, signature: String, algorithm: String) {
    #expect(throws: TokenFault.algorithmRefused(algorithm)) {
      try SignedToken(Array("\(header).\(PublishedVectorTests.payload).\(signature)".utf8))
    }
  }

  /// The payload of the examples of RFC 7515, appendix A.
  private static let payload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

  private func key(n: String) throws -> PublicKey {
    let modulus = try #require(Base64.url.decode(n))
    return try #require(PublicKey(modulus: modulus, exponent: [1, 0, 1]))
  }
}
