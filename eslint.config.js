const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");
const tseslint = require("typescript-eslint");

// The Office rules are named one by one because the plugin's own preset leaves .tsx out.
const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"]),
);

module.exports = tseslint.config(
  { ignores: ["dist", ".cache", "node_modules", "coverage"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "bench/**/*.ts", "scripts/**/*.{ts,mts}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-ignore": true, "ts-expect-error": "allow-with-description" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // We have no enums, and the check of every assignment for one is the dearest of all; see Excel's below.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-alert": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // Only this room names Excel and Office; the plugin's load/sync discipline applies where they are used.
    files: ["src/excel/**/*.ts", "src/commands/**/*.ts", "src/functions/**/*.ts", "src/main.ts"],
    plugins: { "office-addins": officeAddins },
    rules: { ...officeRules, "@typescript-eslint/no-unsafe-enum-assignment": "error" },
  },
  {
    files: ["src/taskpane/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["src/domain/**/*.ts", "src/tables/**/*.ts", "src/app/**/*.ts"],
    rules: {
      // A rule never looks at the clock or throws dice: the day and the ids come in as arguments.
      "no-restricted-globals": [
        "error",
        "Excel",
        "Office",
        "window",
        "document",
        "fetch",
        "localStorage",
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Today is an argument.",
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "Today is an argument.",
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Randomness is an argument.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.{ts,tsx}", "bench/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      // What a test hands over is held against what comes of it; asking of every value where it was made is dear.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
