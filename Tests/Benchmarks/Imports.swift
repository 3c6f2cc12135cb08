import Files
import ProgramDriver

/// Course packages of one activity and of many, from their zip file to the records.
enum Imports {
  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("imports")
    try program.succeed("catalogue", "add", "BENCH", "--title", "Bench")
    let small = try [1, 50, 1000].enumerated().map { place, activities in
      let package = try bench.folder.write(
        "package-\(activities).zip", Package.cmi5(place + 1, lessons: activities).zip)
      let milliseconds = try timed { try program.succeed("import", package) }
      return Measure(
        "import of \(activities) \(activities == 1 ? "activity" : "activities")", "\(fixed(milliseconds)) ms")
    }
    return try small + LargePackages.measures(bench, program)
  }
}

/// How many milliseconds work took.
func timed(_ work: () throws -> Void) throws -> Double {
  let start = SystemClock.monotonicNanoseconds()
  try work()
  return Double(SystemClock.monotonicNanoseconds() - start) / 1_000_000
}
