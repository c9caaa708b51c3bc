import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const page = readFileSync(path.join(root, "src/taskpane/taskpane.html"), "utf8");
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(page)?.[1] ?? "";
const directives = new Map(
  policy.split(";").map((directive) => {
    const [name = "", ...sources] = directive.trim().split(/\s+/u);
    return [name, sources.join(" ")];
  }),
);

/** The rooms of the add-in; the embedded host and the preview are for development and never shipped. */
const rooms = ["app", "commands", "domain", "excel", "functions", "tables", "taskpane"];
const sources = [
  ...rooms.flatMap((room) =>
    readdirSync(path.join(root, "src", room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => path.join("src", room, file)),
  ),
  "src/main.ts",
  "src/open-pane.ts",
];

describe("no customer data leaves the workbook by itself", () => {
  it("[P6] the page's policy allows no connection, no form, no frame and no picture from elsewhere", () => {
    for (const directive of ["default-src", "connect-src", "form-action", "base-uri"])
      expect([directive, directives.get(directive)]).toEqual([directive, "'none'"]);
    expect(directives.get("script-src")).toBe("'self' <%= officeJsOrigin %>");
    expect(directives.get("img-src")).toBe("'self' data:");
    expect(directives.get("font-src")).toBe("'self' data:");
    for (const opened of ["frame-src", "child-src", "object-src", "worker-src", "media-src"])
      expect(directives.has(opened)).toBe(false);
  });

  it("[P6] nothing in the add-in asks for a connection", () => {
    const asking =
      /\b(?:fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|window\.open|location\.(?:href|assign|replace))/u;
    const found = sources.filter((file) => {
      const code = readFileSync(path.join(root, file), "utf8").replace(
        /\/\*[\s\S]*?\*\/|\/\/.*$/gmu,
        "",
      );
      return asking.test(code);
    });
    expect(sources.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });
});
