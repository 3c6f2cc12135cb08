import CommandLine
import JSON
import Testing

/// The tutorial's way, from a package to a certification report, typed command by command.
struct StoryTests {
  @Test func aPackageBecomesACertificateAndAReport() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let score = desk.run(
      "result", "record", scene.enrolment, "--score", "85", "--max", "100", "--on", "2026-03-02")
    #expect(score.status == 0)
    #expect(
      score.messages == """
        Recorded 85 of 100: passed. The enrolment is completed.
        Next: registrar certificate award \(scene.enrolment) --scheme SCHEME

        """)

    let award = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT")
    #expect(award.status == 0)
    #expect(award.messages.contains("Awarded certificate TTT-2026-000001 to Amina Example: eligible because"))
    let code = award.name

    let verified = desk.run("verify", code.lowercased())
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("Certificate TTT-2026-000001 is authentic and in force.\n"))

    let report = desk.run(
      "report", "certification", "--audience", "directorate", "--from", "2026-01-01", "--to", "2026-12-31")
    #expect(report.status == 0)
    #expect(report.output.hasPrefix("<?xml"))
    let check = desk.run("check")
    #expect(check.status == 0)
    #expect(check.output == "Checked 1 enrolment, 0 statements and 2 files: all sound.\n")
  }

  @Test func aSecondAwardIsAConflictAndARevokedCertificateIsNotInForce() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    #expect(desk.run("result", "record", scene.enrolment, "--scaled", "0.9").status == 0)
    let code = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT").name
    let again = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT")
    #expect(again.status == 5)
    #expect(again.messages.contains("certificate TTT-2026-000001 of this scheme is in force"))
    #expect(desk.run("certificate", "revoke", code, "--reason", "issued in error").status == 0)
    let ended = desk.run("verify", code)
    #expect(ended.status == 5)
    #expect(ended.output.hasPrefix("Certificate TTT-2026-000001 is authentic, but revoked.\n"))
    #expect(desk.run("certificate", "reinstate", code, "--reason", "regret").status == 5)
    let shown = desk.run("certificate", "show", "TTT-2026-000001")
    #expect(shown.output.contains("issued in error"))
  }

  @Test func aCertificateIsReplacedInTheNewNameAndOnlyWhileItsEvidenceHolds() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let result = desk.run("result", "record", scene.enrolment, "--scaled", "0.9").name
    let code = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT").name
    let renamed = desk.run("person", "rename", scene.person, "--name", "Amina Other", "--reason", "marriage")
    #expect(renamed.status == 0)
    #expect(renamed.output == "\(scene.person)\n")
    #expect(renamed.messages.hasPrefix("The person is called Amina Other now.\n"))
    #expect(desk.run("person", "rename", scene.person, "--name", "X").status == 2, "a reason is asked for")
    #expect(desk.run("certificate", "suspend", code, "--reason", "an inquiry").status == 0)
    let suspended = desk.run("certificate", "replace", code, "--reason", "marriage")
    #expect(suspended.status == 5)
    #expect(
      suspended.messages == "registrar: a certificate that is suspended cannot replace — decide on the "
        + "suspension first: reinstate or revoke the certificate\n")
    #expect(desk.run("certificate", "reinstate", code, "--reason", "cleared").status == 0)
    let next = desk.run("certificate", "replace", code, "--reason", "marriage").name
    #expect(
      try desk.run("certificate", "show", next, "--json").json["facts"]?["holder"]?.string == "Amina Other")
    let report = desk.run(
      "report", "certification", "--audience", "directorate", "--from", "2026-01-01", "--to", "2026-12-31",
      "--format", "csv", "--block", "certificates")
    #expect(report.output.contains("issued,Issued,1,1"), "\(report.output)")
    #expect(report.output.contains("replaced,Replaced,1,1"), "\(report.output)")
    #expect(desk.run("result", "correct", result, "--scaled", "0.3", "--reason", "misread").status == 0)
    let refused = desk.run("certificate", "replace", next, "--reason", "lost")
    #expect(refused.status == 5)
    #expect(
      refused.messages.contains(
        "certificate TTT-2026-000002 rests on evidence that no longer holds: the enrolment is not completed"))
  }

  @Test func aCorrectionNamesTheCertificateThatItPutsInDoubt() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let result = desk.run("result", "record", scene.enrolment, "--scaled", "0.9").name
    let code = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT").name
    #expect(desk.run("certificate", "list", "--in-doubt").messages == "There are none yet.\n")
    let sentence =
      "certificate TTT-2026-000001 is in force on evidence that no longer holds (the enrolment is not "
      + "completed (it is started)); suspend or revoke it"
    let corrected = desk.run("result", "correct", result, "--scaled", "0.3", "--reason", "misread")
    #expect(
      corrected.messages == """
        Recorded 0.3: failed. The enrolment is started.
        Warning: \(sentence).
        Next: registrar certificate suspend TTT-2026-000001 --reason TEXT

        """)
    let check = desk.run("check")
    #expect(check.status == 0, "it is no damage")
    #expect(
      check.output
        == "warning: certificate: \(sentence)\nChecked 1 enrolment, 0 statements and 2 files: all sound, 1 warning.\n"
    )
    let json = try desk.run("check", "--json").json
    #expect(json["sound"]?.boolean == true)
    #expect(json["warnings"]?.list.map { $0["message"]?.string } == [sentence])
    let list = try desk.run("certificate", "list", "--in-doubt", "--json").json
    #expect(list["items"]?.list.map { $0["doubt"]?["sentence"]?.string } == [sentence])
    #expect(desk.run("certificate", "list", "--in-doubt").output.contains("IN DOUBT BECAUSE"))
    #expect(
      desk.run("certificate", "show", code).output.contains("in doubt   the enrolment is not completed"))
    let again = desk.run("result", "correct", corrected.name, "--scaled", "0.4", "--reason", "x", "--json")
    #expect(try again.json["doubts"]?.list.map { $0["sentence"]?.string } == [sentence])
    #expect(desk.run("certificate", "suspend", code, "--reason", "an inquiry").status == 0)
    #expect(desk.run("check").output.hasSuffix("all sound.\n"))
  }

  /// In Pago Pago the last day goes on for eleven hours of the next one of UTC.
  @Test func aCertificateIsInForceByTheDayOfItsOwnZone() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    #expect(desk.run("result", "record", scene.enrolment, "--scaled", "0.9").status == 0)
    let scheme = desk.run(
      "scheme", "add", "FAR", "--title", "Far", "--issuer", "SEC", "--course", "Origin-of-goods", "--kind",
      "completion", "--validity-months", "1", "--zone", "Pacific/Pago_Pago")
    #expect(scheme.status == 0, "\(scheme.messages)")
    let code = desk.run("certificate", "award", scene.enrolment, "--scheme", "FAR").name
    for (now, state, verified) in [
      ("2026-04-01T10:59:59Z", "issued", Int32(0)), ("2026-04-01T11:00:00Z", "expired", 5),
    ] {
      try desk.setClock(now)
      let list = try desk.run("certificate", "list", "--scheme", "FAR", "--json").json
      #expect(list["items"]?.list.first?["state"]?.string == state)
      #expect(try desk.run("certificate", "show", code, "--json").json["state"]?.string == state)
      #expect(desk.run("verify", code).status == verified)
      let eligibility = desk.run("certificate", "eligibility", scene.enrolment, "--scheme", "FAR").output
      #expect(eligibility.hasPrefix(state == "issued" ? "not eligible" : "eligible"), "\(eligibility)")
    }
  }

  @Test func whoIsNotEligibleIsToldEveryReason() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let verdict = desk.run("certificate", "eligibility", scene.enrolment, "--scheme", "TTT")
    #expect(verdict.status == 0)
    #expect(verdict.output == "not eligible because the enrolment is not completed (it is enrolled)\n")
    #expect(desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT").status == 5)
  }

  /// "A certificate of attendance requires attendance only" (domain 7.4, 6).
  @Test("Closing a session takes nobody's attendance away", arguments: [false, true])
  func attendanceOutlivesTheSession(hasBegun: Bool) throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let scheme = [
      "scheme", "add", "ATTENDED", "--title", "Attended", "--issuer", "SEC", "--course", "Origin-of-goods",
      "--kind", "attendance",
    ]
    #expect(desk.run(scheme).status == 0)
    if hasBegun {
      #expect(desk.run("result", "record", scene.enrolment, "--scaled", "0.9", "--activity", "1").status == 0)
    }
    for step in ["confirm", "start", "deliver", "report", "close"] {
      #expect(desk.run("session", step, "S-1").status == 0)
    }
    let shown = desk.run("enrolment", "show", scene.enrolment).output
    #expect(shown.contains("expired"))
    #expect(shown.contains("attended    \(hasBegun ? "yes" : "no")"), "\(shown)")
    let verdict = desk.run("certificate", "eligibility", scene.enrolment, "--scheme", "ATTENDED").output
    #expect(
      verdict
        == (hasBegun
          ? "eligible because enrolment \(scene.enrolment) was attended\n"
          : "not eligible because nothing shows that the person took part (the enrolment is expired)\n"))
    #expect(
      desk.run("certificate", "award", scene.enrolment, "--scheme", "ATTENDED").status == (hasBegun ? 0 : 5))
    let report = desk.run(
      "report", "certification", "--audience", "directorate", "--from", "2026-01-01", "--to", "2026-12-31",
      "--format", "csv", "--block", "enrolments-by-state")
    #expect(
      report.output == """
        record,state,state-name,enrolments,attendances,persons\r
        row,expired,"Run out of time",1,\(hasBegun ? 1 : 0),1\r
        total,total,,1,\(hasBegun ? 1 : 0),1\r

        """)
    #expect(desk.run("check").status == 0)
  }

  @Test func aCorrectionIsANewResultWithItsReason() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let wrong = desk.run("result", "record", scene.enrolment, "--score", "85", "--max", "100").name
    let corrected = desk.run(
      "result", "correct", wrong, "--score", "58", "--max", "100", "--reason", "typed 85 for 58")
    #expect(corrected.status == 0)
    #expect(corrected.messages.hasPrefix("Recorded 58 of 100: failed. The enrolment is started.\n"))
    let list = desk.run("result", "list", scene.enrolment)
    #expect(list.output.split(separator: "\n").count == 3, "the headings, the wrong result and the right one")
    let history = desk.run("history", "--person", scene.person, "--json")
    #expect(history.output.contains(#""reason":"typed 85 for 58""#))
    #expect(history.output.split(separator: "\n").allSatisfy { $0.hasPrefix(#"{"sequence":"#) })
  }

  /// "Attempt: open > submitted > graded > final" (domain 7.3).
  @Test(
    "Who failed may try again, until the attempt is the last one or the session is closed",
    arguments: [
      (["--final"], false), ([], true),
    ])
  func aFailedAttempt(final: [String], closing: Bool) throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    func record(_ score: String, _ more: [String] = []) -> Desk.Run {
      desk.run(["result", "record", scene.enrolment, "--score", score, "--max", "100"] + more)
    }
    #expect(record("40").messages == "Recorded 40 of 100: failed. The enrolment is started.\n")
    let last = record("50", final)
    #expect(last.status == 0)
    #expect(last.messages.contains("The enrolment is \(closing ? "started" : "failed")."))
    if closing {
      for step in ["confirm", "start", "deliver", "report", "close"] {
        #expect(desk.run("session", step, "S-1").status == 0)
      }
    }
    #expect(
      desk.run("enrolment", "list", "--session", "S-1", "--state", "failed").output.contains(scene.enrolment))
    let late = record("90")
    #expect(late.status == 5)
    #expect(late.messages.contains("an enrolment that is failed takes no more results"))
    let corrected = desk.run(
      "result", "correct", last.name, "--score", "90", "--max", "100", "--reason", "misread")
    #expect(corrected.messages.hasPrefix("Recorded 90 of 100: passed. The enrolment is completed.\n"))
    #expect(desk.run("check").status == 0)
  }

  @Test func anEnrolmentTellsWhatItsStatementsNameItBy() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let shown = desk.run("enrolment", "show", scene.enrolment, "--json")
    let json = try shown.json
    #expect(json["state"]?.string == "enrolled")
    let account = json["xapi"]?["actor"]?["account"]
    #expect(account?["homePage"]?.string == "http://registrar.test")
    #expect(account?["name"]?.string == scene.person)
    #expect(json["xapi"]?["registration"]?.string == scene.enrolment)
    let category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
    #expect(json["xapi"]?["category"]?.string == category)
    #expect(desk.run("enrolment", "show", scene.enrolment).output.contains(category))
    #expect(desk.run("enrolment", "show", scene.enrolment).output.contains("Statements name it by:"))
  }

  @Test func aSeatThatFallsFreeGoesToTheFirstWhoWaits() throws {
    let desk = try Desk()
    let scene = try Scene(desk, capacity: 1)
    let second = desk.run("person", "add", "B. Example").name
    let waiting = desk.run("enrolment", "add", "--person", second, "--session", "S-1")
    #expect(waiting.status == 0)
    #expect(waiting.messages.hasPrefix("No seat is free: the person waits for one.\n"))
    #expect(desk.run("session", "show", "S-1").output.contains("seats taken  1 of 1"))
    #expect(desk.run("enrolment", "withdraw", scene.enrolment, "--reason", "ill").status == 0)
    let list = desk.run("enrolment", "list", "--session", "S-1", "--state", "enrolled", "--json")
    #expect(list.output.contains(waiting.name))
  }
}
