import People
import Values

/// Gives each person a number from 0, in the order of first sight, so that a group of people is a row of numbers.
///
/// A person takes 16 octets and a place of four in a table that is at most half full.
struct PersonNumbers {
  private var people: [PersonID] = []
  /// At the place that the person's hash leads to, or behind it: the number, and 1 more; 0 where nobody is.
  private var places: [UInt32] = Array(repeating: 0, count: 1024)

  /// The person's number, a new one where the person was not met before.
  mutating func number(of person: PersonID) -> Int {
    let place = place(of: person)
    if places[place] > 0 { return Int(places[place]) - 1 }
    people.append(person)
    places[place] = UInt32(people.count)
    if people.count * 2 > places.count { grow() }
    return people.count - 1
  }

  private func place(of person: PersonID) -> Int {
    let mask = places.count - 1
    var place = person.hashValue & mask
    while places[place] > 0, people[Int(places[place]) - 1] != person { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for (number, person) in people.enumerated() { places[place(of: person)] = UInt32(number + 1) }
  }
}
