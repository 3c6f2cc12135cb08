internal import Assessment
internal import Catalogue
internal import Certification
internal import People
internal import Values
internal import XML

/// Writes `Schemas/xsd/scheme.xsd`: read again, it says the same.
public enum SchemeWriter {
  public static func write(_ scheme: SchemeDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "scheme",
      [
        "xmlns": RegistrarNamespace.scheme, "code": scheme.code.value.text,
        "issuer": scheme.issuer.value.text,
      ]
    ) { xml in
      xml.wordings(scheme.titles, as: "title")
      for version in scheme.versions { write(version, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ version: SchemeDocument.Version, to xml: inout XMLWriter) {
    var months: String?
    if case .months(let count) = version.validity { months = String(count) }
    xml.element(
      "version",
      [
        "number": String(version.number.value), "kind": version.kind.rawValue,
        "course": version.course.value.text, "minimum-score": version.minimumScore?.description,
        "minimum-trust": version.minimumTrust == .selfReported ? nil : version.minimumTrust.rawValue,
        "release": version.decision.isReleasedByAnother ? Release.byAnother.rawValue : nil,
        "validity-months": months, "time-zone": version.timeZone.value,
      ]
    ) { xml in
      for duty in version.decision.separated { xml.element("separate", ["duty": duty.rawValue]) }
      for required in version.prerequisites {
        xml.element("requires", ["scheme": required.value.text])
      }
      if let renewal = version.renewal { write(renewal, to: &xml) }
      for stage in version.stages {
        xml.element(
          "stage",
          [
            "course": stage.course.value.text, "attainment": stage.attainment.rawValue,
            "waivable": stage.mayBeWaived ? YesOrNo.yes.rawValue : nil,
          ])
      }
      for claim in version.attests.map(\.claim) {
        xml.element(
          "attests",
          ["standard": claim.edition.text, "item": claim.item.text, "depth": claim.depth?.text])
      }
    }
  }
}

extension SchemeWriter {
  fileprivate static func write(_ renewal: Renewal<Stated<CourseCode>>, to xml: inout XMLWriter) {
    var refresher: (course: String, attainment: String)?
    if case .refresher(let course, let attainment) = renewal.evidence {
      refresher = (course.value.text, attainment.rawValue)
    }
    xml.element(
      "renewal",
      [
        "opens": renewal.opens.description, "grace": renewal.grace?.description,
        "course": refresher?.course, "attainment": refresher?.attainment,
      ])
  }
}

enum YesOrNo: String, CaseIterable {
  case yes, no
}

/// How an award takes effect.
enum Release: String, CaseIterable {
  case byOne = "one-person"
  case byAnother = "two-persons"
}
