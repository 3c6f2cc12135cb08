internal import Files
internal import HTTP
internal import Operations
internal import Synchronization
internal import Values

extension Route {
  /// What watches the server asks these: whether it lives, whether it can work, how it fares.
  static let watchingRoutes: [Route] = [
    Route("GET", "/healthz", .pages, .anyone) { _, answering in answering.send(.line("ok")) },
    Route("GET", "/readyz", .pages, .anyone) { call, answering in answering.send(call.readiness()) },
    Route("GET", "/metrics", .pages, .holders(of: .watchServer)) { call, answering in
      answering.send {
        Response(
          status: 200, headers: [.init("Content-Type", "text/plain; version=0.0.4; charset=utf-8")],
          body: .bytes(Array(try call.endpoint.metrics().utf8)))
      }
    },
  ]
}

extension Endpoint {
  /// The figures in the text format of Prometheus, 0.0.4. No label holds anything that a request said.
  func metrics() throws -> String {
    var page = MetricsPage()
    page.add("registrar_build_info", "gauge", "The version that runs.", 1, [("version", version)])
    page.add(traffic)
    let status = registrar.store.status
    page.add("registrar_commits_total", "counter", "Commits made durable since the start.", status.commits)
    page.add("registrar_changes_total", "counter", "Changes that shared them.", status.changes)
    page.add("registrar_changes_waiting", "gauge", "Changes that wait for a commit.", status.waitingChanges)
    page.add("registrar_log_pages", "gauge", "Pages of 4 KiB in the write-ahead log.", status.logPages)
    page.add(try registrar.deliveryFigures())
    page.add("registrar_connections_open", "gauge", "Open HTTP connections.", connections.count)
    page.add(
      "registrar_disk_free_bytes", "gauge", "Free bytes on the device of the data folder.",
      try Folder.freeBytes(at: uploads))
    page.add(
      "process_resident_memory_bytes", "gauge", "Resident memory in bytes.",
      try ProcessContext.residentBytes())
    return page.text
  }
}

/// A page of figures, one after the other.
private struct MetricsPage {
  private(set) var text = ""

  mutating func add(
    _ name: String, _ kind: String, _ help: String, _ value: Int, _ labels: [(String, String)] = []
  ) {
    head(name, kind, help)
    line(name, labels, String(value))
  }

  mutating func add(_ figures: DeliveryFigures) {
    add(
      "registrar_forwarding_backlog", "Statements that are yet to be gone through, up to 10,000.", figures,
      \.backlog)
    add("registrar_forwarding_failures", "Attempts that failed in a row.", figures, \.failures)
    add("registrar_forwarding_paused", "1 where it is paused.", figures) { $0.isPaused ? 1 : 0 }
    add("registrar_forwarding_set_aside", "Statements that were refused for good.", figures, \.setAside)
    add("registrar_webhook_deliveries_pending", "gauge", "Events that wait for a webhook.", figures.pending)
    add("registrar_webhook_deliveries_failed", "gauge", "Events that no webhook took.", figures.failed)
    add("registrar_webhooks_disabled", "gauge", "Webhooks that were given up.", figures.disabledWebhooks)
  }

  private mutating func add(
    _ name: String, _ help: String, _ figures: DeliveryFigures,
    _ value: (DeliveryFigures.OfForwarding) -> Int
  ) {
    head(name, "gauge", help)
    for one in figures.forwardings { line(name, [("forwarding", one.id.description)], String(value(one))) }
  }

  mutating func add(_ traffic: Traffic) {
    let lanes = (traffic.lanes + [traffic.astray]).map { ($0, $0.current) }.filter { $1.requests > 0 }
    head("registrar_requests_total", "counter", "Requests answered, by route and class of status.")
    for (lane, counts) in lanes {
      for (digit, count) in counts.classes.enumerated() where count > 0 {
        line("registrar_requests_total", lane.labels + [("status", "\(digit)xx")], String(count))
      }
    }
    head(
      "registrar_request_duration_seconds", "histogram", "From the request being in whole to its answer.")
    for (lane, counts) in lanes { add(lane, counts) }
    add(
      "registrar_statements_stored_total", "counter", "Statements stored since the start.",
      traffic.statements.load(ordering: .relaxed))
  }

  private mutating func add(_ lane: Traffic.Lane, _ counts: Traffic.Counts) {
    let name = "registrar_request_duration_seconds"
    var upTo = 0
    for (bound, count) in zip(Traffic.boundsMicroseconds, counts.buckets) {
      upTo += count
      line(name + "_bucket", lane.labels + [("le", seconds(microseconds: bound))], String(upTo))
    }
    line(name + "_bucket", lane.labels + [("le", "+Inf")], String(counts.requests))
    line(name + "_sum", lane.labels, seconds(microseconds: counts.nanoseconds / 1000))
    line(name + "_count", lane.labels, String(counts.requests))
  }

  private mutating func head(_ name: String, _ kind: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
  }

  private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
    let written = labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    text += name + (written.isEmpty ? "" : "{\(written)}") + " \(value)\n"
  }
}

extension Traffic.Lane {
  fileprivate var labels: [(String, String)] { [("method", method), ("route", pattern)] }
}

/// A duration in seconds, without the zeros at its end.
private func seconds(microseconds: Int64) -> String {
  let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
  let digits = fraction.utf8.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
  let whole = String(microseconds / 1_000_000)
  return digits.isEmpty ? whole : whole + "." + String(decoding: Array(digits), as: UTF8.self)
}
