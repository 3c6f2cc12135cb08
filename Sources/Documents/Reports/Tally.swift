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
}

/// What is counted of the enrolments, or the certificates, of one group.
struct Tally: Hashable {
  /// The enrolments or certificates.
  private(set) var count = 0
  /// Of the enrolments, the attendances: those that were attended.
  private(set) var attended = 0
  /// Of the attendances, those completed.
  private(set) var completed = 0
  private var people = Headcount()
  private var attendees = Headcount()
  private var completers = Headcount()

  static let none = Tally()

  /// Different people among the enrolments or certificates.
  var persons: Int { people.count }
  /// Different people among the attendances.
  var personsAttended: Int { attendees.count }
  /// Different people among the completed attendances.
  var personsCompleted: Int { completers.count }
  /// The enrolments that nothing shows to have been attended.
  var absent: Int { count - attended }

  mutating func add(_ person: Int, hasAttended: Bool = false, isCompleted: Bool = false) {
    count += 1
    people.insert(person)
    if hasAttended {
      attended += 1
      attendees.insert(person)
    }
    if isCompleted {
      completed += 1
      completers.insert(person)
    }
  }
}
