internal import Assessment
internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

// Finding a thing by what people call it, or saying that there is none.
extension Records {
  func party(named reference: Reference<Party>) throws -> Party {
    let found =
      switch reference {
      case .id(let id): try party(id)
      case .code(let code): try party(code)
      }
    guard let found else { throw NotFound(.party, reference.description) }
    return found
  }

  func person(identified id: PersonID) throws -> Person {
    guard let found = try person(id) else { throw NotFound(.person, id.description) }
    return found
  }

  func course(named reference: Reference<Course>) throws -> Course {
    let found =
      switch reference {
      case .id(let id): try course(id)
      case .code(let code): try course(code)
      }
    guard let found else { throw NotFound(.course, reference.description) }
    return found
  }

  /// A version of a course by its number; the latest where no number is given.
  func version(_ number: Int?, of course: Course) throws -> CourseVersion {
    let all = try versions(of: course.id)
    guard let found = number.map({ wanted in all.first { $0.number == wanted } }) ?? all.last else {
      throw NotFound(.courseVersion, "\(course.code) \(number.map(String.init) ?? "")")
    }
    return found
  }

  /// The published version of a course, as it came first before its language variants.
  func publishedVersion(of course: Course) throws -> CourseVersion {
    guard let found = try anyPublishedVersion(of: course) else { throw NothingPublished(course: course.code) }
    return found
  }

  func anyPublishedVersion(of course: Course) throws -> CourseVersion? {
    let versions = try versions(of: course.id)
    return versions.published(of: nil) ?? versions.last { $0.state == .published }
  }

  /// The published version of a course that a session in a language delivers: that of the variant in it, else of the
  /// course as it came first.
  func publishedVersion(of course: Course, for language: LanguageTag) throws -> CourseVersion {
    let versions = try versions(of: course.id)
    guard let found = versions.published(in: language) ?? versions.published(of: nil) else {
      throw NothingPublished(course: course.code, language: language)
    }
    return found
  }

  func version(identified id: CourseVersionID) throws -> CourseVersion {
    guard let found = try version(id) else { throw NotFound(.courseVersion, id.description) }
    return found
  }

  func standardEdition(named code: StandardEditionCode) throws -> StandardEdition {
    guard let found = try standardEdition(code) else { throw NotFound(.standardEdition, code.description) }
    return found
  }

  func catalogue(named code: CatalogueCode) throws -> CourseCatalogue {
    guard let found = try catalogue(code) else { throw NotFound(.catalogue, code.description) }
    return found
  }

  func session(named reference: Reference<Session>) throws -> Session {
    let found =
      switch reference {
      case .id(let id): try session(id)
      case .code(let code): try session(code)
      }
    guard let found else { throw NotFound(.session, reference.description) }
    return found
  }

  func nomination(identified id: NominationID) throws -> Nomination {
    guard let found = try nomination(id) else { throw NotFound(.nomination, id.description) }
    return found
  }

  func enrolment(identified id: EnrolmentID) throws -> Enrolment {
    guard let found = try enrolment(id) else { throw NotFound(.enrolment, id.description) }
    return found
  }

  func scheme(named reference: Reference<Scheme>) throws -> Scheme {
    let found =
      switch reference {
      case .id(let id): try scheme(id)
      case .code(let code): try scheme(code)
      }
    guard let found else { throw NotFound(.scheme, reference.description) }
    return found
  }

  /// A certificate by its public code or its number.
  func certificate(named text: String) throws -> Certificate {
    if let code = VerificationCode(text), let found = try certificate(code) { return found }
    guard let found = try certificate(CertificateNumber(recorded: text)) else {
      throw NotFound(.certificate, text)
    }
    return found
  }
}
