import ContentPackaging
import Foundation
import Operations
import PackageFiles
import Testing

/// What packages are that nobody here wrote, where a copy of them lies beside the repository (`$REGISTRAR_CORPUS`).
///
/// Titles, activities and findings were written from reading the manifests, not from what the readers say. The number of
/// activities is that of the items of the organization that is read, without the untitled one at the top of a cartridge;
/// of blocks and units in a cmi5 course.
@Suite struct CorpusTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    let version: String
    let title: String
    let activities: Int
    /// How many findings of each code.
    var findings: [String: Int] = [:]
    var isAccepted = true
    var testDescription: String { path }

    init(
      _ path: String, _ format: String, _ version: String, _ title: String, _ activities: Int,
      _ findings: [String: Int] = [:], isAccepted: Bool = true
    ) {
      self.path = path
      self.format = format
      self.version = version
      self.title = title
      self.activities = activities
      self.findings = findings
      self.isAccepted = isAccepted
    }
  }

  private static let outline = ["package.outline": 1]
  private static let loose = "cartridge.organization.empty"
  private static let questions = "package.questions.not-playable"

  /// Cartridges, by systems that export them. An item that refers to a tool which is not in the cartridge dangles.
  static let cartridges: [Row] = [
    Row(
      "WallaceKelly__CommonCartridge.Core--imscc-files_empty.imscc", "common-cartridge", "1.1",
      "CommonCartridge.Core", 0, ["cartridge.nothing-to-show": 1]),
    Row(
      "WallaceKelly__CommonCartridge.Core--imscc-files_modules.imscc", "common-cartridge", "1.1",
      "CommonCartridge.Core", 18,
      ["package.item.dangling-resource": 2, "cartridge.tool.disabled": 2, questions: 2]),
    // One web link has no file (its item is titled “Non-existent reference”); the last two items share an identifier.
    Row(
      "aaronshaf__common-cartridge--test_canvas_small_1.1.imscc", "common-cartridge", "1.1",
      "Common Cartridge Test Data Set - Validation Cartridge 1", 18,
      [
        "package.file.missing": 1, "package.item.duplicate": 1, "cartridge.tool.disabled": 2, questions: 2,
      ]),
    Row(
      "aaronshaf__common-cartridge--test_canvas_large_1.3.imscc", "common-cartridge", "1.3", "Loaded Course",
      14,
      ["package.item.dangling-resource": 2, "cartridge.tool.disabled": 1, questions: 17]),
    Row(
      "instructure__canvas_cc--test_fixtures_cc.imscc", "common-cartridge", "1.1", "Beginning Ruby on Rails",
      1,
      [loose: 1]),
    Row(
      "instructure__common-cartridge-viewer--c_test-cartridges_course-with-associated-content-assignments",
      "common-cartridge", "1.1", "DocViewer", 5, ["cartridge.tool.disabled": 2, questions: 2]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_canvas_cc_gem_course.imscc",
      "common-cartridge", "1.1", "Canvas CC Gem Course", 3, [loose: 1, "package.file.missing": 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_latex.imscc", "common-cartridge", "1.1",
      "LaTeX Equations", 3, ["package.file.missing": 3]),
    Row(
      "instructure__qti--spec_fixtures_canvas_cartridge", "common-cartridge", "1.1", "Canvas Cartridge", 1,
      [loose: 1, questions: 1]),
    Row(
      "instructure__qti--spec_fixtures_test_imscc_canvas", "common-cartridge", "1.1", "Common Cartridge", 2,
      [loose: 1, questions: 2]),
    Row(
      "instructure__qti--spec_fixtures_test_qti_1.2_canvas", "common-cartridge", "1.1",
      "QTI Quiz Export for course \"6-19 course\"", 1, [loose: 1, questions: 1]),
    Row(
      "instructure__qti--spec_fixtures_test_qti_1.2_canvas_extended_1", "common-cartridge", "1.1",
      "QTI Quiz Export for course \"QO\"", 1, [loose: 1, questions: 1]),
    Row(
      "instructure__qti--spec_fixtures_test_qti_1.2_canvas_extended_2", "common-cartridge", "1.1",
      "QTI Quiz Export for course \"QO\"", 1, [loose: 1, questions: 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_all-question-types", "common-cartridge",
      "1.3",
      "XavierSchool", 1, [loose: 1, questions: 1]),
    // Four listed files are missing and two resources are called “publisheddocument”.
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_course-1", "common-cartridge", "1.3",
      "COURSE-for-modules-testing", 12,
      [
        "package.item.dangling-resource": 1, "package.file.missing": 4, "package.resource.duplicate": 1,
        questions: 1,
      ]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_course-with-no-showable-resources",
      "common-cartridge", "1.3", "XavierSchool", 6,
      ["package.item.dangling-resource": 5, "package.file.missing": 4, "cartridge.nothing-to-show": 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_grouptest.zip", "common-cartridge", "1.3",
      "questionGroupCourse", 4, [questions: 3]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_multiple-pages", "common-cartridge",
      "1.3",
      "Cartridge With Multiple Pages", 3, [loose: 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_rich-content-cc-file", "common-cartridge",
      "1.3", "Dhealey Main 1", 1, [loose: 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_single-discussion", "common-cartridge",
      "1.3",
      "My test", 1, [loose: 1]),
    Row(
      "instructure__common-cartridge-viewer--public_test-cartridges_single-page", "common-cartridge", "1.3",
      "Single Page Cartridge", 1, [loose: 1]),
  ]

  static let packaging: [Row] = [
    Row(
      "learningequality__imscp--examples_eventos.zip", "content-packaging", "1.1.4",
      "Evento's Solutions, servicios integrales (ESSI)", 7),
    Row("learningequality__imscp--examples_gitta_ims.zip", "content-packaging", "1.1.2", "Databases", 28),
    // No organization; both resources open the same file, whose name is all there is for a title.
    Row(
      "swl10__pyslet--unittests_data_imscpv1p2_package_3", "content-packaging", "1.1.4", "file_1.xml", 2,
      ["package.organization.none": 1]),
  ]

  static let cmi5: [Row] = [
    Row(
      "AICC__CMI-5_Spec_Current--v1_examples_complex-cmi5.xml", "cmi5", "1.0", "Geology", 20,
      ["package.reference.external": 14]),
    Row(
      "AICC__CMI-5_Spec_Current--v1_examples_extended-cmi5.xml", "cmi5", "1.0", "Introduction to Geology", 1,
      ["package.reference.external": 1]),
    Row(
      "AICC__CMI-5_Spec_Current--v1_examples_simple-cmi5.xml", "cmi5", "1.0", "Introduction to Geology", 1,
      ["package.reference.external": 1]),
    Row("EscolaLMS__cmi5--tests_mocks_cmi5.zip", "cmi5", "1.0", "xAPI.js cmi5 demo", 1),
    // The index calls this one valid, as its repository does. It came out of its package: eight addresses are relative in a
    // bare course structure, which cmi5 §14.2 refuses.
    Row(
      "MeganBohland__cmi5Conversion--example_cmi5.xml", "cmi5", "1.0", "Introduction to CTIP", 0,
      ["cmi5.au.url.relative": 8], isAccepted: false),
    Row(
      "adlnet__CATAPULT--course_examples_masteryscore_framed", "cmi5", "1.0",
      "Introduction to Geology - Framed Style - Mastery Score", 1, outline),
    Row(
      "adlnet__CATAPULT--course_examples_masteryscore_responsive", "cmi5", "1.0",
      "Introduction to Geology - Responsive Style - Mastery Score", 1, outline),
    Row(
      "adlnet__CATAPULT--course_examples_multi_au_framed", "cmi5", "1.0",
      "Introduction to Geology - Multi AU at Root", 8, outline),
    Row(
      "adlnet__CATAPULT--course_examples_packages_single_au_basic_responsive.zip", "cmi5", "1.0",
      "Introduction to Geology - Responsive Style", 1),
    Row(
      "adlnet__CATAPULT--course_examples_pre_post_test_framed", "cmi5", "1.0",
      "Introduction to Geology - Pre/Post Test", 8, outline),
    Row(
      "adlnet__CATAPULT--course_examples_single_au_basic_framed", "cmi5", "1.0",
      "Introduction to Geology - Framed Style", 1, outline),
    Row(
      "adlnet__CATAPULT--course_examples_single_au_basic_responsive", "cmi5", "1.0",
      "Introduction to Geology - Responsive Style", 1, outline),
    Row(
      "kelly-vibe-coding__cmi5-course-example--root", "cmi5", "1.0", "Platform Launch Training", 1, outline),
  ]

  static let scorm: [Row] = [
    Row(
      "scorm12/EscolaLMS__Scorm--database_mocks_2.zip", "scorm", "1.2",
      "Golf Explained - Run-time Basic Calls", 1),
    Row(
      "scorm12/orca-nrw__er_rel_trainer--scorm", "scorm", "1.2", "ER-REL-Trainer", 1,
      ["package.outline": 1, "scorm.resource.without-type": 1]),
    Row(
      "scorm12/orca-nrw__er_rel_trainer--scorm_SCORM12.zip", "scorm", "1.2", "ER-REL-Trainer", 1,
      ["scorm.resource.without-type": 1]),
    Row(
      "scorm12/learningequality__imscp--examples_test_quiz.zip", "scorm", "1.2", "A question", 1,
      ["scorm.schema-version": 1]),
    Row(
      "scorm12/rumuva__curso-ciberseguridad-exe-ruben--scorm", "scorm", "1.2",
      "Curso de Ciberseguridad (50 h) – Basado en 'Ciberseguridad para Torpes – Ed. Ampliada'", 10,
      ["scorm.schema-version": 1]),
    Row(
      "scorm2004/get-bridge__scorm_engine--spec_fixtures_zip_RuntimeBasicCalls_SCORM20043rdEdition.zip",
      "scorm",
      "2004 3rd Edition", "Golf Explained - Run-time Basic Calls", 1),
    Row(
      "scorm2004/tylershumaker__s1000d-scorm--_Bike_package_BikeViewerApplication_TrainingContent_manifest",
      "scorm", "2004 3rd Edition", "S1000D Bike Sample - Learning Content", 23, outline),
    Row(
      "scorm2004/tylershumaker__s1000d-scorm--test_files", "scorm", "2004 3rd Edition",
      "S1000D Bike Sample - Learning Content", 23, outline),
    Row(
      "scorm2004/tylershumaker__s1000d-scorm--test_files_S1000D_Bike_package", "scorm", "2004 3rd Edition",
      "S1000D Bike Sample - Learning Content", 23, outline),
    Row(
      "scorm2004/tylershumaker__s1000d-scorm--test_files_bike_imsmanifest_after_scobuilder.xml", "scorm",
      "2004 3rd Edition", "S1000D/SCORM Bike Sample", 18, outline),
  ]

  /// Courses of the conformance suite, of which only the manifests are there: what ends their folders' names, and how many
  /// items their one organization has.
  static let conformance: [(ending: String, title: String, items: Int)] = [
    ("_development_TestSuite_LMSRTE_Courses_LMSTestPackage_CM-09bb", "CM-09bb", 4),
    ("_development_TestSuite_LMSRTE_Courses_LMSTestPackage_RU-01ab", "RU-01ab", 6),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_CM-03a", "CM-03a", 8),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_CM-04b", "CM-04b", 15),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_CM-07b", "CM-07b", 21),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_CM-07c", "CM-07c", 18),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_OB-01a", "OB-01a", 3),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_RU-17a", "RU-17a", 17),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_RU-19a", "RU-19a", 5),
    ("e_development_TestSuite_LMSRTE_Courses_LMSTestPackage_SX-10a", "SX-10a", 2),
    ("re_development_TestSuite_LMSRTE_Courses_LMSTestPackage_SX-05", "SX-05", 10),
    ("ware_development_TestSuite_LMSRTE_Courses_LMSTestPackage_API", "API", 3),
  ]

  /// What is refused, and why. A web page stands where tests should be in the first; of the second most files are gone.
  static let refused: [Row] = [
    Row(
      "cc/aaronshaf__common-cartridge--test_canvas_small_1.1.corrupt.imscc", "common-cartridge", "1.1",
      "Common Cartridge Test Data Set - Validation Cartridge 1", 0, ["package.launch-file.missing": 4],
      isAccepted: false),
    Row(
      "imscp/davemckain__qtiworks--test_resources_uk_ac_ed_ph_qtiworks_services_BadManifest.zip", "", "", "",
      0,
      ["xml.truncated": 1], isAccepted: false),
    Row(
      "broken_zip/davemckain__qtiworks--_ac_ed_ph_qtiworks_services_WebDeveloperTest1-incomplete.zip", "", "",
      "",
      0, ["package.zip.cut-short": 1], isAccepted: false),
    Row(
      "no_manifest/davemckain__qtiworks--esources_uk_ac_ed_ph_qtiworks_services_NotContentPackage.zip", "",
      "", "",
      0, ["package.manifest.missing": 1], isAccepted: false),
    Row(
      "no_manifest/get-bridge__scorm_engine--spec_fixtures_zip_Non-working_SCORM.zip", "", "", "", 0,
      ["package.manifest.missing": 1], isAccepted: false),
    Row(
      "no_manifest/tylershumaker__s1000d-scorm--test_files_scpm_slim.zip", "s1000d", "", "", 0,
      ["package.format.unread": 1], isAccepted: false),
    Row(
      "qti12/items/swl10__pyslet/unittests_data_imsqtiv1p2p1_input_full.xml", "qti", "1.2", "", 0,
      ["xml.doctype": 1], isAccepted: false),
    Row(
      "qti21/instructure__qti--spec_fixtures_test_qti_2.1.zip", "qti", "2.1", "", 0,
      ["package.format.unread": 1],
      isAccepted: false),
    Row(
      "qti22/instructure__qti--spec_fixtures_test_qti_2.2", "qti", "2.2", "", 0, ["package.format.unread": 1],
      isAccepted: false),
    Row(
      "qti3/kennisnet__php-qti3--fixtures_valid-package.zip", "qti", "3.0", "", 0,
      ["package.format.unread": 1],
      isAccepted: false),
  ]

  private static let folder: String? = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpus").standardizedFileURL.path
    let named = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"]
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: "\($0)/INDEX.tsv")
    }
  }()

  private static var isPresent: Bool { folder != nil }

  @Test(.enabled(if: isPresent), arguments: cartridges) func cartridge(row: Row) throws {
    try expect(row, at: "cc/\(row.path)")
  }

  @Test(.enabled(if: isPresent), arguments: packaging) func contentPackage(row: Row) throws {
    try expect(row, at: "imscp/\(row.path)")
  }

  @Test(.enabled(if: isPresent), arguments: cmi5) func cmi5Course(row: Row) throws {
    try expect(row, at: "cmi5/\(row.path)")
  }

  @Test(.enabled(if: isPresent), arguments: scorm) func scormPackage(row: Row) throws {
    try expect(row, at: row.path)
  }

  @Test(.enabled(if: isPresent), arguments: conformance)
  func conformanceCourse(ending: String, title: String, items: Int) throws {
    let row = Row(
      "", "scorm", "2004 4th Edition", "LMS Test Content Package \(title)", items, Self.outline)
    try expect(row, at: "scorm2004/adlnet__SCORM-2004-4ed-Test-Suite--\(ending)")
  }

  @Test(.enabled(if: isPresent), arguments: refused) func isRefused(row: Row) throws {
    let report = try examine(row.path)
    #expect(!report.isAccepted)
    #expect(report.format ?? "" == row.format)
    #expect(report.version == row.version)
    #expect(counts(report).filter { row.findings[$0.key] != nil } == row.findings)
  }

  private func expect(_ row: Row, at path: String) throws {
    let report = try examine(path)
    #expect(report.isAccepted == row.isAccepted)
    #expect(report.format == row.format)
    #expect(report.version == row.version)
    #expect(report.title == row.title)
    #expect(report.activities == row.activities)
    #expect(counts(report) == row.findings)
  }

  private func examine(_ path: String) throws -> ImportReport {
    let folder = try #require(Self.folder)
    return try examinePackage(
      ImportRequest(.path("\(folder)/\(path)"), isDryRun: true), packages: PackageOpener(), store: nil)
  }

  private func counts(_ report: ImportReport) -> [String: Int] {
    Dictionary(report.findings.map { ($0.code.identifier, 1) }, uniquingKeysWith: +)
  }
}
