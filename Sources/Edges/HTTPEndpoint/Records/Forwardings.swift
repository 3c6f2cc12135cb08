internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Other record stores that statements are forwarded to.
  static let forwardingRoutes: [Route] = [
    asks(
      "/api/v1/forwardings",
      "List the record stores that statements are forwarded to, without their secrets.",
      by: .paging, told: .page()
    ) { _, page in ListForwardings(page: page) },
    changes(
      "/api/v1/forwardings", "Have statements forwarded to another record store; its secret is told nowhere.",
      takes: .needed("code", .code("CENTRAL-LRS"), "A short name that is not taken yet."),
      .needed("url", .text("https://lrs.example/xapi"), "Its xAPI endpoint, without /statements."),
      .needed("user", .text("registrar"), "What it knows us by."),
      .needed("secret", .text("open sesame"), "What is sent with that by HTTP Basic."),
      .optional("verbs", .list(of: .text("http://adlnet.gov/expapi/verbs/passed")), "Only these verbs."),
      .optional("activities", .list(of: .text("https://example.org/lesson")), "Only about these activities."),
      .optional("course", .reference("VAL-1"), "Only of enrolments in this course."),
      .optional("party", .reference("KE"), "Only of officers of this Member."),
      .optional("since", .instant, "Only those stored after this instant; all where not given."),
      told: .created { "/api/v1/forwardings/\($0.code)" }
    ) { _, code, url, user, secret, verbs, activities, course, party, since in
      AddForwarding(
        code: code, url: url, user: user, secret: secret, verbs: verbs ?? [], activities: activities ?? [],
        course: course, member: party, since: since)
    },
    asks("/api/v1/forwardings/{forwarding}", "Show a forwarding: how far it has come.", told: .record) {
      call in
      ShowForwarding(try call.reference(0, .forwarding))
    },
    asks(
      "/api/v1/forwardings/{forwarding}/set-aside",
      "List the statements that the other store refused for good, with the reason.", by: .paging,
      told: .page()
    ) { call, page in ListSetAside(try call.reference(0, .forwarding), page: page) },
    moves("/api/v1/forwardings/{forwarding}/pause", "Let nothing more be forwarded.", told: .record) {
      call, reason in PauseForwarding(try call.reference(0, .forwarding), reason: reason)
    },
    moves(
      "/api/v1/forwardings/{forwarding}/resume", "Go on with what was paused, at once.", told: .record
    ) { call, reason in ResumeForwarding(try call.reference(0, .forwarding), reason: reason) },
    moves(
      "/api/v1/forwardings/{forwarding}/remove", "End a forwarding for good, and forget its secret.",
      told: .record
    ) { call, reason in RemoveForwarding(try call.reference(0, .forwarding), reason: reason) },
  ]
}
