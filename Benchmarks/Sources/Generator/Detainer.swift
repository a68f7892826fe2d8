/// One made-up detainer. Days count from 1970-01-01, the other numbers are places in the tables.
struct Detainer {
  var issued = 0
  var lifted: Int?
  var liftReason: Int?
  var facility: Int?
  var place = 0
  var hasCity = true
  var hasState = true
  var hasAOR = true
  var type: Int?
  var criminality: Int?
  /// 1, 2 or 3.
  var threat: Int?
  var charge: Int?
  var citizenship = 0
  /// Male, Female, Unknown.
  var gender = 0
  var birthYear = 0
  /// Which of the made-up persons it is; nobody is behind the number.
  var person: Int?
  /// The same person was asked for twice within a day at one facility.
  var isRepeated = false
}
