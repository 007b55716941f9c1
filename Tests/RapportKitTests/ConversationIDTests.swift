import RapportKit
import Testing

struct ConversationIDTests {
  @Test(
    arguments: [
      ([], "00000000000000000000000000"),
      (Array(repeating: 255, count: 16), "7ZZZZZZZZZZZZZZZZZZZZZZZ00"),
      ([1], "01000000000000000000000000"),
      (Array(0...15), "00041061050R3GG28A1C60T300"),
      (Array(0...40), "00041061050R3GG28A1C60T300"),
    ] as [([UInt8], String)])
  func `sixteen bytes are 26 characters of Crockford's alphabet, the last two 00`(
    bytes: [UInt8], text: String
  ) {
    let id = ConversationID(bytes: bytes)
    #expect(id.rawValue == text)
    #expect(id.rawValue.count == 26)
    #expect(id.description == text)
  }

  @Test func `ids sort as their bytes do, so that later conversations come later`() {
    let ids = (0...255).map { ConversationID(bytes: [1, 2, 3, UInt8($0), 5]).rawValue }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == 256)
  }

  @Test func `its records differ by their last two characters, 1024 of them`() {
    let id = ConversationID(bytes: [1, 140, 200, 3])
    let records = (0..<1024).map { id.record($0) }
    #expect(Set(records).count == 1024)
    #expect(records.map(\.rawValue) == records.map(\.rawValue).sorted())
    #expect(records.allSatisfy { $0.rawValue.count == 26 && id.made($0) })
    #expect(id.record(0).rawValue == id.rawValue)
    #expect(id.record(33).rawValue.suffix(2) == "11")
    #expect(!ConversationID(bytes: [1, 140, 200, 4]).made(id.record(5)))
  }
}
