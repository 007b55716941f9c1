// swift-tools-version: 6.2
import PackageDescription

// The Swift plugins that are compiled in: one line here, one in Sources/rapport/SwiftPlugins.swift.
let swiftPlugins = ["Assessment", "Expectations", "Mistakes"]

// One test target beside each module, with what it may import.
let tests: [Target] = [
  .testTarget(name: "RapportKitTests", dependencies: ["RapportKit"]),
  .testTarget(name: "FormatsTests", dependencies: ["RapportKit", "Formats"]),
  .testTarget(
    name: "ConversationTests",
    dependencies: ["RapportKit", "Formats", "Conversation", "RapportTesting"]),
  .testTarget(
    name: "DraftingTests", dependencies: ["RapportKit", "Formats", "Drafting", "RapportTesting"],
    exclude: ["Fixtures", "Labelled", "Speech"]),
  .testTarget(
    name: "KnowledgeTests",
    dependencies: ["RapportKit", "Formats", "Knowledge", "RapportTesting"],
    exclude: ["Everyday"]),
  .testTarget(
    name: "StoreTests",
    dependencies: [
      "RapportKit", "Store", "RapportTesting", .product(name: "GRDB", package: "GRDB.swift"),
    ]),
  .testTarget(
    name: "PluginHostTests",
    dependencies: ["RapportKit", "Formats", "Drafting", "PluginHost", "RapportTesting"]),
  .testTarget(
    name: "ShellTests",
    dependencies: ["RapportKit", "Formats", "Conversation", "Shell", "RapportTesting"]),
  .testTarget(
    name: "EndToEndTests", dependencies: ["RapportKit", "Formats", "RapportTesting", "rapport"],
    exclude: ["Transcripts"]),
  .testTarget(
    name: "AssessmentTests",
    dependencies: ["RapportKit", "Formats", "RapportTesting", "Assessment"]),
  .testTarget(
    name: "ExpectationsTests",
    dependencies: ["RapportKit", "Formats", "RapportTesting", "Expectations"]),
  .testTarget(name: "MistakesTests", dependencies: ["RapportKit", "RapportTesting", "Mistakes"]),
]

let package = Package(
  name: "rapport",
  products: [
    .executable(name: "rapport", targets: ["rapport"]),
    .library(name: "RapportKit", targets: ["RapportKit"]),
    .library(name: "RapportTesting", targets: ["RapportTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Ring 0: the vocabulary everyone shares.
    .target(name: "RapportKit", exclude: ["LICENSE"]),

    // Ring ½: text in, values with places out, and back.
    .target(
      name: "Formats",
      dependencies: [
        "RapportKit", "CMarkGFM",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    // Ring 1: the activities; they never import each other.
    .target(
      name: "Conversation",
      dependencies: ["RapportKit", "Formats", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Drafting", dependencies: ["RapportKit", "Formats"]),
    .target(
      name: "Knowledge",
      dependencies: ["RapportKit", "Formats", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Store",
      dependencies: ["RapportKit", "Formats", .product(name: "GRDB", package: "GRDB.swift")]),

    // Ring 2: what brings plugins in, and what a person sees.
    .target(name: "PluginHost", dependencies: ["RapportKit", "Formats", "Drafting"]),
    .target(name: "Shell", dependencies: ["RapportKit", "Formats", "Conversation", "CReadline"]),

    // Ring 3: everything is wired once, here.
    .executableTarget(
      name: "rapport",
      dependencies: [
        "RapportKit", "Formats", "Conversation", "Drafting", "Knowledge", "Store", "PluginHost",
        "Shell",
      ] + swiftPlugins.map { .target(name: $0) }),

    .target(
      name: "RapportTesting",
      dependencies: [
        "RapportKit", "Formats", "Conversation", "Drafting", "Knowledge", "Store", "PluginHost",
        "Shell",
      ]),

    .systemLibrary(name: "CReadline"),
    .systemLibrary(name: "CMarkGFM"),
  ]
    + swiftPlugins.map {
      .target(name: $0, dependencies: ["RapportKit"], path: "Plugins/\($0)/Sources")
    }
    + tests
)

// One set of settings for every target; exceptions are explained where they stand.
for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
