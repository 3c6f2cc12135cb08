// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: Swift 6 mode, visible unsafety, no warnings, explicit imports.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Debian C library: a module map and a shim, no Swift.
func cLibrary(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/Libraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// A room of the house: one target, one purpose, and the only targets it may import.
func room(_ name: String, in layer: String, _ dependencies: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) },
    path: "Sources/\(layer)/\(name)", swiftSettings: house)
}

/// A suite that keeps more than one room: it names what it looks at.
func suite(_ name: String, over rooms: [String]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: rooms.map { .byName(name: $0) }, path: "Tests/\(name)Tests",
    swiftSettings: house)
}

/// The tests of one room, in `Tests/<Room>Tests`.
func tests(_ room: String, using others: [String] = []) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: ([room] + others).map { .byName(name: $0) },
    path: "Tests/\(room)Tests", swiftSettings: house)
}

// Directions: README.md, "The map of the code". An arrow that turns back does not compile.
let rooms: [Target] = [
  // Libraries: safe Swift faces over C, and what the toolchain lacks. No word of training.
  // What the system's C library has and Swift does not see
  .systemLibrary(name: "CSystem", path: "Sources/Libraries/CSystem"),
  cLibrary("CLibXML2", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
  cLibrary("CArchive", pkgConfig: "libarchive", debian: "libarchive-dev"),
  cLibrary("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
  cLibrary("CMicroHTTPD", pkgConfig: "libmicrohttpd", debian: "libmicrohttpd-dev"),
  cLibrary("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
  cLibrary("CPangoCairo", pkgConfig: "pangocairo", debian: "libpango1.0-dev"),
  cLibrary("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
  cLibrary("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
  cLibrary("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
  // POSIX made safe: durable writes, locks, Unix sockets, random bytes, the clock
  room("Files", in: "Libraries", ["CSystem"]),
  // The system's time-zone database: offsets and days of an instant
  room("TimeZones", in: "Libraries"),
  // A lossless scanner and a writer
  room("JSON", in: "Libraries"),
  // Markup in which every value is escaped
  room("HTML", in: "Libraries"),
  // Workbooks, written row by row
  room("Spreadsheets", in: "Libraries", ["CXLSXWriter"]),
  // Elements with exact places; a writer
  room("XML", in: "Libraries", ["CLibXML2"]),
  // Zip files, read without trusting them
  room("Archives", in: "Libraries", ["CArchive"]),
  // Connections, queries, one group-committing writer
  room("SQLite", in: "Libraries", ["CSQLite"]),
  // A server: framing, limits, time-outs, suspended replies
  room("HTTP", in: "Libraries", ["CMicroHTTPD"]),
  // Requests to other servers: whom it may connect to, limits, time-outs
  room("HTTPClient", in: "Libraries", ["CCurl"]),
  // Digests and constant-time comparison
  room("Cryptography", in: "Libraries", ["CCrypto"]),
  // Texts in all scripts, set on a page of a PDF
  room("Typesetting", in: "Libraries", ["CPangoCairo"]),
  // QR codes
  room("Barcodes", in: "Libraries", ["CQREncode"]),
  // Separated values, as RFC 4180 has them and spreadsheets write them
  room("CSV", in: "Libraries"),
  // Which of several words a mistyped one was meant to be
  room("Spelling", in: "Libraries"),
  // Command lines: parsing, help, suggestions, completions
  room("Arguments", in: "Libraries", ["Spelling"]),

  // Domain: the field's types and rules. Pure: no I/O, no clock, no randomness, no Foundation.
  // What every room shares: identifiers, instants, days, exact decimals, texts by language
  room("Values", in: "Domain"),
  // Parties with dates, persons, affiliations
  room("People", in: "Domain", ["Values"]),
  // Standards, courses, versions, activities, catalogues
  room("Catalogue", in: "Domain", ["People", "Values"]),
  // Sessions, nominations, enrolments, progress
  room("Enrolment", in: "Domain", ["Catalogue", "People", "Values"]),
  // What training leads to: evaluations of five levels, commitments, onward training
  room("Evaluation", in: "Domain", ["Enrolment", "People", "Values"]),
  // Scores, results, corrections
  room("Assessment", in: "Domain", ["Enrolment", "Catalogue", "People", "Values"]),
  // Schemes, eligibility, certificates
  room("Certification", in: "Domain", ["Assessment", "Enrolment", "Catalogue", "People", "Values"]),

  // Pools of experts, the way into them, missions, releases
  room(
    "Accreditation", in: "Domain", ["Assessment", "Enrolment", "Catalogue", "People", "Values"]),

  // Standards: one module a specification, bytes to values and back.
  // IMS CP core: limits, paths, findings
  room("ContentPackaging", in: "Standards", ["Catalogue", "Values", "XML"]),
  // SCORM 1.2 and 2004
  room("SCORM", in: "Standards", ["ContentPackaging", "Catalogue", "Values", "XML"]),
  // IMS Common Cartridge and its thin form
  room("CommonCartridge", in: "Standards", ["ContentPackaging", "Catalogue", "Values", "XML"]),
  // Tin Can packages (tincan.xml)
  room("TinCan", in: "Standards", ["ContentPackaging", "Catalogue", "Values", "XML"]),
  // AICC course files
  room("AICC", in: "Standards", ["ContentPackaging", "Catalogue", "Values", "XML"]),
  // Statements: validation, terms, comparison
  room("XAPI", in: "Standards", ["Values", "JSON", "Cryptography"]),
  // Cmi5: course structures, and what an LMS does for a unit that it launches
  room(
    "CMI5", in: "Standards",
    ["XAPI", "ContentPackaging", "Enrolment", "Catalogue", "Values", "JSON", "XML"]),
  // The XML of Schemas/xsd
  room(
    "RegistrarXML", in: "Standards",
    [
      "ContentPackaging", "Accreditation", "Certification", "Assessment", "Enrolment", "Catalogue", "People",
      "Values", "XML",
    ]),
  // Open Badges: credentials and their states as signed tokens, and what they are verified with
  room("OpenBadges", in: "Standards", ["Values", "JSON", "Archives", "Cryptography"]),
  // People on a list, as a table or as XML
  room(
    "Rosters", in: "Standards",
    ["RegistrarXML", "ContentPackaging", "Enrolment", "People", "Values", "CSV", "Spelling", "XML"]),

  // Documents: what we hand out. Values in, bytes out; no store, no clock.
  // Reports and lists as XML, CSV, JSON, HTML, XLSX, PDF
  room(
    "Reports", in: "Documents",
    [
      "RegistrarXML", "Accreditation", "Certification", "Assessment", "Evaluation", "Enrolment", "Catalogue",
      "People", "Values", "JSON", "XML", "HTML", "Spreadsheets", "Typesetting",
    ]),
  // Certificates printed as PDF, the signed credential within the file
  room(
    "Certificates", in: "Documents",
    ["Certification", "Enrolment", "Catalogue", "People", "Values", "JSON", "Typesetting", "Barcodes"]),
  // HTML pages
  room(
    "Pages", in: "Documents", ["Certification", "Enrolment", "Catalogue", "People", "Values", "JSON", "HTML"]),

  // Operations: use cases, one file each; permission; one transaction each; the ports they need.
  room(
    "Operations", in: ".",
    [
      "Reports", "Pages", "Certificates", "SCORM", "CommonCartridge", "TinCan", "AICC", "CMI5", "XAPI",
      "OpenBadges", "Rosters", "RegistrarXML", "ContentPackaging",
      "Accreditation", "Certification",
      "Assessment", "Evaluation", "Enrolment", "Catalogue", "People", "Values", "JSON", "Cryptography",
    ]),

  // Storage: the operations' ports on real engines. SQL lives here.
  // Zips and folders opened; content-addressed files
  room(
    "PackageFiles", in: "Storage",
    ["Operations", "ContentPackaging", "Values", "Archives", "Files", "Cryptography", "JSON"]),
  // Records in the embedded database
  room(
    "SQLiteStore", in: "Storage",
    [
      "Operations", "Reports", "XAPI", "OpenBadges", "Accreditation", "Certification", "Assessment",
      "Evaluation", "Enrolment", "Catalogue", "People", "Values", "JSON", "SQLite", "Files", "Cryptography",
    ]),

  // Edges: the two doors. They translate; they decide nothing.
  // Every record as JSON, the same at both doors
  room(
    "Representations", in: "Edges",
    [
      "Operations", "Reports", "Pages", "OpenBadges", "ContentPackaging", "Accreditation", "Certification",
      "Assessment", "Evaluation", "Enrolment", "Catalogue", "People", "Values", "JSON", "Archives",
    ]),
  // The door for programs and browsers: routes, rights, problem documents
  room(
    "HTTPEndpoint", in: "Edges",
    [
      "Representations", "Operations", "Reports", "Pages", "CMI5", "XAPI", "OpenBadges", "ContentPackaging",
      "Accreditation", "Certification",
      "Assessment", "Evaluation",
      "Enrolment", "Catalogue", "People", "Values", "HTTP", "JSON", "Files", "Cryptography",
    ]),
  // The door for people at a terminal: commands, tables, exit codes
  room(
    "CommandLine", in: "Edges",
    [
      "Representations", "Operations", "Pages", "Reports", "XAPI", "OpenBadges", "ContentPackaging",
      "Accreditation", "Certification",
      "Assessment", "Evaluation",
      "Enrolment", "Catalogue",
      "People", "Values", "RegistrarXML", "Arguments", "Archives", "HTTPClient", "Spelling", "JSON", "Files",
    ]),

  // The program: reads the command line, wires the concrete parts, nothing else.
  .executableTarget(
    name: "registrar",
    dependencies: [
      "HTTPEndpoint", "CommandLine", "SQLiteStore", "PackageFiles", "Operations", "Certificates", "Reports",
      "SCORM",
      "CommonCartridge", "TinCan", "AICC", "CMI5", "RegistrarXML", "Rosters",
      "ContentPackaging", "HTTP", "HTTPClient", "Files", "JSON", "TimeZones", "Values",
    ],
    path: "Sources/registrar", swiftSettings: house),

  tests("Files"), tests("TimeZones"), tests("JSON"), tests("XML"), tests("Archives"), tests("SQLite"),
  tests("HTTP"), tests("HTTPClient", using: ["HTTP"]),
  tests("Cryptography", using: ["ProgramDriver"]), tests("Typesetting"), tests("Barcodes"), tests("CSV"),
  tests("HTML"), tests("Arguments"), tests("Spreadsheets", using: ["Archives", "XML"]),
  tests("Values"), tests("People", using: ["Values"]), tests("Catalogue", using: ["Values"]),
  tests("Enrolment", using: ["Catalogue", "People", "Values"]),
  tests("Evaluation", using: ["Enrolment", "People", "Values"]),
  tests("Assessment", using: ["Enrolment", "Catalogue", "People", "Values"]),
  tests("Certification", using: ["Enrolment", "Catalogue", "Values"]),
  tests("Accreditation", using: ["Assessment", "Enrolment", "Catalogue", "People", "Values"]),
  tests("ContentPackaging", using: ["Catalogue", "Values", "XML"]),
  tests("SCORM", using: ["ContentPackaging", "Catalogue", "Values"]),
  tests("CommonCartridge", using: ["ContentPackaging", "Catalogue", "Values"]),
  tests("TinCan", using: ["ContentPackaging", "Catalogue", "Values"]),
  tests("AICC", using: ["ContentPackaging", "Catalogue", "Values"]),
  tests("XAPI", using: ["ProgramDriver", "JSON", "Values"]),
  tests("OpenBadges", using: ["Archives", "Cryptography", "JSON", "Values"]),
  tests("CMI5", using: ["XAPI", "ContentPackaging", "Enrolment", "Catalogue", "Values", "JSON"]),
  tests(
    "RegistrarXML",
    using: [
      "Files", "ContentPackaging", "Accreditation", "Certification", "Assessment", "Enrolment", "Catalogue",
      "People", "Values", "XML",
    ]),
  tests("Rosters", using: ["RegistrarXML", "ContentPackaging", "Enrolment", "People", "Values", "XML"]),
  tests(
    "Reports",
    using: [
      "Archives", "Files", "Accreditation", "Certification", "Evaluation", "Enrolment", "Catalogue", "People",
      "Values",
      "JSON", "XML", "Typesetting",
    ]),
  tests("Pages", using: ["Certification", "Enrolment", "Values", "JSON", "HTML"]),
  tests("Certificates", using: ["Files", "Certification", "Enrolment", "Catalogue", "Values", "JSON"]),
  tests(
    "Operations",
    using: [
      "SQLiteStore", "SQLite", "PackageFiles", "Reports", "Pages", "CMI5", "XAPI", "OpenBadges",
      "ContentPackaging",
      "Accreditation", "Certification",
      "Assessment", "Evaluation", "Enrolment", "Catalogue", "People", "Values", "JSON", "Cryptography",
    ]),
  tests(
    "SQLiteStore",
    using: [
      "SQLite", "Cryptography", "Reports", "Operations", "XAPI", "ContentPackaging", "Assessment",
      "Enrolment", "Catalogue",
      "People", "Values",
    ]),
  tests(
    "PackageFiles", using: ["Operations", "ContentPackaging", "Values", "Archives", "Files", "Cryptography"]),
  tests(
    "Representations",
    using: [
      "ContentPackaging", "Certification", "Assessment", "Enrolment", "Catalogue", "People", "Values", "JSON",
      "Files", "RegistrarXML", "Reports",
    ]),
  tests(
    "CommandLine",
    using: [
      "Representations", "SQLiteStore", "PackageFiles", "Operations", "Archives", "ContentPackaging",
      "Catalogue", "Values",
      "TimeZones", "Files", "JSON", "Arguments",
    ]),
  tests(
    "HTTPEndpoint",
    using: [
      "ProgramDriver", "SQLiteStore", "PackageFiles", "Operations", "XAPI", "OpenBadges", "ContentPackaging",
      "Certification",
      "Enrolment", "Catalogue", "People", "Values", "HTTP", "JSON", "Cryptography", "Files",
    ]),
  // One suite, every engine
  suite(
    "StoreContract",
    over: ["SQLiteStore", "Operations", "Reports", "XAPI", "Enrolment", "Catalogue", "People", "Values"]),
  // The built program as its users see it: processes, HTTP over sockets, packages of ours
  .target(
    name: "ProgramDriver", dependencies: ["JSON", "Archives", "Cryptography", "Files"],
    path: "Tests/ProgramDriver",
    swiftSettings: house),
  // The C libraries bare, as the limit that the bench is seen beside
  .target(
    name: "BareStack", dependencies: ["CLibXML2", "CArchive", "CCrypto"], path: "Tests/BareStack",
    linkerSettings: [.linkedLibrary("microhttpd"), .linkedLibrary("sqlite3")]),
  // Measures the built program: `make bench`
  .executableTarget(
    name: "Benchmarks",
    dependencies: [
      "BareStack", "ProgramDriver", "HTTP", "SQLite", "JSON", "Archives", "Files", "OpenBadges",
      "Certificates",
      "Certification", "Enrolment", "Catalogue", "Values", "Cryptography",
    ],
    path: "Tests/Benchmarks", swiftSettings: house),
  // Who may do what, through both doors
  suite(
    "Rights",
    over: [
      "ProgramDriver", "CommandLine", "HTTPEndpoint", "SQLiteStore", "PackageFiles", "Operations", "Reports",
      "XAPI", "OpenBadges", "Accreditation", "Certification", "Assessment", "Evaluation", "Enrolment",
      "Catalogue", "People",
      "Values", "Arguments",
      "HTTP",
      "JSON",
      "Files",
    ]),
  // Drives the built program
  suite(
    "EndToEnd",
    over: [
      "ProgramDriver", "CommandLine", "HTTPEndpoint", "Operations", "Values", "Arguments", "Archives",
      "Cryptography", "SQLite", "JSON", "XML", "HTTP",
      "Files",
    ]),
  // Holds the built program to the requirements of xAPI, one row each: `make conformance`
  suite("Conformance", over: ["ProgramDriver", "Cryptography", "JSON", "Files"]),
  // Packages damaged in every way: `make fuzz`
  suite("Fuzz", over: ["PackageFiles", "Operations", "ContentPackaging", "Archives"]),
  // Kills the program and fills its disk
  suite("Torture", over: ["ProgramDriver", "JSON", "Files"]),
  // Keeps the house
  suite("Tidy", over: []),
]

let package = Package(name: "registrar", targets: rooms)
