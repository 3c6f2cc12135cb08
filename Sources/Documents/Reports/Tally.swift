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
  private(set) var attendances = 0
  /// Of them, those completed.
  private(set) var completed = 0
  private var people = Headcount()
  private var completers = Headcount()

  static let none = Tally()

  /// Different people among the attendances.
  var persons: Int { people.count }
  /// Different people among the completed attendances.
  var personsCompleted: Int { completers.count }

  mutating func add(_ person: Int, isCompleted: Bool = false) {
    attendances += 1
    people.insert(person)
    guard isCompleted else { return }
    completed += 1
    completers.insert(person)
  }
}
