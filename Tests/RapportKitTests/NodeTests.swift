import Foundation
import RapportKit
import Testing

struct NodeTests {
  @Test(
    arguments: [
      (nil, "null"), (true, "true"), (5, "5"), (Node.number(2.5), "2.5"), (.number(-0.0), "0"),
      (.number(1e300), "1e+300"), (.number(.infinity), "null"), (.number(.nan), "null"),
      ("a \"b\" \\ \n\r\t\u{1}é😀", #""a \"b\" \\ \n\r\t\u0001é😀""#),
      (["b": 1, "a": [nil, "x"]], #"{"b":1,"a":[null,"x"]}"#), ([:], "{}"), ([], "[]"),
    ] as [(Node, String)])
  func `a value as JSON, keys in their order`(node: Node, json: String) throws {
    #expect(node.json == json)
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
  }

  @Test func `every character survives JSON`() throws {
    let scalars = (0...0x2030).compactMap(Unicode.Scalar.init) + ["\u{feff}", "\u{10ffff}"]
    let text = String(String.UnicodeScalarView(scalars))
    let back = try JSONDecoder().decode(
      [String].self, from: Data(Node.list([.text(text)]).json.utf8))
    #expect(Array(back[0].unicodeScalars) == scalars)
  }

  @Test func `nodes are equal when their values are, wherever they stand`() {
    let a = Node(
      .map([.init("k", Node(.text("v"), at: Place(file: "a", line: 1)))]), at: Place(file: "a"))
    let b: Node = ["k": "v"]
    #expect(a == b)
    #expect(Set([a, b]).count == 1)
    #expect(a != ["k": "w"])
    #expect(["a": 1, "b": 2] as Node != ["b": 2, "a": 1])
  }

  @Test func `compact leaves out what is null, and only that`() {
    #expect(
      Node.compact(["a": .text(nil), "b": "", "c": false, "d": .number(nil as Int?), "e": [nil]])
        == ["b": "", "c": false, "e": [nil]])
  }

  @Test func `scalars read as text, number and boolean`() {
    #expect((5 as Node).text == "5")
    #expect(Node.number(12.5).text == "12.5")
    #expect((true as Node).text == "true")
    #expect(("12" as Node).int == 12)
    #expect(("12:30" as Node).int == nil)
    #expect(Node.number(2.5).int == nil)
    #expect(
      ["yes", "no", "true", "false", "on"].map { Node.text($0).bool } == [
        true, false, true, false, nil,
      ])
    #expect(([] as Node).text == nil)
    #expect((nil as Node).isNull)
  }

  @Test func `a key is set, replaced and removed in its place`() {
    var node: Node = ["a": 1, "b": 2]
    node["a"] = "one"
    node["c"] = 3
    node["b"] = nil
    #expect(node == ["a": "one", "c": 3])
    var text: Node = "words"
    text["a"] = nil
    #expect(text == "words")
  }
}

struct FieldsTests {
  private static func problem(_ body: () throws(Problem) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return [error.place?.description, error.message, error.help].compactMap(\.self)
        .joined(separator: " | ")
    }
  }

  private static func at(_ line: Int) -> Place { Place(file: "f.yaml", line: line, column: 3) }

  private static let node = Node(
    .map([
      .init("name", Node(.text("Acme"), at: at(1)), at: at(1)),
      .init("none", Node(.null, at: at(2)), at: at(2)),
      .init("x-ours", "anything", at: at(3)),
      .init("sumary", Node(.list([]), at: at(4)), at: at(4)),
    ]), at: at(1))

  @Test func `what is asked for is read, null counts as absent, x- is nobody's`() throws {
    var fields = try Fields(Self.node, of: "a customer")
    #expect(try fields.required("name").string("the name") == "Acme")
    #expect(fields.optional("none") == nil)
    #expect(fields.optional("sumary") == [])
    try fields.done()
  }

  @Test func `what is missing, unknown, twice or no mapping is said with its place`() {
    #expect(
      Self.problem { () throws(Problem) in
        var fields = try Fields(Self.node, of: "a customer")
        _ = try fields.required("none")
      } == "f.yaml:1:3 | A customer needs “none”. | Add `none: …`.")
    #expect(
      Self.problem { () throws(Problem) in
        var fields = try Fields(Self.node, of: "a customer")
        _ = (fields.optional("name"), fields.optional("none"), fields.optional("summary"))
        try fields.done()
      } == "f.yaml:4:3 | A customer has no key “sumary”. | Did you mean “summary”?")
    #expect(
      Self.problem { () throws(Problem) in
        var fields = try Fields(Self.node, of: "a customer")
        _ = (fields.optional("name"), fields.optional("none"))
        try fields.done()
      } == "f.yaml:4:3 | A customer has no key “sumary”. | It may have: name, none.")
    #expect(
      Self.problem { () throws(Problem) in
        _ = try Fields(
          Node(.map([.init("a", 1, at: Self.at(1)), .init("a", 2, at: Self.at(7))])), of: "a thing")
      } == "f.yaml:7:3 | “a” stands twice in a thing. | Keep one of them.")
    #expect(
      Self.problem { () throws(Problem) in
        _ = try Fields(Node(.text("x"), at: Self.at(9)), of: "a thing")
      }
        == "f.yaml:9:3 | Expected a thing here, with keys and values. | Write it as `key: value` lines."
    )
  }

  @Test func `a value of the wrong shape is said, with what was expected`() {
    let list = Node(.list([Node(.map([]), at: Self.at(5))]), at: Self.at(4))
    #expect(
      Self.problem { () throws(Problem) in _ = try list.string("`do`") }
        == "f.yaml:4:3 | `do` should be a text. | Write one text there.")
    #expect(
      Self.problem { () throws(Problem) in _ = try list.integer("the contract") }
        == "f.yaml:4:3 | The contract should be a whole number. | Write digits alone.")
    #expect(
      Self.problem { () throws(Problem) in _ = try list.flag("`required`") }
        == "f.yaml:4:3 | `required` should be `true` or `false`. | Write one of the two.")
    #expect(
      Self.problem { () throws(Problem) in
        _ = try Node(.text("x"), at: Self.at(6)).elements("`next`")
      }
        == "f.yaml:6:3 | `next` should be a list. | Write it as `[…, …]`, or as lines beginning with `- `."
    )
    #expect(
      Self.problem { () throws(Problem) in _ = try list.strings("`says`") }
        == "f.yaml:5:3 | `says` should be a text. | Write one text there.")
    #expect((try? Node.text("one").strings("x")) == ["one"])
  }
}
