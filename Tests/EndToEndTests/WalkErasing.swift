// Persons who are made unknown, at both doors.
extension Walk {
  static let erasing = [
    Step(
      ["person", "erase", "$personE", "--dry-run"], "GET persons/$personE/erasure",
      is: ["/person": "$personE", "/erasure": "null", "/goes/names": "2", "/stays/places": "1"]),
    Step(
      ["person", "erase", "$personE", "--reason", " "], "POST persons/$personE/erase", #"{"reason": " "}"#,
      refused: .unusable, "to erase a person needs a reason"),
    Step(
      ["person", "erase", "$personE", "--reason", "asked for by Officer É"], "POST persons/$personE/erase",
      #"{"reason": "asked for by Officer É"}"#, refused: .unusable,
      "the reason names the person, and stays when the name is gone"),
    Step(
      ["person", "erase", "$personE", "--reason", "file 1"], "POST persons/$personE/erase",
      #"{"reason": "file 1"}"#,
      is: [
        "/erasure/person": "$personE", "/isNew": "true", "/isCleared": "true", "/goes/names": "2",
        "/stays/places": "1",
      ]),
    Step(
      ["person", "erase", "$personE", "--reason", "file 2"], "POST persons/$personE/erase",
      #"{"reason": "file 2"}"#, is: ["/isNew": "false", "/erasure/reason": "file 1"]),
    Step(
      ["person", "erased"], "GET erasures", is: ["/items/0/person": "$personE", "/items/0/reason": "file 1"]),
    Step(
      ["person", "show", "$personE"], "GET persons/$personE",
      is: ["/name": "Erased person", "/erasedAt": "…", "/affiliations/0/post": ""]),
    Step(
      ["person", "erase", nobody, "--reason", "x"], "POST persons/\(nobody)/erase", #"{"reason": "x"}"#,
      refused: .notFound, "there is no person “\(nobody)”"),
  ]

  private static let nobody = "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d"
}
