import Cryptography
import Testing
@testable import OpenBadges

/// The vectors of Project Wycheproof for signatures of JSON, `testvectors_v1/json_web_signature_test.json`, groups “es256”
/// and “rs256”: each test by its `tcId`. Their payload is the text `foo`, and their headers say no `typ`.
@Suite struct WycheproofTests {
  private static let es256 = Vectors(
    header: "eyJhbGciOiJFUzI1NiIsImtpZCI6ImtpZC1lYy1zaWduIn0",
    otherHeader: "eyJhbGciOiJFUzI1NiIsImtpZCI6IlhpZC1lYy1zaWduIn0",
    signature: "5cA0OHyMP7ezamUd5c9kV-FrGxdx4hbGXOdplQkutrqWrte5P-pAvsE3Ve6xSyU3YDQwUHjVVOtvcrEbbnZ8yA")

  private static let rs256 = Vectors(
    header: "eyJhbGciOiJSUzI1NiIsImtpZCI6ImtpZC1yc2Etc2lnbiJ9",
    otherHeader: "eyJhbGciOiJSUzI1NiIsImtpZCI6IlhpZC1yc2Etc2lnbiJ9",
    signature: """
      HUwxI1-cZrZgcuOgBQ7G7NE-GrqK79l6GV1KT4DKXnSMFwC8pfZCzE7pmLE7mYpLCIvzC87yuOjuhT0uW5oe6aaAEtR978cm-\
      q8dfly45flqMrd_ifhi9GCsMlyi8dpQ42Ou1etZljFZuWjfyk8CN1c5DaHRwhqjScAPIFp6xmzKIRUJ_xdQfUSfSlujLaixtScU5\
      18EoNP4oo1v7E8RAz6ZO4g2N4Xqs8OvSxYydcoTEg42QnLHe9JnXgI37Q5gSwinwaPsG3Ry56UYiLoL8mCUa74S51y02VsIgVmmG\
      WgaXjM-i_lCiKQDBiBnvWlka4XhVuvd6ZWibM9cbCPtPg
      """)

  /// What is signed, and its signature: which of them belong together.
  @Test(
    arguments: [
      (18, "\(es256.header).Zm9v", es256.signature, true),
      (19, "\(es256.header).Zm9v", es256.modifiedSignature, false),
      (20, "\(es256.header).Zm9v", "", false),
      (22, "\(es256.header).WG9v", es256.signature, false),
      (23, "\(es256.header).", es256.signature, false),
      (25, "\(es256.otherHeader).Zm9v", es256.signature, false),
      // The public key as a shared secret.
      (31, "\(es256.header).Zm9v", "TgWtz2FIRukBQ_mA5sgHa0Ybtgn7bl-YBPAi7Z0XdHU", false),
    ])
  func signaturesOfES256(id: Int, signed: String, signature: String, isSound: Bool) throws {
    let key = try #require(
      PublicKey(
        x: try octets("04N0xi21hshyvBp7I167sbE_bXqyqkAPfefdklMO7wY"),
        y: try octets("UI8exy-C06a7DUnjIdENkxeFtHM4-l_41LqEw9nVgmw")))
    #expect(try key.isSignature(octets(signature), of: Array(signed.utf8)) == isSound, "test \(id)")
  }

  @Test(
    arguments: [
      (33, "\(rs256.header).Zm9v", rs256.signature, true),
      (34, "\(rs256.header).Zm9v", rs256.modifiedSignature, false),
      (35, "\(rs256.header).Zm9v", "", false),
      (37, "\(rs256.header).WG9v", rs256.signature, false),
      (38, "\(rs256.header).", rs256.signature, false),
      (40, "\(rs256.otherHeader).Zm9v", rs256.signature, false),
      // The padding of PKCS #1 is another: a length in long form, with a leading 0, nothing, a tag alone, and 0s behind it.
      (46, "\(rs256.header).Zm9v", Padding.longLength, false),
      (47, "\(rs256.header).Zm9v", Padding.leadingZero, false),
      (59, "\(rs256.header).Zm9v", Padding.nothing, false),
      (60, "\(rs256.header).Zm9v", Padding.tagAlone, false),
      (61, "\(rs256.header).Zm9v", Padding.zerosBehind, false),
    ])
  func signaturesOfRS256(id: Int, signed: String, signature: String, isSound: Bool) throws {
    let modulus = """
      kqGboBfAWttWPCA-\
      0cGRgsY6SaYoIARt0B_PkaEcIq9HPYNdu9n6UuWHuuTHrjF_ZoQW97r5HaAorNvrMEGTGdxCHZdEtkHvNVVmrtxTBLiQCbCozXhF\
      oIrVcr3qUBrdGnNn_M3jJi7Wg7p_-x62nS5gNG875oyheRkutHsQXikFZwsN3q_TsPNOVlCiHy8mxzaFTUQGm-\
      X8UYexFyAivlDSjgDJLAZSWfxd7k9Gxuwa3AUfQqQcVcegmgKGCaErQ3qQbh1x7WB6iopE3_-\
      GZ8HMAVtR9AmrVscqYsnjhaCehfAI0iKKs8zXr8tISc0ORbaalrkk03H1ZrsEnDKEWQ
      """
    let key = try #require(PublicKey(modulus: try octets(modulus), exponent: try octets("AQAB")))
    #expect(try key.isSignature(octets(signature), of: Array(signed.utf8)) == isSound, "test \(id)")
  }

  /// Texts that are no token, or whose header is refused.
  @Test(
    arguments: [
      (1, "\(hs256).Zm9v.TD37p4c_0jmreSrBSDmE0F3mYSPtkZ3WrSyI5wb_KTg", .algorithmRefused("HS256")),
      (15, "\(hs256).Zm9v.TD37p4c_0jmreSrBSDmE0F3mYSPtkZ3WrSyI5wb_KTg.foo", .notThreeParts),
      (16, "eyJhbGciOiJub25lIiwia2lkIjoia2lkLWFlcy1zaWduIn0.Zm9v.", .algorithmRefused("none")),
      (
        17,
        #"{"payload":"Zm9v","signatures":[{"protected":"\#(hs256)","header":{"unknown":"untrustworthy"},"#
          + #""signature":"TD37p4c_0jmreSrBSDmE0F3mYSPtkZ3WrSyI5wb_KTg"}"#, .notThreeParts
      ),
      (21, "\(es256.header).Zm9v", .notThreeParts),
      (24, "\(es256.header).\(es256.signature)", .notThreeParts),
      (26, ".Zm9v.\(es256.signature)", .notBase64URL(.header)),
      (27, "Zm9v.\(es256.signature)", .notThreeParts), (28, ".Zm9v.", .notBase64URL(.header)),
      (29, "Zm9v", .notThreeParts), (30, "", .notThreeParts),
      (
        32,
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImtpZC1lYy1zaWduIiwiandrIjp7Imt0eSI6IkVDIiwia2lkIjoia2lkLWVjLXNpZ24iLCJ1"
          + "c2UiOiJzaWciLCJhbGciOiJFUzI1NiIsIngiOiJNZG5UWkRJaERKYmZBU2RGcWFtY3BPMkNoOUdOS0sybTBNUWxoNDAyU3BvIiwi"
          + "eSI6Ijdhdko0bHFfV3l4LW5MUERCUTJZcHl0dUh5TWlvMDdCVXl2bDNqYUMtMVkiLCJjcnYiOiJQLTI1NiJ9fQ.Zm9v."
          + "4jmsollQD8ZxvySzXYnIEYA4fwaZi2ZbC0aI1J4LYmW2Bn31NhKdjms2N6o51Dff5-InWXQF9m45VtTexl6yjg",
        .headerUnknown("jwk")
      ),
      (41, ".Zm9v.\(rs256.signature)", .notBase64URL(.header)), (43, ".Zm9v.", .notBase64URL(.header)),
    ] as [(Int, String, TokenFault)])
  func textsThatAreRefused(id: Int, text: String, fault: TokenFault) {
    #expect(throws: fault, "test \(id)") { try SignedToken(Array(text.utf8)) }
  }

  private static let hs256 = "eyJhbGciOiJIUzI1NiIsImtpZCI6ImtpZC1hZXMtc2lnbiJ9"

  private func octets(_ text: String) throws -> [UInt8] { try #require(Base64.url.decode(text)) }
}

/// The parts that the tests of one group are made of.
private struct Vectors {
  let header: String
  /// The header with another `kid`.
  let otherHeader: String
  let signature: String

  /// The signature with another first letter, as the vectors modify it.
  var modifiedSignature: String { "X\(signature.dropFirst())" }
}

/// Signatures of “rs256” whose padding was modified.
private enum Padding {
  static let longLength = """
    KudI1-Bo-NhWAmNYu-aEGQA3ciNp-gKgGJETRino-l25uRh9peU1GWjmFfnda0SSZK8msCFMQ-\
    ibIZxkwC1CUjxBRNwG1LqVtBa2mHtedT3lxKaS0nAQAzhsg0XWAEUjgnH1qtsYXknGzh-\
    Vi_uVsu2yfPy6YhH9_8Ian984VRMzitHDzeNVcm1jc4vcB6iFicSl4cXWSijLxJSlVkDqMi8Neb3Zw-\
    NQI3mQIt_3Eq51MncS-1vLBr0_qdAFREXVduyb-\
    gRzgGSrE2pMxEO4Bbp5fvYnjaKsSdtNVvzayKwBDO418mfGzRbQyzpR2EeAFGIAkVRb_Mfh7Uil8nhBeg
    """
  static let leadingZero = """
    X8GIjUhtXgLeqJWHkaPaofWGF3PEJx0NpL8aj6sMI7d_gJyhERVrTvZQDEStdB6u3KLWPFc546RqawGYVaFEi_DmlIDfULOOx0bI\
    xp1SDkDLHCaGXKq4pFd_vKngHu-Q2hr4A8WxdO-zaU99MSvlGrfUD5tdSpSV1yfdxSz0NRX0e60jA4Jx9iUbbC5i9iKj9DrxEmXm\
    _EOygBiOlAH4_DfryfggoIFt3sp0LGcEEHsDc_oeFChLatwHhoSFqhK-ak-\
    GF4Zsz8VW0K14gCufcNyWM4W-Qnv9UvHZaq39LE5akGUc7DxTFcnriw0gs1CtLl-u4-8vma6bBkHTanQ92Q
    """
  static let nothing = """
    F7S3oL6racMAA7D3H1UrEo1Ecr8YRxkUQs32K4IFWoAQPU8Tg0_6j23zOJncfho_BYfvC5UKejYFcYC6JIv3rPomgWuToiSvTpOk\
    9HAuHmV5EMhsOZfLdsH0qVcuZSjLXR_w7m_Ljo8MQ9gwZerD3FBDxi6js7wuckcqEz_thjtatHia9bR4VvQ4SymBTnvW_ZudQwD_\
    6afcqu72P223hJc7gTXPH9dgmm8E7Iz1R0_s5p54_3DWnbzw9DPB-\
    zeRJI9M0oYpJl2BVawpYPTGYqez2HLKRCigbvzz-Q8SEKoheksRGue-ZSQsZlAWw0abqhqulnVZyMjuluD2AU4r9g
    """
  static let tagAlone = """
    JNsl1HzsyXvm-Ihw70ESCB3T8J_WtnUw_N4axx8f8QUZ-l_6G5MRzkY1696eKx0ClWnBZa0eIfGGsy9ArZGzmWCxXDrlUSnHuJ0S\
    umPVSQmsdC3rC6znPoVLyAN1E57pz_UHSOK9atKqn7RgF5PqWAWta1bN8b8_v09sQXKx2f50ylLIWbNrB7mZBL_8YurpqCq2o4pj\
    STgrYw8H9FRJLulaTpiPKFmzn_li-_sxs_akRc-uwLtLlXnOUW7baf8no0Gf1hFnarN8CjnzSa2I00VUmSsMY0B5Sq-\
    QXpvrIorKsWmA0BgERpmCiZdMrVBM_uKFy-UWnsRIZzOkdUZ5oQ
    """
  static let zerosBehind = """
    CFfhT4N8_nZnxQSmAoxUZ8e82-yFklOoxXiZa0AYMQy6uetl9k_Wsy8t-\
    k3K_kj35EahbptQ333B0IytIJrbMiY5S6C_KeS5ZoV6vpqpLX1jSw1m7bdPm2ioN4HEKsZOVGp3k0DZMc6NTXjW28dZhFJmeIgh1\
    KTbbFCdu1Mh-6-6QAD_Hqy4k6sv1BmnL1cUJcTJ53wlTpAE-_jsFYi6TvpxQ6WeZoxb_Cs3f1SE0b7i07xFfx_cvhxUFs_zoWpRb\
    deU7dEQRdptjo66kIHYvAGgxJIA0taY1TT30da1hDuIFS9i3Ck1-e3fPY_Alp3IYERIZeHoG5LJ0V00q4oVWw
    """
}
