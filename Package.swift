// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "ddor",
  products: [
    .executable(name: "ddor", targets: ["ddor"]),
    .library(name: "DetainerModel", targets: ["DetainerModel"]),
    .library(name: "DetainerFormats", targets: ["DetainerFormats"]),
    .library(name: "Browser", targets: ["Browser"]),
    .library(name: "Screen", targets: ["Screen"]),
    .library(name: "CReference", targets: ["CReference"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "DetainerModel"),
    .target(
      name: "DetainerFormats",
      dependencies: [
        "DetainerModel", "CExpat", "CHoles", "CMinizip", "CReference", "CScan", "CZlib",
      ]),
    .target(name: "Screen"),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CGuard"]),
    .target(name: "Browser", dependencies: ["DetainerModel", "Screen"]),
    .executableTarget(
      name: "ddor",
      dependencies: [
        "Browser", "DetainerFormats", "DetainerModel", "Screen", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    .target(name: "CGuard"),
    .target(name: "CHoles"),
    .target(name: "CScan"),
    .target(name: "CReference", exclude: ["tables"]),

    .target(
      name: "TestSupport", dependencies: ["DetainerFormats", "DetainerModel"],
      path: "Tests/TestSupport"),
    .testTarget(name: "DetainerModelTests", dependencies: ["DetainerModel", "TestSupport"]),
    .testTarget(
      name: "DetainerFormatsTests",
      dependencies: ["CReference", "CScan", "DetainerFormats", "DetainerModel", "TestSupport"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["CNcurses", "Screen", "Terminal"]),
    .testTarget(
      name: "BrowserTests",
      dependencies: ["Browser", "DetainerFormats", "DetainerModel", "Screen", "TestSupport"],
      exclude: ["Frames"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Screen", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
