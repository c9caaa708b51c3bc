const translation = require("./swc.config");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // office.js is put on the global object by tests; jest must not warn when late telemetry calls reach for it.
  testEnvironmentOptions: { globalsCleanup: "off" },
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  cacheDirectory: "<rootDir>/.cache/jest",
  transform: {
    "^.+\\.(t|j)sx?$": ["@swc/jest", { ...translation, module: { type: "commonjs" } }],
  },
  testTimeout: 60_000,
};
