/**
 * What every module gets as parameters: looked up in the global object of a test's own realm each of them costs a tenth
 * of a microsecond, each time. What a test may replace, as the clock, is not among them.
 */
const builtins = [
  ...["Object", "Array", "String", "Number", "Boolean", "Math", "JSON", "RegExp"],
  ...["Map", "Set", "WeakMap", "Promise", "Reflect", "Uint8Array", "parseInt", "parseFloat"],
  ...["Error", "TypeError", "RangeError"],
];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // office.js is put on the global object by tests; jest must not warn when late telemetry calls reach for it.
  testEnvironmentOptions: { globalsCleanup: "off" },
  sandboxInjectedGlobals: builtins,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  cacheDirectory: "<rootDir>/.cache/jest",
  transform: {
    "^.+\\.(t|j)sx?$": [
      "@swc/jest",
      {
        // Types are checked by `npm run check`; the tests only need the types to go.
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  testTimeout: 60_000,
};
