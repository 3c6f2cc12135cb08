/// One of the six regions of the World Customs Organization (domain 4.1).
public enum Region: String, Sendable, CaseIterable {
  /// Americas and the Caribbean.
  case ams = "AMS"
  /// Far East, South and South East Asia, Australasia and the Pacific Islands.
  case ap = "AP"
  /// East and Southern Africa.
  case esa = "ESA"
  /// Europe.
  case eur = "EUR"
  /// North of Africa, Near and Middle East.
  case mena = "MENA"
  /// West and Central Africa.
  case wca = "WCA"

  /// The region's usual English name.
  public var name: String {
    switch self {
    case .ams: "South America, North America, Central America and the Caribbean"
    case .ap: "Far East, South and South East Asia, Australasia and the Pacific Islands"
    case .esa: "East and Southern Africa"
    case .eur: "Europe"
    case .mena: "North of Africa, Near and Middle East"
    case .wca: "West and Central Africa"
    }
  }
}
