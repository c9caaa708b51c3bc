/** The arrows of the house: see docs/architecture.md. */
const room = (name) => `^src/${name}/`;
const onlyFrom = (name, allowed, why) => ({
  name: `${name}-arrows`,
  comment: why,
  severity: "error",
  from: { path: room(name) },
  to: { path: "^src/", pathNot: [room(name), ...allowed.map(room)] },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^src/(main|preview/(main|host-script)|host/file/file-worker)\\.ts$",
        ],
      },
      to: {},
    },
    onlyFrom("domain", [], "Rules know nothing but rules."),
    onlyFrom("functions", ["domain"], "A cell function is one line of work that calls the domain."),
    onlyFrom("tables", ["domain"], "The workbook as a database, pure."),
    onlyFrom("app", ["domain", "tables"], "Use cases against the port."),
    onlyFrom("excel", ["domain", "tables", "app"], "The port's one implementation."),
    onlyFrom("commands", ["domain", "tables", "app", "excel"], "Ribbon handlers."),
    onlyFrom("taskpane", ["domain", "tables", "app"], "The pane sees use cases, never Excel."),
    onlyFrom("host", [], "The host knows nothing of the add-in."),
    onlyFrom("preview", ["host"], "The preview is a view of the host."),
    {
      name: "office-only-in-its-room",
      severity: "error",
      from: { path: "^src/(domain|tables|app|taskpane|host|preview)/" },
      to: { path: "node_modules/(@types/office-js|@microsoft/office-js)" },
    },
    {
      name: "formula-engine-behind-one-room",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/host/(calc|file)/" },
      to: { path: "node_modules/@cj-tech-master" },
    },
    {
      name: "react-only-in-the-pane",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/" },
      to: { path: "node_modules/(react|react-dom|@fluentui)/" },
    },
    {
      name: "shipped-code-uses-shipped-packages",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.d\\.ts$" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "types", "default"],
    },
    cache: { folder: ".cache/dependency-cruiser" },
  },
};
