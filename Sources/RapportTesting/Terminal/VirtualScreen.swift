import Shell

/// The screen of a terminal, as far as a line editor and plain programs need one: a small part of ECMA-48 and xterm.
struct VirtualScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// The cells; nil is the second half of a wide character.
  private var cells: [[Character?]]
  private(set) var row = 0
  private(set) var column = 0
  /// How many lines have left the screen at the top.
  private(set) var scrolled = 0
  /// How often the whole screen was erased.
  private(set) var erasures = 0
  /// What the program asked the terminal to keep as its clipboard, in base 64.
  private(set) var clipboard: String?
  /// The next character goes to the next line first.
  private var atEdge = false
  private var saved = (row: 0, column: 0)
  private var pending: [UInt8] = []
  private var state = State.text

  private enum State {
    case text
    case escape
    case control([UInt8])
    case command([UInt8])
    case charset
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines, without spaces at their ends and without empty lines at the bottom.
  var lines: [String] {
    var lines = cells.map { row in
      String(String(row.compactMap(\.self)).reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// What stands from a place on, lines counted from the first that ever was.
  func text(from place: (line: Int, column: Int)) -> String {
    let first = max(0, place.line - scrolled)
    guard first < rows else { return "" }
    return (first..<rows).map { index in
      let start = index == place.line - scrolled ? min(place.column, columns) : 0
      return String(cells[index][start...].compactMap(\.self))
    }.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  /// Changes the size; what no longer fits is cut off at the right and at the top.
  mutating func resize(columns: Int, rows: Int) {
    cells = cells.map { row in
      Array((row + Array(repeating: " ", count: max(0, columns - row.count))).prefix(columns))
    }
    while cells.count > rows {
      if row < cells.count - 1, cells.last?.allSatisfy({ $0 == " " }) == true {
        cells.removeLast()
      } else {
        cells.removeFirst()
        row -= 1
        scrolled += 1
      }
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    self.columns = columns
    self.rows = rows
    row = min(max(0, row), rows - 1)
    column = min(column, columns - 1)
    atEdge = false
  }

  /// Takes in what a program wrote.
  mutating func write(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { write(byte) }
  }

  private mutating func write(_ byte: UInt8) {
    switch state {
    case .text: text(byte)
    case .escape: escape(byte)
    case .charset: state = .text
    case .control(let before):
      if byte >= 0x40 && byte <= 0x7E {
        state = .text
        control(String(decoding: before, as: UTF8.self), UnicodeScalar(byte))
      } else {
        state = .control(before + [byte])
      }
    case .command(let before):
      if byte == 0x07 || byte == UInt8(ascii: "\\") && before.last == 0x1B {
        state = .text
        command(String(decoding: before.filter { $0 != 0x1B }, as: UTF8.self))
      } else {
        state = .command(before + [byte])
      }
    }
  }

  private mutating func text(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D:
      column = 0
      atEdge = false
    case 0x0A: lineFeed()
    case 0x08:
      column = max(0, column - 1)
      atEdge = false
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0..<0x20, 0x7F: break
    case 0x20..<0x80: put(Character(UnicodeScalar(byte)))
    default:
      pending.append(byte)
      let wanted = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
      guard pending.count >= wanted else { return }
      for character in String(decoding: pending, as: UTF8.self) { put(character) }
      pending = []
    }
  }

  private mutating func put(_ character: Character) {
    if join(character) { return }
    let width = max(1, character.displayWidth)
    if atEdge || column + width > columns {
      column = 0
      lineFeed()
    }
    atEdge = false
    cells[row][column] = character
    if width == 2, column + 1 < columns { cells[row][column + 1] = nil }
    column += width
    if column >= columns {
      column = columns - 1
      atEdge = true
    }
  }

  /// Lets a character that combines with the one before the cursor become one with it.
  private mutating func join(_ character: Character) -> Bool {
    guard !character.isASCII else { return false }
    var before = atEdge ? column : column - 1
    while before >= 0, cells[row][before] == nil { before -= 1 }
    guard before >= 0, let base = cells[row][before] else { return false }
    let joined = String(base) + String(character)
    guard joined.count == 1 else { return false }
    cells[row][before] = Character(joined)
    return true
  }

  private mutating func lineFeed() {
    atEdge = false
    if row < rows - 1 {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
      scrolled += 1
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .text
    switch UnicodeScalar(byte) {
    case "[": state = .control([])
    case "]": state = .command([])
    case "(", ")": state = .charset
    case "7": saved = (row, column)
    case "8": (row, column) = saved
    case "M": row = max(0, row - 1)
    default: break
    }
  }

  /// An operating system command; only the clipboard's is heard.
  private mutating func command(_ text: String) {
    if text.hasPrefix("52;") { clipboard = text.split(separator: ";").last.map(String.init) }
  }

  private mutating func control(_ parameters: String, _ final: UnicodeScalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first ?? nil
    let count = max(1, first ?? 1)
    atEdge = false
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H", "f":
      row = min(rows, count) - 1
      column = min(columns, max(1, (numbers.count > 1 ? numbers[1] : nil) ?? 1)) - 1
    case "J": eraseScreen(first ?? 0)
    case "K": eraseLine(first ?? 0)
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      fillRow()
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      fillRow()
    case "X": for index in column..<min(columns, column + count) { cells[row][index] = " " }
    default: break
    }
  }

  private mutating func fillRow() {
    let missing = max(0, columns - cells[row].count)
    cells[row] = Array((cells[row] + Array(repeating: " ", count: missing)).prefix(columns))
  }

  private mutating func eraseLine(_ part: Int) {
    let range = part == 0 ? column..<columns : part == 1 ? 0..<column + 1 : 0..<columns
    for index in range { cells[row][index] = " " }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part == 2 || part == 3 { erasures += 1 }
    eraseLine(part)
    let range = part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows
    for index in range { cells[index] = Array(repeating: " ", count: columns) }
  }
}
