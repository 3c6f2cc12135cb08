internal import Accreditation
internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Reports that list single people, certificates or experts.
  static let namedReportRoutes: [Route] = [
    worksOut(
      "/api/v1/reports/session", "Report on a session: what it was, and who took part.",
      needing: .lookUp, by: .needed("session", .reference("WORKSHOP-1"), "The session."),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format), .listBlock,
      .optional("language", .language, ReportMeaning.language), told: .report
    ) { call, session, cutOff, format, block, language in
      try call.report(
        format, block, by: ReportSession(session, cutOff: cutOff, language: call.reportLanguage(language)))
    },
    worksOut(
      "/api/v1/reports/transcript", "Report on a person: what they took part in, and what they hold.",
      needing: .lookUp, by: .needed("person", .id(), "The person."),
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format), .listBlock,
      .optional("language", .language, ReportMeaning.language), told: .report
    ) { call, person, zone, cutOff, format, block, language in
      try call.report(
        format, block,
        by: ReportTranscript(
          person, timeZone: zone, cutOff: cutOff, language: call.reportLanguage(language)))
    },
    worksOut(
      "/api/v1/reports/expiring", "List the certificates that run out on some days.",
      needing: .readReports,
      by: .optional(
        "party", .reference("KE"),
        "Only of those who belonged to this party when their session started."),
      .reportDays, .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format), .listBlock,
      .optional("language", .language, ReportMeaning.language), told: .report
    ) { call, party, period, cutOff, format, block, language in
      try call.report(
        format, block,
        by: ReportExpiring(
          party: party, period: period, cutOff: cutOff, language: call.reportLanguage(language)))
    },
    worksOut(
      "/api/v1/reports/experts", "List the register of experts, with who is available on some days.",
      needing: .readReports, by: .optional("category", .choice(), "Only experts of this category."),
      .optional("subject", .code("PCA"), "Only experts in this subject."), .someReportDays,
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format),
      .listBlock, .optional("language", .language, ReportMeaning.language), told: .report
    ) { call, category, subject, period, cutOff, format, block, language in
      try call.report(
        format, block,
        by: ReportExperts(
          category: category, subject: subject, period: period, cutOff: cutOff,
          language: call.reportLanguage(language)))
    },
    worksOut(
      "/api/v1/reports/assessors", "List what is given to assessors, and what they assessed on some days.",
      needing: .readReports, by: .reportDays, .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format), .listBlock,
      .optional("language", .language, ReportMeaning.language), told: .report
    ) { call, period, cutOff, format, block, language in
      try call.report(
        format, block,
        by: ReportAssessors(period: period, cutOff: cutOff, language: call.reportLanguage(language)))
    },
  ]
}

extension Parameter where Value == ListBlockName? {
  fileprivate static var listBlock: Parameter { .optional("block", .choice(), ReportMeaning.block) }
}
