internal import Assessment
internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// One demonstration on its way: who takes part, and the months that pass.
struct DemoGeneration: Sendable {
  let plan: DemoPlan
  let random: DemoRandom
  let clock: DemoClock
  let timeline: Timeline

  static let issuer = known(PartyCode("DEMO-SECRETARIAT"))

  func run(registrar: Registrar, principal: Principal, progress: (Int) -> Void) throws -> DemoSummary {
    var summary = DemoSummary()
    clock.set(day(2024, 1, 1))
    let ground = try registrar.generate(self, as: principal) { try layGround($0) }
    summary.parties = ground.parties
    var people: [PersonID] = []
    while people.count < plan.persons {
      let first = people.count
      let count = min(1000, plan.persons - first)
      people += try registrar.generate(self, as: principal) { work in
        try (first..<first + count).map { try addOfficer($0, ground, work) }
      }
      progress(people.count)
    }
    summary.persons = people.count
    var experts = try DemoExperts(self, people, ground, registrar, principal)
    var done = DemoMonths()
    for month in 0..<DemoGeneration.months {
      let participants = share(of: people, in: month)
      let held = try hold(month, participants, ground, done, registrar, principal)
      done.add(held)
      try experts.live(month, self, registrar, principal)
      summary.sessions += 1
      summary.enrolments += participants.count
      summary.certificates += held.certificates.count
      progress(summary.enrolments)
    }
    return summary
  }

  /// January 2024 to June 2026.
  static let months = 30

  /// Those who take part in a month: everyone once, and the first fourth again half the time later.
  private func share(of people: [PersonID], in month: Int) -> [PersonID] {
    let first = people.enumerated().filter { $0.offset % DemoGeneration.months == month }.map(\.element)
    let again = people.enumerated().filter {
      $0.offset % 4 == 0 && ($0.offset + DemoGeneration.months / 2) % DemoGeneration.months == month
    }.map(\.element)
    return first + again
  }

  /// A day within a month of the demonstration; the calendar has it, since no day after the 28th is asked for.
  func day(inMonth month: Int, _ dayOfMonth: Int) -> Day {
    day(2024 + month / 12, month % 12 + 1, dayOfMonth)
  }

  func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Day {
    known(Day(year: year, month: month, day: dayOfMonth))
  }
}

/// What a month left behind, for the months after it.
struct DemoMonths: Sendable {
  private(set) var certificates: [CertificateNumber] = []
  /// Those who promised to train others, by the enrolments in which they were trained.
  private(set) var trainers: [EnrolmentID] = []

  mutating func add(_ month: HeldMonth) {
    certificates += month.certificates
    trainers += month.trainers
  }
}

/// One month's session, held.
struct HeldMonth: Sendable {
  let certificates: [CertificateNumber]
  let trainers: [EnrolmentID]
}
