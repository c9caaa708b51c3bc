import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const section =
  /## An afternoon's reading\n([\s\S]*?)\n## /.exec(
    readFileSync(path.join(root, "docs/host.md"), "utf8"),
  )?.[1] ?? "";

describe("the reading path of docs/host.md", () => {
  const files = [...section.matchAll(/`([a-z0-9-]+(?:\/[a-z0-9-]+)*\.ts)`/g)].map(
    (match) => match[1] ?? "",
  );
  const lines = (file: string): number =>
    readFileSync(path.join(root, "src/host", file), "utf8").split("\n").length - 1;

  it("names files that are there, each once", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(path.join(root, "src/host", file)))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
  });

  it("says how many lines they are, to the nearest five hundred, and they fit an afternoon", () => {
    const total = files.reduce((sum, file) => sum + lines(file), 0);
    const said = Number(/about ([\d,]+) lines/.exec(section)?.[1]?.replace(",", ""));
    expect(Math.abs(total - said)).toBeLessThanOrEqual(250);
    expect(said).toBeLessThanOrEqual(5_500);
  });
});
