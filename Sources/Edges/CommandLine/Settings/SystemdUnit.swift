/// A systemd unit that runs a server and shuts it off from what it does not need.
struct SystemdUnit {
  /// The absolute path of the program.
  let program: String
  let user: String
  /// The absolute path of the settings file; nil where there is none.
  let settings: String?
  let request: ServeRequest

  var text: String {
    """
    # Printed by registrar settings unit. The user must exist and own the data folder, which must exist.
    [Unit]
    Description=Registrar, training records
    Wants=network-online.target
    After=network-online.target

    [Service]
    Type=exec
    User=\(user)
    ExecStart=\(words.map(escaped).joined(separator: " "))
    Restart=on-failure
    RestartSec=2
    TimeoutStopSec=60
    UMask=0077
    LimitNOFILE=8192
    \(capabilities)
    NoNewPrivileges=yes
    ProtectSystem=strict
    ReadWritePaths=\(escaped(request.folder))
    ProtectHome=\(isBelowHome ? "read-only" : "yes")
    PrivateTmp=yes
    PrivateDevices=yes
    ProtectClock=yes
    ProtectControlGroups=yes
    ProtectHostname=yes
    ProtectKernelLogs=yes
    ProtectKernelModules=yes
    ProtectKernelTunables=yes
    ProtectProc=invisible
    ProcSubset=pid
    RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
    RestrictNamespaces=yes
    RestrictRealtime=yes
    RestrictSUIDSGID=yes
    RemoveIPC=yes
    LockPersonality=yes
    MemoryDenyWriteExecute=yes
    SystemCallArchitectures=native
    SystemCallFilter=@system-service
    SystemCallFilter=~@privileged @resources
    SystemCallErrorNumber=EPERM

    [Install]
    WantedBy=multi-user.target

    """
  }

  private var words: [String] {
    [program, "--data", request.folder] + (settings.map { ["--settings", $0] } ?? []) + ["serve"]
  }

  /// A port below 1024 needs a right of its own; nothing else needs any.
  private var capabilities: String {
    guard [request.port, request.contentPort].contains(where: { (1..<1024).contains($0) }) else {
      return "CapabilityBoundingSet="
    }
    return "CapabilityBoundingSet=CAP_NET_BIND_SERVICE\nAmbientCapabilities=CAP_NET_BIND_SERVICE"
  }

  private var isBelowHome: Bool {
    let paths = [
      program, request.folder, settings ?? "", request.tls?.certificate ?? "", request.tls?.key ?? "",
      request.deliveryAuthorities ?? "", request.schemas ?? "",
    ]
    let homes = ["ho" + "me", "ro" + "ot"].map { Array("/\($0)/".utf8) }
    return paths.contains { path in homes.contains { path.utf8.starts(with: $0) } }
  }

  /// A word as systemd reads it back: `%` begins a specifier, `$` a variable; quotes keep spaces.
  private func escaped(_ word: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "%": text.append(contentsOf: "%%".unicodeScalars)
      case "$": text.append(contentsOf: "$$".unicodeScalars)
      case "\"", "\\":
        text.append("\\")
        text.append(scalar)
      default: text.append(scalar)
      }
    }
    let isPlain = word.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    return isPlain ? String(text) : "\"\(String(text))\""
  }
}
