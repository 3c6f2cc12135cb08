public import Assessment
public import Catalogue
public import Certification
public import Enrolment
public import People
internal import Values

// What the domain refuses, in words. One clause a case; the facts are the case's own.

extension Party.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .regionMissing(let kind):
      Explanation(
        .unusable, "region-missing", "a party of kind \(kind.rawValue) belongs to a region",
        remedy: "name one of AMS, AP, ESA, EUR, MENA, WCA", field: "region")
    case .regionNotAllowed(let kind):
      Explanation(
        .unusable, "region-not-allowed", "a party of kind \(kind.rawValue) belongs to no region",
        field: "region")
    case .nameMissing: Explanation(.unusable, "name-missing", "a party has a name", field: "name")
    }
  }
}

extension Person.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .nameMissing: Explanation(.unusable, "name-missing", "a person has a name", field: "name")
    case .nameTooLong(let scalars):
      Explanation(
        .unusable, "name-too-long", "the name has \(scalars) characters; 300 is the most", field: "name")
    case .nameHasControlCharacter(let scalar):
      Explanation(
        .unusable, "name-has-control-character",
        "the name holds the control character U+\(String(scalar, radix: 16, uppercase: true))", field: "name")
    case .mailboxMalformed(let mailbox):
      Explanation(
        .unusable, "mailbox-malformed", "“\(mailbox)” is not an address like name@example.org",
        field: "mailbox")
    }
  }
}

extension Affiliation.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .outsideParty(let party, let days):
      Explanation(
        .conflict, "outside-party",
        "\(party) is recorded \(days.words); a place in it lies within these days",
        remedy: "give the place a first and a last day within them", field: "validity")
    case .overlaps(let days):
      Explanation(
        .conflict, "place-overlaps", "the person holds this post there \(days.words)",
        remedy: "end that place first, name another post, or choose other days", field: "validity")
    case .endsAlready(let day):
      Explanation(.conflict, "place-ended", "the place ends on \(day) as it is", field: "lastDay")
    case .beginsLater(let day):
      Explanation(
        .unusable, "end-before-beginning", "the place begins on \(day), after the day on which it is to end",
        field: "lastDay")
    }
  }
}

extension DayRange {
  /// `from 2026-03-01`, `from 2026-03-01 to 2026-03-31`, `to 2026-03-31`.
  fileprivate var words: String {
    let first = knownFrom.map { "from \($0)" }
    let last = to.map { "to \($0)" }
    return first == nil && last == nil
      ? "on all days" : [first, last].compactMap(\.self).joined(separator: " ")
  }
}

extension Audience.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notOfAudience(let audience):
      Explanation(
        .conflict, "not-of-audience", "the course is for \(audience.words), and the person is none of them")
    case .notConfirmed:
      Explanation(
        .conflict, "not-confirmed", "the course is for officers whose Member has confirmed them",
        remedy: "have the Member nominate the officer and endorse that, then enrol by the nomination")
    }
  }
}

extension Audience {
  fileprivate var words: String {
    switch self {
    case .officersOnly: "officers of Members"
    case .members: "people of Members and of the WCO's own bodies"
    case .everyone: "anyone"
    }
  }
}

extension CourseVersionState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "a version that is \(state.rawValue) cannot \(event.rawValue)")
    case .outline(let missing):
      Explanation(
        .conflict, "outline", "\(missing) file\(missing == 1 ? " was" : "s were") not supplied",
        remedy: "import the package with all its files, then publish that version")
    }
  }
}

extension Session.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .capacityNotPositive(let capacity):
      Explanation(
        .unusable, "capacity-not-positive", "a session has room for at least one person, not \(capacity)",
        field: "capacity")
    case .endMissing: Explanation(.unusable, "end-missing", "a session has a last day", field: "to")
    }
  }
}

extension SessionState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "a session that is \(state.rawValue) cannot \(event.rawValue)")
    }
  }
}

extension NominationState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "a nomination that is \(state.rawValue) cannot \(event.rawValue)")
    }
  }
}

extension EnrolmentState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "an enrolment that is \(state.rawValue) cannot \(event.rawValue)")
    }
  }
}

extension Seats.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .sessionNotOpen(let state):
      Explanation(
        .conflict, "session-not-open", "a session that is \(state.rawValue) takes no enrolments",
        remedy: state == .planned ? .step(.openSession(nil)) : nil)
    case .alreadyEnrolled(let id):
      Explanation(.conflict, "already-enrolled", "the person is enrolled in this session already (\(id))")
    case .nominationMismatch:
      Explanation(.conflict, "nomination-mismatch", "the nomination is for another person or session")
    case .nominationNotEndorsed(let state):
      Explanation(
        .conflict, "nomination-not-endorsed", "a nomination that is \(state.rawValue) leads to no enrolment",
        remedy: state == .proposed ? .step(.endorseNomination) : nil)
    }
  }
}

extension Score.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .valueMissing:
      Explanation(.unusable, "score-missing", "a score has a scaled or a raw value", field: "score")
    case .scaledOutOfRange(let scaled):
      Explanation(
        .unusable, "score-out-of-range", "the scaled score \(scaled) is not from -1 to 1", field: "scaled")
    case .scaleEmpty(let minimum, let maximum):
      Explanation(
        .unusable, "scale-empty", "the least score \(minimum) is not below the greatest, \(maximum)",
        field: "max")
    case .rawOutOfRange(let raw, let minimum, let maximum):
      Explanation(
        .unusable, "score-out-of-range",
        "the score \(raw) is not from \(minimum?.description ?? "…") to \(maximum?.description ?? "…")",
        field: "score")
    case .contradictory(let scaled, let raw, let minimum, let maximum):
      Explanation(
        .unusable, "score-contradictory",
        "the scaled score \(scaled) is not what \(Score.words(raw, minimum, of: maximum)) comes to",
        remedy: "give one of the two, or correct the one that is wrong", field: "scaled")
    }
  }
}

extension AssessmentRule.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .activityUnknown(let activity):
      Explanation(
        .unusable, "activity-unknown",
        "the course version has no activity “\(activity)” that can be assessed",
        remedy: .step(.showActivities), field: "activity")
    case .scoreRequired(let score):
      Explanation(
        .unusable, "score-required",
        "this is passed by a score of \(score); an observation alone decides nothing",
        remedy: "give the score and the greatest possible score", field: "score")
    case .scoreNotComparable(let score):
      Explanation(
        .unusable, "score-not-comparable", "the score has no maximum, so it cannot be set against \(score)",
        remedy: "give the greatest possible score", field: "max")
    case .enrolmentNotOpen(let state):
      Explanation(
        .conflict, "enrolment-not-open", "an enrolment that is \(state.rawValue) takes no more results",
        remedy: .step(.correctResult))
    case .notCorrectable(let id):
      Explanation(.conflict, "not-correctable", "result \(id) was corrected already; correct the later one")
    case .notMarkable(let id):
      Explanation(
        .conflict, "not-markable", "result \(id) is not a first mark that holds; only those are marked twice")
    case .markedTwice(let id):
      Explanation(
        .conflict, "marked-twice", "result \(id) has a second mark already", remedy: .step(.correctResult))
    case .reasonMissing: Explanation(.unusable, "reason-missing", "a correction says why", field: "reason")
    case .finalOfActivity(let activity):
      Explanation(
        .unusable, "final-of-activity",
        "only an assessment of the whole course is the last attempt, not one of activity “\(activity)”",
        field: "final")
    }
  }
}

extension SchemeVersion.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .scoreWithout(let kind):
      Explanation(
        .unusable, "score-without-achievement", "a certificate of \(kind.rawValue) asks for no score",
        field: "minimumScore")
    case .scoreOutOfRange(let score):
      Explanation(
        .unusable, "score-out-of-range", "the minimum score \(score) is not from 0 to 1",
        field: "minimumScore")
    case .requiredTwice(let code):
      Explanation(
        .unusable, "required-twice", "scheme \(code) is required twice", remedy: "name it once",
        field: "requires")
    case .attestedTwice(let claim):
      Explanation(
        .unusable, "attested-twice", "item \(claim.item) of \(claim.edition) is attested twice",
        remedy: "name it once, at one depth", field: "attests")
    case .stageTwice(let course):
      Explanation(
        .unusable, "stage-twice", "course \(course) is a stage twice, or the scheme's own course too",
        remedy: "name each course once", field: "stages")
    case .stagesMissing:
      Explanation(
        .unusable, "stages-missing", "a Master Trainer is whoever went through stages, and there is none",
        remedy: "name the courses that come before the scheme's own", field: "stages")
    case .renewalWithoutEnd:
      Explanation(
        .unusable, "renewal-without-end", "certificates that never end are not renewed",
        remedy: "say for how many months they hold, or nothing of renewals", field: "renewalOpens")
    }
  }
}

extension Involvement.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .withOneself:
      Explanation(
        .unusable, "involved-with-oneself", "what somebody is to themselves is not declared",
        remedy: "name another person: nobody decides on themselves as it is", field: "candidate")
    case .reasonMissing:
      Explanation(.unusable, "reason-missing", "to end an involvement needs a reason", field: "reason")
    }
  }
}

extension AwardProposal.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .releaseNotAsked(let scheme):
      Explanation(
        .conflict, "release-not-asked", "scheme \(scheme) lets one person award",
        remedy: "award it without a proposal")
    case .proposedAlready(let id):
      Explanation(
        .conflict, "proposed-already", "this was proposed already (\(id))",
        remedy: "have somebody else release it")
    case .settledAlready:
      Explanation(.conflict, "proposal-settled", "the proposal was released or declined before")
    case .rulesChanged(let proposed, let inForce):
      Explanation(
        .conflict, "rules-changed",
        "it was proposed by version \(proposed) of the scheme, and version \(inForce) is in force",
        remedy: "decline it, and propose it by the rules in force")
    case .reasonMissing:
      Explanation(.unusable, "reason-missing", "to decline a proposal needs a reason", field: "reason")
    }
  }
}

extension CertificateState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(
        .conflict, "wrong-state", "a certificate that is \(state.rawValue) cannot \(event.rawValue)",
        remedy: (state, event) == (.suspended, .replace)
          ? "decide on the suspension first: reinstate or revoke the certificate" : nil)
    case .reasonMissing(let event):
      Explanation(
        .unusable, "reason-missing", "to \(event.rawValue) a certificate needs a reason", field: "reason")
    }
  }
}
