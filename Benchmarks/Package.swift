// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "ddor", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "CTables"),
    .target(name: "Generator", dependencies: ["CTables"]),
    .executableTarget(
      name: "generate",
      dependencies: [
        "Generator", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "GeneratorTests", dependencies: ["Generator"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
