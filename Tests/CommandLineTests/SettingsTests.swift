import CommandLine
import Synchronization
import Testing

@Suite struct SettingsTests {
  /// A line of a file, and what is said of it.
  @Test(arguments: [
    (
      "an unknown name, near a known one", "lissen = 127.0.0.1:1",
      "s.conf:1:1: there is no setting “lissen”; did you mean listen?"
    ),
    ("an unknown name, near none", "colour = blue", "s.conf:1:1: there is no setting “colour”"),
    (
      "a value of no use, further in", "# first\n  listen = 8080",
      "s.conf:2:12: --listen cannot be “8080”; it is HOST:PORT like 127.0.0.1:8080 or [::1]:8080."
    ),
    (
      "a word that is none of the choice", "log-format = xml",
      "s.conf:1:14: --log-format cannot be “xml”; it is one of: text, json."
    ),
    (
      "a number out of bounds", "minimum-free = -1",
      "s.conf:1:16: --minimum-free cannot be “-1”; it is a whole number from 0 to 1048576."
    ),
    (
      "a flag that is neither yes nor no", "log-requests = true",
      "s.conf:1:16: “log-requests” is yes or no, not “true”"
    ),
    ("no value", "origin =", "s.conf:1:9: “origin” has no value: write origin = URL"),
    (
      "no equals sign", "listen 127.0.0.1:1", "s.conf:1:1: there is no “=”: a setting is written name = value"
    ),
    ("a name twice", "origin = http://a\norigin = http://b", "s.conf:2:1: “origin” is set a second time"),
    ("the name of another command's option", "dry-run = yes", "s.conf:1:1: there is no setting “dry-run”"),
    ("the file's own option", "settings = other.conf", "s.conf:1:1: there is no setting “settings”"),
    ("half of what belongs together", "tls-key = key.pem", "s.conf:1:1: --tls-certificate FILE is missing."),
    (
      "behind a byte order mark", "\u{FEFF}listen = 8080",
      "s.conf:1:10: --listen cannot be “8080”; it is HOST:PORT like 127.0.0.1:8080 or [::1]:8080."
    ),
    ("what was tried and failed", "# nine\nlisten = 127.0.0.1:9", "s.conf:2:10: somebody listens there"),
  ])
  func whatCannotBeUsedIsNamedByItsPlace(row: String, text: String, line: String) throws {
    let desk = try Desk()
    try desk.write(text, to: "s.conf")
    let run = desk.run("settings", "check", "--settings", "s.conf")
    #expect(run.status == 3)
    #expect(run.output.split(separator: "\n").first.map(String.init) == line, "\(run.output)\(run.messages)")
  }

  /// "All that is amiss is told": what is wrong in one line hides nothing of the others.
  @Test func everythingThatIsAmissIsToldAtOnce() throws {
    let desk = try Desk()
    try desk.write(
      "lissen = 1\ntls-certificate = c.pem\nlisten = 127.0.0.1:9\nlog-format = xml\n", to: "s.conf")
    let run = desk.run("settings", "check", "--settings", "s.conf")
    #expect(run.status == 3)
    #expect(
      run.output == """
        s.conf:1:1: there is no setting “lissen”; did you mean listen?
        s.conf:2:1: --tls-key FILE is missing.
        s.conf:3:10: somebody listens there
        s.conf:4:14: --log-format cannot be “xml”; it is one of: text, json.

        """)
  }

  @Test func aSettingsFileThatIsNotThereIsNotFound() throws {
    let run = try Desk().run("settings", "check", "--settings", "/nope")
    #expect(run.status == 4)
    #expect(run.messages.contains("there is no file /nope"))
  }

  @Test func settingsMayComeOnStandardInput() throws {
    let desk = try Desk()
    desk.outside { $0.input = "listen = 8080\n" }
    let run = desk.run("settings", "check", "--settings", "-")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("-:1:10: --listen cannot be “8080”"))
  }

  @Test(arguments: [
    "", "\u{FEFF}data = elsewhere\n", "\n\n# nothing\n", "listen = 127.0.0.1:0\r\nlog-requests = no\r\n",
    "\torigin\t=\thttps://records.example\t",
    "data = elsewhere\nxapi-default-version = 2.0.0\nlog-format = json\nminimum-free = 0",
  ])
  func whatCanBeUsedIsSaid(text: String) throws {
    let desk = try Desk()
    try desk.write(text, to: "s.conf")
    let run = desk.run("settings", "check", "--settings", "s.conf")
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test func bytesThatAreNoTextAreNamedByTheirLine() throws {
    let desk = try Desk()
    try desk.write("origin = http://a\nlisten = \u{FF}", to: "s.conf")
    #expect(desk.run("settings", "check", "--settings", "s.conf", "--json").status == 3)
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let desk = try Desk()
    #expect(desk.run("serve", "--settings", "none.conf").status == 4)
    #expect(desk.run("settings", "check").status == 2, "no file is named")
  }

  /// "The command line wins."
  @Test(arguments: [
    ("the file alone", [], "10.0.0.1", "https://records.example", true),
    (
      "the command line before it", ["--listen", "127.0.0.1:1"], "127.0.0.1", "https://records.example", true
    ),
    ("in every place", ["--origin=http://b", "--log-requests"], "10.0.0.1", "http://b", true),
  ])
  func theCommandLineGoesBeforeTheFile(
    row: String, words: [String], host: String, origin: String, logs: Bool
  ) throws {
    let desk = try Desk()
    try desk.write(
      "listen = 10.0.0.1:80\norigin = https://records.example\nlog-requests = yes\ndata = elsewhere",
      to: "s.conf")
    let run = desk.run(["serve", "--settings", "s.conf"] + words)
    #expect(run.status == 0, "\(run.messages)")
    let request = try #require(desk.served.requests.withLock { $0 }.first)
    #expect(request.host == host)
    #expect(request.origin == origin)
    #expect(request.logsRequests == logs)
    #expect(request.folder == desk.folder + "/elsewhere")
  }

  /// The data folder of the file is every command's; the environment and the command line go before it.
  @Test(arguments: [
    ("the file's", [], nil, "elsewhere"), ("the environment's", [], "by-environment", "by-environment"),
    ("the command line's", ["--data", "typed"], "by-environment", "typed"),
  ])
  func theDataFolderIsFound(row: String, words: [String], variable: String?, folder: String) throws {
    let desk = try Desk()
    try desk.write("data = elsewhere", to: "s.conf")
    desk.outside {
      $0.environment["REGISTRAR_SETTINGS"] = "s.conf"
      $0.environment["REGISTRAR_DATA"] = variable
    }
    let added = desk.run(["organisation", "add", "A", "--kind", "donor", "--name", "A"] + words)
    #expect(added.status == 0, "\(added.messages)")
    #expect(desk.exists(folder + "/records.sqlite"))
  }

  @Test func aServerDoesNotStartWithSettingsThatCannotBeUsed() throws {
    let desk = try Desk()
    try desk.write("lissen = 1\ncolour = blue", to: "s.conf")
    let run = desk.run("serve", "--settings", "s.conf")
    #expect(run.status == 3)
    #expect(run.messages.contains("s.conf:1:1"))
    #expect(run.messages.contains("(and 1 more)"))
    #expect(desk.served.requests.withLock { $0.isEmpty })
  }

  @Test func theUnitNamesWhatIsThere() throws {
    let desk = try Desk()
    try desk.write(
      "listen = 0.0.0.0:443\ndata = /srv/my data\ntls-certificate = c.pem\ntls-key = k.pem", to: "s.conf")
    let unit = desk.run("settings", "unit", "--settings", "s.conf", "--user", "records").output
    for line in [
      "User=records",
      "ExecStart=/usr/bin/registrar --data \"/srv/my data\" --settings \(desk.folder)/s.conf serve",
      "ReadWritePaths=\"/srv/my data\"", "AmbientCapabilities=CAP_NET_BIND_SERVICE", "ProtectSystem=strict",
      "NoNewPrivileges=yes", "MemoryDenyWriteExecute=yes",
    ] {
      #expect(unit.split(separator: "\n").contains { $0 == line }, "\(line) in \(unit)")
    }
  }

  @Test func aUnitForAnOrdinaryPortHasNoRights() throws {
    let unit = try Desk().run("settings", "unit").output
    #expect(unit.contains("\nCapabilityBoundingSet=\n"))
    #expect(!unit.contains("AmbientCapabilities"))
  }

  @Test(arguments: [["--tls-certificate", "c.pem"], ["--tls-key", "k.pem"]])
  func oneFileOfTLSIsNotEnough(words: [String]) throws {
    let desk = try Desk()
    #expect(desk.run(["serve"] + words).status == 2)
  }
}
