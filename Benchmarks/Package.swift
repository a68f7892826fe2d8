// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "ddor", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "Generator", dependencies: [.product(name: "CReference", package: "ddor")]),
    .executableTarget(
      name: "generate",
      dependencies: [
        "Generator", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "CLoops", cSettings: [.unsafeFlags(["-O3"])]),
    .target(
      name: "LoopGuards",
      dependencies: [
        "CLoops", "Generator", .product(name: "DetainerFormats", package: "ddor"),
        .product(name: "DetainerModel", package: "ddor"),
      ]),
    .executableTarget(name: "guard-loops", dependencies: ["LoopGuards"]),
    .executableTarget(
      name: "press-keys",
      dependencies: [
        "Generator", .product(name: "Browser", package: "ddor"),
        .product(name: "DetainerFormats", package: "ddor"),
        .product(name: "DetainerModel", package: "ddor"),
        .product(name: "Screen", package: "ddor"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "GeneratorTests", dependencies: ["Generator"]),
    .testTarget(name: "LoopGuardsTests", dependencies: ["LoopGuards"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
