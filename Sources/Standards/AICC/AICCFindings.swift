public import ContentPackaging

extension FindingCode {
  static let aiccTableMissing = FindingCode(
    "aicc.file.missing", .warning,
    "One of the files that every AICC course has (CMI001 §5) is missing: the descriptors (.des) or the structure (.cst). "
      + "Units were read as a list, and called by their identifiers.",
    fix: "Export the course again, with all of its .crs, .au, .des and .cst files.")
  static let aiccAmbiguous = FindingCode(
    "aicc.file.ambiguous", .error,
    "The package has several files of one kind at its root, so it cannot be told which course is meant.",
    fix: "Pack one course into a package.")
  static let aiccCourse = FindingCode(
    "aicc.course.unreadable", .error,
    "The course file (.crs) has no group [Course], so it says nothing of the course.",
    fix: "Export the course again.")
  static let aiccColumn = FindingCode(
    "aicc.table.column-missing", .error,
    "The first line of a table names its columns. One that must be there is not.",
    fix: "Export the course again; the first line of an .au file names System_ID and File_Name.")
  static let aiccQuote = FindingCode(
    "aicc.table.quote", .error,
    "A quotation mark in a table is never closed, so everything behind it belongs to one field.",
    fix: "Close the quotation mark; one within a field is written twice.")
  static let aiccEncoding = FindingCode(
    "aicc.encoding", .note, "A file is not UTF-8. It was read as windows-1252, in which older tools write.",
    fix: "Save the files as UTF-8.")
  static let aiccVersion = FindingCode(
    "aicc.version", .note,
    "The course file does not state a revision of the AICC guidelines that is known. It was read as revision 4.0.",
    fix: "Write Version=4.0, or the revision that is meant.")
  static let aiccIdentifier = FindingCode(
    "aicc.id.duplicate", .warning,
    "Two rows of a table have the same System_ID. Both were kept, the later under a key of its own where it is a unit.",
    fix: "Give each element of the course an identifier of its own.")
  static let aiccMemberUnknown = FindingCode(
    "aicc.structure.unknown-member", .warning,
    "The structure names an element that is neither a unit, nor a block, nor described. It was left out.",
    fix: "Describe the element, or take it out of the structure.")
  static let aiccCycle = FindingCode(
    "aicc.structure.cycle", .error,
    "A block of the structure lies within itself, or one element in two places, so there is no tree.",
    fix: "Name each element once in the .cst file.")
  static let aiccOutsideStructure = FindingCode(
    "aicc.unit.outside-structure", .warning,
    "A unit stands in no block of the structure. It was put behind the others.",
    fix: "Name the unit in the .cst file.")
  static let aiccNotWeb = FindingCode(
    "aicc.unit.without-file", .warning,
    "A unit has no File_Name, so there is nothing that a browser could open. It was kept as a heading.",
    fix: "Write the address of the unit's first page into File_Name.")
  static let aiccMasteryScore = FindingCode(
    "aicc.unit.mastery-score", .error,
    "Mastery_Score must be a plain decimal number from 0 to 100, or to Max_Score, which must be one too. Guessing what was "
      + "meant would change who passes.",
    fix: "Write a number such as 80.")
  static let aiccScoreScale = FindingCode(
    "aicc.unit.score-scale", .warning,
    "Max_Score is not 100. Whether a learner has passed is left to the unit; the scores are kept as written.",
    fix: "Let scores go from 0 to 100.")
  static let aiccNothingToLaunch = FindingCode(
    "aicc.nothing-to-launch", .error, "The course has no unit that a browser could open.",
    fix: "Give at least one unit a File_Name.")

  /// Every code of this room, in the order of `explain`.
  public static let aiccCodes: [FindingCode] = [
    aiccTableMissing, aiccAmbiguous, aiccCourse, aiccColumn, aiccQuote, aiccEncoding, aiccVersion,
    aiccIdentifier, aiccMemberUnknown, aiccCycle, aiccOutsideStructure, aiccNotWeb, aiccMasteryScore,
    aiccScoreScale, aiccNothingToLaunch,
  ]
}
