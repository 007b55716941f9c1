import Testing

@testable import Mistakes

struct MoodTests {
  @Test(arguments: [
    "and she is furious", "and shes furious", "and she's upset", ", and they are angry",
    "and he’s not happy", "and maria is really angry", "and the client is furious with us",
    ", they're very upset about it", "so now she was annoyed", "and Maria Ortiz is cross",
    "and they are angry and disappointed",
  ])
  func `how they feel is left out`(mood: String) {
    let text = "i forgot to call back maria" + (mood.hasPrefix(",") ? "" : " ") + mood
    #expect(Mood.without(text, names: ["Acme", "Maria Ortiz"]) == "i forgot to call back maria")
  }

  @Test(arguments: [
    "we were late and she is waiting", "we made them angry", "Rob was rude and she left",
    "we dropped a box and he was hurt on the foot", "our driver was furious and they were hit",
    "she is furious",
  ])
  func `what happened stays`(text: String) {
    #expect(Mood.without(text, names: ["Acme", "Maria Ortiz"]) == text)
  }
}
