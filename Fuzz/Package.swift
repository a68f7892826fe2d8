// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "ddor", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "Browser", package: "ddor"),
        .product(name: "DetainerFormats", package: "ddor"),
        .product(name: "DetainerModel", package: "ddor"),
        .product(name: "Screen", package: "ddor"),
      ],
      // Links libFuzzer; the flags that let it see into the modules of ddor stand in the Makefile,
      // since a package may not give unsafe flags to another.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
