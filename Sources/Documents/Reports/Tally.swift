import People

/// Gives each person a number from 0, in the order of first sight, so that a group of people is a row of bits.
struct PersonNumbers {
  private var numbers: [PersonID: Int] = [:]

  /// The person's number, a new one where the person was not met before.
  mutating func number(of person: PersonID) -> Int {
    if let known = numbers[person] { return known }
    let number = numbers.count
    numbers[person] = number
    return number
  }
}

/// A group of people of whom each is counted once: a bit for each number, so that a million people take 125 kB.
struct Headcount: Hashable {
  private var words: [UInt64] = []
  private(set) var count = 0

  /// Counts the person with this number, unless it was counted before.
  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    let bit: UInt64 = 1 << UInt64(number & 63)
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    count += 1
  }

  /// Counts everybody of another group, unless counted before.
  mutating func formUnion(_ other: Headcount) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for place in other.words.indices { words[place] |= other.words[place] }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Everybody who belongs to one of some groups.
  static func union(_ groups: some Sequence<Headcount>) -> Headcount {
    groups.reduce(into: Headcount()) { $0.formUnion($1) }
  }

  /// How many belong to this group or to another one, and not to both.
  func differenceCount(from other: Headcount) -> Int {
    (0..<max(words.count, other.words.count)).reduce(0) { sum, place in
      let (own, others) = (word(place), other.word(place))
      return sum + (own ^ others).nonzeroBitCount
    }
  }

  private func word(_ place: Int) -> UInt64 { place < words.count ? words[place] : 0 }
}

/// What is counted of the enrolments, or the certificates, of one group.
struct Tally: Hashable {
  /// The enrolments or certificates.
  private(set) var count = 0
  /// Of the enrolments, the attendances: those that were attended.
  private(set) var attended = 0
  /// Of the attendances, those completed.
  private(set) var completed = 0
  /// Those among the enrolments or certificates.
  private(set) var people = Headcount()
  /// Those among the attendances.
  private(set) var attendees = Headcount()
  /// Those among the completed attendances.
  private(set) var completers = Headcount()
  /// Those among the enrolments that nothing shows to have been attended.
  private(set) var absentees = Headcount()
  /// Those among the attendances that were not completed.
  private(set) var unfinished = Headcount()

  static let none = Tally()

  private init() {}

  /// What two groups count together: enrolments are added, people counted once.
  init(_ one: Tally, with other: Tally) {
    count = one.count + other.count
    attended = one.attended + other.attended
    completed = one.completed + other.completed
    people = .union([one.people, other.people])
    attendees = .union([one.attendees, other.attendees])
    completers = .union([one.completers, other.completers])
    absentees = .union([one.absentees, other.absentees])
    unfinished = .union([one.unfinished, other.unfinished])
  }

  /// Different people among the enrolments or certificates.
  var persons: Int { people.count }
  /// Those among the enrolments that were not completed.
  var uncompleted: Headcount { .union([absentees, unfinished]) }

  mutating func add(_ person: Int, hasAttended: Bool = false, isCompleted: Bool = false) {
    count += 1
    people.insert(person)
    if hasAttended {
      attended += 1
      attendees.insert(person)
    } else {
      absentees.insert(person)
    }
    if isCompleted {
      completed += 1
      completers.insert(person)
    } else if hasAttended {
      unfinished.insert(person)
    }
  }
}
