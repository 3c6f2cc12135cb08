internal import Accreditation
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Pools of experts, and how many came how far in each.
  static let poolRoutes: [Route] = [
    asks("/api/v1/pools", "List the pools of experts by code.", by: .paging, told: .page()) { _, page in
      ListPools(page: page)
    },
    asks("/api/v1/pools/{pool}", "Show a pool of experts with all versions of its path.", told: .record) {
      call in ShowPool(try call.reference(0, .pool))
    },
    asks(
      "/api/v1/pools/{pool}/funnel",
      "Count who was nominated for a pool, and who passed and failed each stage.",
      told: .record
    ) { call in ShowFunnel(try call.reference(0, .pool)) },
  ]
}
