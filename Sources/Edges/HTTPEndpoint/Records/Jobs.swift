internal import HTTP
internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Work that takes long and was not waited for: how it stands, what came of it, calling it off.
  static let jobRoutes: [Route] = [
    asks(
      "/api/v1/jobs", "List the own jobs in the order they were taken; an administrator's list has all.",
      by: .optional("state", .choice(), "Only those in this state."), .paging,
      told: .page { page, call in page.map { call.representation(of: $0) } }
    ) { _, state, page in ListJobs(state: state, page: page) },
    asks(
      "/api/v1/jobs/{job}", "Show a job: how it stands, how far it has come.",
      told: .record { job, call in call.representation(of: job) }
    ) { call in ShowJob(try call.id(0, .job)) },
    asks(
      "/api/v1/jobs/{job}/outcome",
      "Show what came of a job: the answer that it would have got, or a range of its bytes.",
      told: .outcome
    ) { call in ShowJobOutcome(try call.id(0, .job)) },
    Route(
      "POST", "/api/v1/jobs/{job}/cancel", .records, .holders(of: .followJobs),
      "Call a job off; nothing of it is recorded.", body: .json(limitBytes: recordBytes),
      content: DeclaredContent(
        mediaTypes: ["application/json"], schema: .object([]), isRequired: false),
      answers: Telling<Job>.job.answers
    ) { call, answering in
      _ = try Members().read(call.fields(orNone: true))
      try call.registrar.cancelJob(
        call.id(0, .job), as: call.knownPrincipal(), on: call.terms(.job)
      ) { outcome in answering.send { try Telling<Job>.job.tell(outcome.get(), call) } }
    },
  ]
}

extension Telling where Outcome == Job {
  fileprivate static var job: Telling { .record { job, call in call.representation(of: job) } }
}

extension Telling where Outcome == KeptAnswer {
  /// The answer as it was kept, of whatever status.
  fileprivate static var outcome: Telling {
    let contents = ReportFormat.allCases.map { format in
      DeclaredAnswer.Content(mediaType: format.mediaType, schema: format == .json ? .anything : .text())
    }
    return Telling(
      DeclaredAnswer.ofKept("What was answered.", contents) + [
        DeclaredAnswer(201, "What was answered.", contents)
      ]
    ) { answer, call in try Response(answer).resumable(by: call.head) }
  }
}

extension Call {
  fileprivate func representation(of job: Job) -> JobRepresentation {
    JobRepresentation(job, progress: registrar.progress(of: job.id))
  }
}

// Requests that are not waited for (RFC 7240 §4.1).
extension Call {
  /// Whether the sender would rather not wait.
  var prefersNotToWait: Bool {
    head.headers.values("Prefer").contains { value in
      value.utf8.split(separator: UInt8(ascii: ",")).contains { preference in
        let name = preference.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "=") }
        let octets = name.filter { $0 != 0x20 && $0 != 0x09 }.map { $0 | 0x20 }
        return octets.elementsEqual("respond-async".utf8.map { $0 | 0x20 })
      }
    }
  }

  /// Takes the work on as a job and answers where that is had, 202; it is carried out when a thread is free.
  func take<Outcome: Sendable>(
    _ task: LongTask<Outcome>, _ told: Telling<Outcome>, _ answering: Answering
  ) throws {
    guard endpoint.longWork.hasRoom else { throw Problem.overloaded }
    let terms = Terms<Job>(condition: try condition(), once: repeatable) { job in KeptAnswer(taken(job)) }
    let principal = try knownPrincipal()
    registrar.take(route.name, as: principal, on: terms) { outcome in
      answering.send {
        let (job, inHand) = try outcome.get()
        begin(inHand, as: principal, task, told)
        return taken(job)
      }
    }
  }

  private func begin<Outcome: Sendable>(
    _ job: JobInHand, as principal: Principal, _ task: LongTask<Outcome>, _ told: Telling<Outcome>
  ) {
    let terms = Terms<Outcome>(job: job) { KeptAnswer(try told.tell($0, self)) }
    do {
      try endpoint.longWork.take {
        registrar.carryOut(job, as: principal) {
          KeptAnswer(try told.tell(task.carryOut(terms), self))
        } telling: {
          KeptAnswer(
            endpoint.response(
              to: $0, head, route.family, body: request.body, named: endpoint.requestNames.next()))
        }
      }
    } catch {
      let answer = KeptAnswer(
        endpoint.response(to: error, head, route.family, named: endpoint.requestNames.next()))
      registrar.giveUp(job, as: principal, telling: answer)
    }
  }

  private func taken(_ job: Job) -> Response {
    Response.json(
      representation(of: job).json(), status: 202,
      headers: [
        Response.Field("Location", "/api/v1/jobs/\(job.id)"),
        Response.Field("Preference-Applied", "respond-async"),
      ])
  }
}

extension DeclaredAnswer {
  /// What is answered to who does not wait.
  static let taken = DeclaredAnswer.json(
    202, "It is taken on as a job, where Prefer asked for that.", JobRepresentation.schema,
    fields: [
      location, Schema.Member("Preference-Applied", .choice(["respond-async"])),
    ])
}
