internal import Accreditation
internal import Arguments
internal import Assessment
internal import Catalogue
internal import Certification
internal import ContentPackaging
internal import Enrolment
internal import Evaluation
internal import People
internal import Operations
internal import Values

/// The kinds of things whose codes or identifiers a shell can complete.
enum NamedThing: String, CaseIterable, Sendable {
  case course, catalogue, standard, organisation, person, session, nomination, enrolment, scheme, certificate,
    key, job, affiliation, assignment, involvement, proposal, result, item, object, pool, accreditation,
    release, rubric, observation
  case fundingProgramme = "funding-programme"
  case evaluation, commitment
  case onwardTraining = "onward-training"
  case findingCode = "finding-code"
}

extension ValueKind {
  /// The code or identifier of a thing in the records, completed by what is there.
  static func naming(_ thing: NamedThing) -> ValueKind {
    .listed(by: ["words", thing.rawValue])
  }
}

extension Verb {
  /// Lists the words that name things of a kind, for the completion of shells: a line each, the meaning behind a tab.
  static let listWords = Verb(
    Command(
      "words", summary: "List the codes or identifiers of a kind of thing, for completion.",
      arguments: [Argument("THING", kind: .choice(of: NamedThing.self), help: "What to list.")],
      isHidden: true),
    need: { _ in .records(.reading) }
  ) { errand in
    let thing: NamedThing = try errand.given.required("THING", .choice())
    // Whoever completes a command has not yet made the records it is about: then there is nothing to offer.
    guard try thing == .findingCode || errand.records.openedIfPresent != nil else { return .done }
    try errand.output.lines(
      errand.naming(thing).map { $0.meaning.isEmpty ? $0.word : "\($0.word)\t\($0.meaning)" })
    return .done
  }
}

extension Errand {
  /// At most a thousand: nobody reads more in a shell.
  fileprivate func naming(_ thing: NamedThing) throws -> [(word: String, meaning: String)] {
    let page = PageRequest(limit: 1000)
    switch thing {
    case .course:
      return try answer(ListCourses(page: page)).items.map { ($0.code.text, oneLine($0.title.text())) }
    case .catalogue: return try catalogues(page)
    case .standard: return try standards(page)
    case .organisation:
      return try answer(ListParties(page: page)).items.map { ($0.code.text, oneLine($0.names.text())) }
    case .person:
      return try answer(ListPersons(page: page)).items.map { ($0.id.description, oneLine($0.name)) }
    case .session: return try sessions(page)
    case .nomination:
      return try answer(ListNominations(page: page)).items.map { ($0.id.description, $0.state.rawValue) }
    case .enrolment:
      return try answer(ListEnrolments(page: page)).items.map { ($0.id.description, $0.state.rawValue) }
    case .scheme:
      return try answer(ListSchemes(page: page)).items.map { ($0.code.text, oneLine($0.titles.text())) }
    case .certificate: return try certificates(page)
    case .key: return try answer(ListKeys(page: page)).items.map { ($0.id.description, oneLine($0.name)) }
    case .job: return try answer(ListJobs(page: page)).items.map { ($0.id.description, $0.state.rawValue) }
    case .affiliation: return try places()
    case .assignment: return try assignments(page)
    case .pool:
      return try answer(ListPools(page: page)).items.map { ($0.code.text, oneLine($0.titles.text())) }
    case .rubric:
      return try answer(ListRubrics(page: page)).items.map { ($0.code.text, oneLine($0.titles.text())) }
    case .observation: return try observations(page)
    case .evaluation: return try evaluations(page)
    case .commitment: return try commitments(page)
    case .onwardTraining: return try onwardTrainings(page)
    case .fundingProgramme: return try fundingProgrammes(page)
    case .accreditation: return try accreditations(page)
    case .release:
      return try answer(ListReleases(page: page)).items.map { ($0.id.description, "from \($0.days.from)") }
    case .involvement:
      return try answer(ListInvolvements(page: page)).items.map { ($0.id.description, $0.duty.rawValue) }
    case .proposal: return try proposals(page)
    case .result: return try results()
    case .item: return try items()
    case .object: return try objects()
    case .findingCode: return folders.findingCodes.map { ($0.identifier, $0.severity.rawValue) }
    }
  }
}

extension Errand {
  private func catalogues(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListCatalogues(page: page)).items.map {
      ($0.catalogue.code.text, oneLine($0.catalogue.titles.text()))
    }
  }

  private func standards(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListStandardEditions(page: page)).items.map {
      ($0.code.text, oneLine($0.titles.text()))
    }
  }

  private func sessions(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListSessions(page: page)).items.map {
      ($0.code.text, "\($0.state.rawValue), \($0.days.from)")
    }
  }

  private func certificates(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListCertificates(page: page)).items.map {
      ($0.certificate.code.description, $0.certificate.number.description)
    }
  }

  private func assignments(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListAssignments(page: page)).items.map {
      ($0.id.description, $0.assessor.description)
    }
  }

  private func evaluations(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListEvaluations(page: page)).items.map {
      ($0.code.text, "\($0.level.rawValue), due \($0.due)")
    }
  }

  private func commitments(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListCommitments(page: page)).items.map {
      ($0.commitment.id.description, $0.state.rawValue)
    }
  }

  private func onwardTrainings(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListOnwardTrainings(page: page)).items.map {
      ($0.id.description, oneLine($0.title))
    }
  }

  private func fundingProgrammes(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListFundingProgrammes(page: page)).items.map {
      ($0.code.text, oneLine($0.titles.text()))
    }
  }

  private func proposals(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListProposals(page: page)).items.map {
      ($0.id.description, $0.enrolment.description)
    }
  }
}

/// A text without the line ends and tabs that would part it from its word.
private func oneLine(_ text: String) -> String {
  String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
  )
}

extension Errand {
  fileprivate func observations(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListObservations(page: page)).items.map {
      ($0.id.description, "\($0.state.rawValue), \($0.on)")
    }
  }

  fileprivate func accreditations(_ page: PageRequest) throws -> [(word: String, meaning: String)] {
    try answer(ListAccreditations(page: page)).items.map {
      ($0.id.description, $0.progress.state.rawValue)
    }
  }
}

// What belongs to something else is found through it.
extension Errand {
  fileprivate func places() throws -> [(word: String, meaning: String)] {
    try answer(ListPersons(page: PageRequest(limit: 1000))).items.flatMap { person in
      try answer(ShowPerson(person.id)).affiliations.map { place, party in
        (place.id.description, "\(oneLine(person.name)), \(party)")
      }
    }
  }

  fileprivate func results() throws -> [(word: String, meaning: String)] {
    let page = PageRequest(limit: 1000)
    return try answer(ListEnrolments(page: page)).items.flatMap { enrolment in
      try answer(ListResults(enrolment: enrolment.id, page: page)).items.map {
        ($0.id.description, "\($0.outcome.rawValue), \($0.assessedOn)")
      }
    }
  }

  fileprivate func items() throws -> [(word: String, meaning: String)] {
    let page = PageRequest(limit: 1000)
    return try answer(ListStandardEditions(page: page)).items.flatMap { edition in
      try answer(ListStandardItems(edition: edition.code, level: nil, kind: nil, page: page)).items.map {
        ($0.code.text, "\(edition.code), \(oneLine($0.titles.text()))")
      }
    }
  }

  /// What the history speaks of by an identifier.
  fileprivate func objects() throws -> [(word: String, meaning: String)] {
    let page = PageRequest(limit: 1000)
    let byCode =
      try answer(ListCourses(page: page)).items.map { ($0.id.description, "course, \($0.code)") }
      + answer(ListParties(page: page)).items.map { ($0.id.description, "organisation, \($0.code)") }
      + answer(ListSessions(page: page)).items.map { ($0.id.description, "session, \($0.code)") }
      + answer(ListSchemes(page: page)).items.map { ($0.id.description, "scheme, \($0.code)") }
      + answer(ListPools(page: page)).items.map { ($0.id.description, "pool, \($0.code)") }
    let byIdentifier: [NamedThing] = [
      .person, .affiliation, .nomination, .enrolment, .assignment, .involvement, .proposal, .result, .key,
      .job, .accreditation, .release, .observation,
    ]
    return try byCode
      + byIdentifier.flatMap { kind in
        try naming(kind).map { ($0.word, "\(kind.rawValue), \($0.meaning)") }
      }
  }
}
