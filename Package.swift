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
    .target(name: "Text", dependencies: ["CPattern"]),
    .target(name: "DetainerModel", dependencies: ["Text"]),
    .target(
      name: "DetainerFormats",
      dependencies: [
        "DetainerModel", "CExpat", "CReference", "CScan", "CSignals", "CSnappy",
        "CSqlite", "CZlib", "CZstd", "Text",
      ]),
    .target(name: "Screen", dependencies: ["Text"]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CSignals"]),
    .target(name: "Browser", dependencies: ["DetainerModel", "Screen", "Text"]),
    .executableTarget(
      name: "ddor",
      dependencies: [
        "Browser", "CConfine", "CProgram", "DetainerFormats", "DetainerModel", "Screen", "Terminal",
        "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Writes the manual page, when the program is installed.
    .executableTarget(name: "manual", dependencies: ["Browser"]),
    .systemLibrary(
      name: "CNcurses", providers: [.apt(["libncurses-dev"]), .yum(["ncurses-devel"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .yum(["expat-devel"])]),
    .systemLibrary(
      name: "CSnappy", providers: [.apt(["libsnappy-dev"]), .yum(["snappy-devel"])]),
    .systemLibrary(
      name: "CSqlite", providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"]), .yum(["libzstd-devel"])]),
    .target(name: "CConfine"),
    .target(name: "CProgram"),
    .target(name: "CScan"),
    .target(name: "CSignals"),
    // Needs libre2-dev of Debian, re2-devel of Fedora; only a system library can name them.
    // The library of C++ stands behind what needs it, or a static linker passes it by.
    .target(
      name: "CPattern", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
    .target(name: "CReference", exclude: ["tables"]),

    .target(
      name: "TestSupport", dependencies: ["DetainerFormats", "DetainerModel"],
      path: "Tests/TestSupport"),
    .testTarget(name: "TextTests", dependencies: ["TestSupport", "Text"]),
    .testTarget(
      name: "DetainerModelTests", dependencies: ["DetainerModel", "TestSupport", "Text"]),
    .testTarget(
      name: "DetainerFormatsTests",
      dependencies: [
        "CReference", "CScan", "CSqlite", "DetainerFormats", "DetainerModel", "TestSupport",
        "Text",
      ],
      exclude: ["Parquet/Fixtures", "Parquet/make-parquet.py"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport", "Text"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CNcurses", "Screen", "Terminal", "TestSupport", "Text"]),
    .testTarget(
      name: "BrowserTests",
      dependencies: [
        "Browser", "DetainerFormats", "DetainerModel", "Screen", "TestSupport", "Text",
      ],
      exclude: ["Frames"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Browser", "CConfine", "CSqlite", "DetainerFormats", "DetainerModel", "Screen",
        "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)

// What the tests run for minutes is compiled for speed where “make test” asks for it.
if let flags = Context.environment["DDOR_SWIFT_FLAGS"]?.split(separator: " ") {
  for target in package.targets where [.regular, .executable].contains(target.type) {
    target.swiftSettings = [.unsafeFlags(flags.map(String.init))]
  }
}
