import HTML

/// The page at `/`: what this server is, and what to open or type next.
public struct HomePage: Sendable, Hashable {
  /// Something to open.
  public struct Link: Sendable, Hashable {
    /// An `http` or `https` address or a path that begins with one `/`.
    public let address: String
    /// What the link is called.
    public let title: String
    /// What stands behind the address, in a sentence.
    public let purpose: String

    /// A link with what stands behind it.
    public init(address: String, title: String, purpose: String) {
      self.address = address
      self.title = title
      self.purpose = purpose
    }
  }

  /// Something to type.
  public struct Command: Sendable, Hashable {
    /// The command as it is typed.
    public let line: String
    /// What the command does, in a sentence.
    public let purpose: String

    /// A command with what it does.
    public init(line: String, purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  /// What to open, in this order.
  public let links: [Link]
  /// What to type, in this order.
  public let commands: [Command]

  /// A home page with these links and commands; a list without entries is left out.
  public init(links: [Link], commands: [Command]) {
    self.links = links
    self.commands = commands
  }

  /// The page. A link whose address is neither a web address nor a path is shown as text only.
  public var page: Page {
    Page(status: 200, title: "Training records") { html in
      html.element("h1", text: "A registrar of training records is running here")
      html.element(
        "p",
        text:
          "It keeps courses and their sessions, who took part and with what result, the certificates that "
          + "were earned, and the reports on all of it, so that each figure can be traced to its records.")
      writeLinks(to: &html)
      writeCommands(to: &html)
    }
  }

  private func writeLinks(to html: inout HTMLWriter) {
    guard !links.isEmpty else { return }
    html.element("nav", ["class": "sheet", "aria-labelledby": "open"]) { html in
      html.element("h2", ["id": "open"], text: "What to open")
      html.element("ul") { html in
        for link in links { html.element("li") { link.write(to: &$0) } }
      }
    }
    html.markup("\n")
  }

  private func writeCommands(to html: inout HTMLWriter) {
    guard !commands.isEmpty else { return }
    html.element("section", ["class": "sheet", "aria-labelledby": "type"]) { html in
      html.element("h2", ["id": "type"], text: "What to type next")
      html.element("ul") { html in
        for command in commands {
          html.element("li") { html in
            html.element("code", text: command.line)
            html.markup("<br>")
            html.text(command.purpose)
          }
        }
      }
    }
    html.markup("\n")
  }
}

extension HomePage.Link {
  fileprivate func write(to html: inout HTMLWriter) {
    if isFollowable { html.element("a", ["href": address], text: title) } else { html.text(title) }
    html.text(" ")
    html.element("code", text: address)
    html.markup("<br>")
    html.text(purpose)
  }

  /// `javascript:` and its like are no addresses to follow, and `//host` is no path.
  private var isFollowable: Bool {
    let octets = address.utf8
    if octets.starts(with: "/".utf8) { return !octets.dropFirst().starts(with: "/".utf8) }
    return octets.starts(with: "https://".utf8) || octets.starts(with: "http://".utf8)
  }
}
