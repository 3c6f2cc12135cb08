public import ContentPackaging

extension FindingCode {
  static let cartridgeProtected = FindingCode(
    "cartridge.protected", .error,
    "The cartridge, or a part of it, may be used only by whom its publisher has authorised (Common Cartridge, "
      + "authorizations). There is no way to ask the publisher, so nothing of it is taken.",
    fix: "Ask the publisher for a cartridge without authorizations.")
  static let resourceUnknown = FindingCode(
    "cartridge.resource.unknown-type", .warning,
    "A resource is of a type that no version of Common Cartridge has. Its files are kept; it cannot be shown.",
    fix: "Use webcontent, a web link, a discussion topic, an assignment, a tool or a test.")
  static let descriptorUnreadable = FindingCode(
    "cartridge.descriptor.unreadable", .warning,
    "The file that describes a link, topic, tool, assignment or test is no XML that is read here, so what it "
      + "says is not known. The file is kept.",
    fix: "Correct the file at the place named.")
  static let descriptorOfOtherKind = FindingCode(
    "cartridge.descriptor.other-kind", .warning,
    "The file of a resource begins with another element than its type asks for, so what it says is not known. The "
      + "file is kept.",
    fix: "Let resource@type fit the file.")
  static let webLinkUnusable = FindingCode(
    "cartridge.web-link.unusable", .warning,
    "A web link has no address, or one that is never opened from here: no http or https, or a machine that nobody else "
      + "reaches. It was kept as a heading.",
    fix: "Write the public https address of the page.")
  static let toolDisabled = FindingCode(
    "cartridge.tool.disabled", .note,
    "An external tool (LTI) is part of the course. It was kept, and stays disabled: it would be told who the learners "
      + "are, so somebody has to approve it first.")
  static let toolAddress = FindingCode(
    "cartridge.tool.address", .warning,
    "An external tool has no launch address, or one that is no public http or https address.",
    fix: "Write the tool's launch_url or secure_launch_url in full.")
  static let secretLeftOut = FindingCode(
    "cartridge.tool.secret", .warning,
    "The descriptor of an external tool holds a key or a secret, which a cartridge should not. It is not shown "
      + "anywhere; the original file still holds it.",
    fix: "Export the course without the tool's credentials, and change them.", isAboutSecret: true)
  static let looseResources = FindingCode(
    "cartridge.organization.empty", .note,
    "No item of the cartridge shows any resource. Each page, link, topic, tool, assignment and test became an activity, "
      + "in the order of the resources.",
    fix: "Put them into modules before the export, if their order matters.")
  static let nothingToLearn = FindingCode(
    "cartridge.nothing-to-show", .warning,
    "No activity of the cartridge has content: its items refer to nothing that is in it. It was kept as headings.",
    fix: "Export the course with its content.")

  /// Every code of this room, in the order of `explain`.
  public static let cartridgeCodes: [FindingCode] = [
    cartridgeProtected, resourceUnknown, descriptorUnreadable, descriptorOfOtherKind, webLinkUnusable,
    toolDisabled, toolAddress, secretLeftOut, looseResources, nothingToLearn,
  ]
}
