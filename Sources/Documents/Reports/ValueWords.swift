import Certification
import Enrolment
import People

/// The field's values in the report's own words.
extension ReportWords {
  static func label(_ state: EnrolmentState) -> String {
    switch state {
    case .waiting: "Waiting for a seat"
    case .enrolled: "Enrolled, not started"
    case .started: "Started"
    case .completed: "Completed"
    case .failed: "Failed"
    case .withdrawn: "Withdrawn"
    case .noShow: "No-show"
    case .expired: "Run out of time"
    }
  }

  static func label(_ sex: Person.Sex) -> String {
    switch sex {
    case .female: "Female"
    case .male: "Male"
    case .other: "Other"
    case .undisclosed: "Undisclosed"
    case .unknown: "Unknown"
    }
  }

  static func label(_ mode: Session.Mode) -> String {
    switch mode {
    case .selfPaced: "Online, self-paced"
    case .tutored: "Online, tutored"
    case .virtualWorkshop: "Virtual workshop"
    case .faceToFace: "Face to face"
    case .blended: "Blended"
    case .virtualReality: "Virtual reality"
    }
  }

  static func label(_ level: RoleLevel) -> String {
    switch level {
    case .operationalManager: "Operational manager"
    case .strategicManager: "Strategic manager"
    case .vocational: "Vocational"
    }
  }

  static func label(_ outcome: EnrolmentFigures.Outcome) -> String {
    switch outcome {
    case .passed: "Passed"
    case .completedWithoutPass: "Completed without a pass"
    case .failed: "Failed"
    }
  }

  static func label(_ event: EnrolmentFigures.Event) -> String {
    switch event {
    case .enrolled: "Enrolled"
    case .started: "Started"
    case .completed: "Completed"
    case .failed: "Failed"
    case .withdrawn: "Withdrawn"
    case .noShow: "No-show"
    case .expired: "Run out of time"
    }
  }

  static func label(_ event: CertificateFigures.Event) -> String {
    switch event {
    case .issued: "Issued"
    case .suspended: "Suspended"
    case .revoked: "Revoked"
    case .expired: "Expired"
    case .replaced: "Replaced"
    case .inForce: "In force on the last day"
    }
  }
}
