import RapportKit
import Testing
@Test func `the stub builds`() { #expect(Bool(true)) }
