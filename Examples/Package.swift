// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Examples",
  dependencies: [.package(name: "ddor", path: "..")],
  targets: [
    .executableTarget(
      name: "DeclinedByState",
      dependencies: [
        .product(name: "DetainerFormats", package: "ddor"),
        .product(name: "DetainerModel", package: "ddor"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
