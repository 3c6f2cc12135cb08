/// A statement with signatures over it that were made by OpenSSL, to hold programs against.
public enum SignedStatement {
  /// The statement that is signed, as it was signed.
  public static let payload =
    #"{"actor":{"mbox":"mailto:officer@example.org"},"verb":{"id":"https://example.org/verbs/attended"},"object":{"id":"https://example.org/activities/valuation"},"result":{"duration":"PT1M0.1237S"}}"#

  /// A certificate for a key of RSA, in DER and base 64.
  public static let certificate = """
    MIIDFTCCAf2gAwIBAgIUVgY6SjsW+C6SUCkU2MDQvzAkF0IwDQYJKoZIhvcNAQELBQAwGTEXMBUGA1UEAwwOcmVnaXN0cmFy\
    LXRlc3QwIBcNMjYxMTI2MDM1MDM0WhgPMjEyNjExMDIwMzUwMzRaMBkxFzAVBgNVBAMMDnJlZ2lzdHJhci10ZXN0MIIBIjAN\
    BgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6n6S34d4UG9hvNKNeS1iclE+GyJvsqQ9vh6MknhL6KaNLpYFaxQusDnr68uK\
    JhKUTSooRbAluCDTyGqCgU0+6lHKD45xj4d9HHoJ7aoddFNlU/qXoQxS8Q5TPYMebXqst6jBcy7j57M3zA16U7FVobJR+p1/\
    acyW8wGpjNhKt+39S1I4a679K8AzinQz3TMSFp2N+AxtkU8AVlJ1RufA28nu6PbtBDvXR4DWPGWGnDVZVn2W/Sxi/LNTEB14\
    taI/ZEzqXy2lTykokB2tV7ZTtyuGsEVFlNRrnnf63mCO7G8WqEoz9LHSRnHBdFJbBFFlqQdx6spKFQdc/OUe+dqoyQIDAQAB\
    o1MwUTAdBgNVHQ4EFgQU7AN0qwBFGbcpnJHSfA3BU5WSb08wHwYDVR0jBBgwFoAU7AN0qwBFGbcpnJHSfA3BU5WSb08wDwYD\
    VR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAGvqmz3MOHYh1GET1GRYMXa/buqMUD1CfDmsLwx0vIg9RMbYJ5JA/\
    CWHyjf8WV2UpfXO695EtXdAXQFcca/UsuX5WurgjxQJSQJjF0mJyxGwVx+V4+mVHELokyXw9RNixkQxnNrTRcZnPR8jSjCUP\
    c37UuSHYaSG3/mB5tKT9MixD1R8Jq1MrQz0HKxu+8h8h8/QmEV69Gob49QD3a/nltVknL/hCfAEneY6G7jyJl0oRvfzGWuNp\
    qD19uq4GZeQEhFRPjuHukqFK1q0IFAJqTtMCU6jzpvuMT3Al46nOATXJTsx1ZvV2ihY1HgiKShe3XWeiUHf39hIXlDNms3P2\
    Kg==
    """

  /// A certificate for another kind of key.
  public static let otherCertificate = """
    MIIBcTCCARegAwIBAgIUBp2UFCS1oQVG0G9JQ0h5mIT71zMwCgYIKoZIzj0EAwIwDTELMAkGA1UEAwwCZWMwIBcNMjYxMTI2\
    MDM1MDM0WhgPMjEyNjExMDIwMzUwMzRaMA0xCzAJBgNVBAMMAmVjMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE00WC6vca\
    lQjK/5XwVzk1SJ/uULEsbZoX8pE2PTUejyNX+c5kMcALVJQCYuxw5nEOrx8nVEuUyY7BxAzZzjZr+qNTMFEwHQYDVR0OBBYE\
    FEf+0zGt1UPkB30qlTPiC4x19/ztMB8GA1UdIwQYMBaAFEf+0zGt1UPkB30qlTPiC4x19/ztMA8GA1UdEwEB/wQFMAMBAf8w\
    CgYIKoZIzj0EAwIDSAAwRQIgaNc8WCsP6ZjVP7014MI/7M9sHtD17Nl1+uk0fcxnvH4CIQCnHpQ0pt5F1EPYb4/1aGT4Un2R\
    59Xc6CslawNf1b1dnw==
    """

  /// The signature by the certificate's key, for each algorithm, of the header that `text` makes.
  public static let signatures = [
    "RS256": """
    FEMdBd0kvZF79ShXHu0mVj_W7E10uvzkm0CWBwTBRLXb0wqNS5xSVklzfau3RSB0aIpjVMg1foxMmyUrTz_6HeihCt0pXkua\
    P0hX12dUVoty3vtC1y87_4SX7jzyH9KljfFFCSMHEXqix9vMW4oP3fkPYscv2Z4oVJZUmSXdDFVEg4bkTNv1pZhQJsC9p65B\
    Qo_prUojTBWZSwEcsvtRoheKjIX4GV6_mgSfS7qvRpyWZn5ZWhBqE9Iz5hteAJXRgFjaqbMGaaQOH1rkSNLgMlZQGH8VedWD\
    yhj1QHOKt-IOvoz68olJV3m9CZK7BgwcfIU9NsSUU02xxe0GL_Iq-A
    """,
    "RS384": """
    AyGO03BHBYCCmZcPOMhn1A3HNaCfZ7aPcQVpN_9RyZlxkpspZHbEhbtp2P5-bP4y851H1zB9tBi-sSFffGLXH-uxg3q-1XLZ\
    X0uO-SNCvAHYAqfKg-HVi4oSNZ1NHcYk8L18fCgtYys1wf5-r7dCFHkuvW-agKlO_BIGNIFaC84OTYXK6nrtcklaO7f91WN4\
    Uqye-VY1qXN_TGdyLDyTWTgxWzDgaO-8Y7v778JQDJDuC8JlRrwov4BVBupZ8GtbC3YHQ9ywYqC44ZIUemGOTGDH71rjMHaO\
    vLF5UPJglPsWMa2I7wkChCsWVlKL5wbQM5araYWfW0GN3bq5BT_0wg
    """,
    "RS512": """
    wJwPF94czesBi0x3QkLvgle1oO4PEsQSFvRo2R1a2NHLVXxFshk4sIuamDwr89SItuvJ_k3GgHTUjKAOZhTRwgdNb5DHCWJu\
    A-qIUQyfhvjQxgEDDk56DsszO9563S7zSBWV4m5I6qhHwAOn3a_-NR4l38B-ghRfThFmOclB-9Nz7pj0bwwQs5ITdUS6PCIy\
    EDm0w5ULKTv2KCiSdlp7Ewhz2HUkkbsOO0DcUoUj91nIL_9iUjkRcLmVrC6W35G5PuklsfYyMGH-So1Yobbv9sTsgLOUIE3_\
    d5zGwJG6zojNecr2cBp1m2Atc8v301dfvIF45MeFgT1eo-ZBKOG_Ew
    """,
  ]

  /// A JSON Web Signature in its compact form. With nothing but an algorithm it is a sound one.
  ///
  /// - Parameters:
  ///   - header: in place of the header that was signed.
  ///   - payload: in place of the statement that was signed.
  public static func text(
    _ algorithm: String = "RS256", header: String? = nil, payload: String = payload, signature: String? = nil
  ) -> String {
    let header = header ?? #"{"alg":"\#(algorithm)","x5c":["\#(certificate)"]}"#
    return "\(base64URL(header)).\(base64URL(payload)).\(signature ?? signatures[algorithm] ?? "")"
  }

  /// Base 64 for URLs (RFC 4648 §5).
  public static func base64URL(_ text: String) -> String {
    String(base64(text).filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }
}
