internal import SQLite
internal import Values

extension ConnectedRecords {
  /// The place in a party that an enrolment is counted by, as far as it was recorded by an instant: the one held when the
  /// session starts, also by who moved after the enrolment (domain 7.4, 10). That is the one held at the enrolment while it
  /// lasts, else one in the party that nominated, else the one that began last. Where none is held, there is none.
  ///
  /// It stands in a query that knows `enrolment` and its `session`. Cost grows with the places of the person.
  func placeAtStart(asOf cutOff: Instant) -> Query {
    let nominating: Query = "(SELECT nominated_by FROM nomination WHERE nomination.id = enrolment.nomination)"
    return """
      coalesce(
        (\(place("place.id = enrolment.affiliation", asOf: cutOff))),
        (\(place("place.person = enrolment.person AND place.party = \(nominating)", asOf: cutOff))),
        (\(place("place.person = enrolment.person", asOf: cutOff))))
      """
  }

  private func place(_ condition: Query, asOf cutOff: Instant) -> Query {
    """
    SELECT place.id FROM affiliation AS place
    WHERE \(condition) AND place.recorded_at <= \(cutOff) AND place.valid_from <= session.first_day
      AND NOT EXISTS (
        SELECT 1 FROM affiliation_end AS ended
        WHERE ended.affiliation = place.id AND ended.last_day < session.first_day AND ended.recorded_at <= \(cutOff))
    ORDER BY place.valid_from DESC, place.id DESC LIMIT 1
    """
  }
}
