import Archives

/// A good package of each format, by its files.
enum Seeds {
  static let all: [(name: String, files: [(String, String)])] = [
    ("SCORM 1.2", scorm12), ("SCORM 2004", scorm2004), ("cmi5", cmi5), ("Tin Can", tincan), ("AICC", aicc),
    ("Content Packaging", packaging), ("Common Cartridge", cartridge),
  ]

  /// The files as a zip, stored, so that a changed octet is a changed octet.
  static func zip(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var octets: [UInt8] = []
    var writer = ZipWriter { octets += $0 }
    for (name, content) in files { try writer.add(name, content, method: .stored) }
    try writer.finish()
    return octets
  }

  private static let scorm12 = [
    (
      "imsmanifest.xml",
      """
      <?xml version="1.0"?><manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
      <organizations default="O"><organization identifier="O"><title>T</title><item identifier="I" identifierref="R" parameters="?a=1"><title>One</title>
      <adlcp:prerequisites type="aicc_script">A&amp;B</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore></item></organization></organizations>
      <resources xml:base="x/"><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="a%20b.html#p"><file href="a%20b.html"/><dependency identifierref="R"/></resource></resources></manifest>
      """
    ), ("x/a b.html", ""),
  ]
  private static let scorm2004 = [
    (
      "imsmanifest.xml",
      """
      <manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
      <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
      <organizations default="O"><organization identifier="O"><title>T</title><item identifier="I" identifierref="R"><title>One</title>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/><imsss:sequencing IDRef="S"><imsss:objectives><imsss:primaryObjective objectiveID="P" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item></organization></organizations>
      <resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="a.html"><file href="a.html"/></resource></resources>
      <imsss:sequencingCollection><imsss:sequencing ID="S"><imsss:controlMode flow="true"/></imsss:sequencing></imsss:sequencingCollection></manifest>
      """
    ), ("a.html", ""),
  ]
  private static let cmi5 = [
    (
      "cmi5.xml",
      """
      <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c"><title><langstring lang="en">T</langstring></title><description><langstring lang="en">D</langstring></description></course>
      <block id="https://example.org/b"><title><langstring>B</langstring></title><description><langstring>D</langstring></description><au id="https://example.org/a" moveOn="Passed" masteryScore="0.8" launchMethod="OwnWindow"><title><langstring>A</langstring></title><description><langstring>D</langstring></description><url>a.html?x=1</url><launchParameters>p</launchParameters></au></block></courseStructure>
      """
    ), ("a.html", ""),
  ]
  private static let tincan = [
    (
      "tincan.xml",
      """
      <tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="https://example.org/c" type="http://adlnet.gov/expapi/activities/course"><name lang="en">N</name><description lang="fr-fr">D</description><launch lang="und">a.html</launch></activity><activity id="https://example.org/m" type="http://adlnet.gov/expapi/activities/module"><name>M</name></activity></activities></tincan>
      """
    ), ("a.html", ""),
  ]
  private static let aicc = [
    ("c.crs", "[Course]\nCourse_ID=C\nCourse_Title=T\nVersion=4.0\n[Course_Description]\nD\n"),
    (
      "c.au",
      "\"System_ID\",\"File_Name\",\"Mastery_Score\"\n\"A1\",\"a.html\",\"80\"\n\"A2\",\"a.html\",\"\"\n"
    ),
    (
      "c.des",
      "\"System_ID\",\"Title\",\"Description\"\n\"A1\",\"One\",\"with \"\"quotes\"\"\"\n\"B1\",\"Block\",\"\"\n"
    ),
    ("c.cst", "\"Block\",\"Member\",\"Member\"\n\"root\",\"B1\",\"A2\"\n\"B1\",\"A1\"\n"), ("a.html", ""),
  ]
  private static let packaging = [
    (
      "imsmanifest.xml",
      """
      <manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata><schema>IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata><organizations><organization identifier="O"><title>T</title><item identifier="I" identifierref="R"><title>One</title></item></organization></organizations><resources><resource identifier="R" type="webcontent" href="a.html"><file href="a.html"/></resource></resources></manifest>
      """
    ), ("a.html", ""),
  ]
  private static let cartridge = [
    (
      "imsmanifest.xml",
      """
      <manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion></metadata><organizations><organization identifier="O"><item identifier="ROOT"><item identifier="I" identifierref="L"><title>One</title></item><item identifier="J" identifierref="T"><title>Two</title></item></item></organization></organizations><resources><resource identifier="L" type="imswl_xmlv1p3"><file href="l.xml"/></resource><resource identifier="T" type="imsbasiclti_xmlv1p3"><file href="t.xml"/></resource><resource identifier="P" type="webcontent" href="p.html"><file href="p.html"/><variant identifierref="T"/></resource></resources></manifest>
      """
    ), ("l.xml", "<webLink><title>L</title><url href=\"https://example.org/\"/></webLink>"),
    (
      "t.xml",
      "<cartridge_basiclti_link><title>T</title><launch_url>https://example.org/t</launch_url></cartridge_basiclti_link>"
    ),
    ("p.html", ""),
  ]
}
