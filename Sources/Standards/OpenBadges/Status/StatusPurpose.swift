/// What a bit of a list says of a credential (Bitstring Status List 1.0, “BitstringStatusListEntry”).
public enum StatusPurpose: String, Sendable, CaseIterable {
  /// It was taken back for ever.
  case revocation
  /// It is out of force for now.
  case suspension
}
