import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

interface Claim {
  readonly claim: string;
  readonly source: string;
  readonly tests: string;
}

/** The rows of the ledger's table, without its head. */
function claims(): readonly Claim[] {
  return readFileSync(path.join(root, "docs/host-differences.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => {
      const [claim = "", source = "", tests = ""] = line
        .slice(1, line.lastIndexOf("|"))
        .split(" | ")
        .map((cell) => cell.trim());
      return { claim, source, tests };
    });
}

/** Every test file by its path below `test/`. */
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [`/${file}`, readFileSync(path.join(root, "test", file), "utf8")]),
);

/** "conformance/range "keeps looks", editor.test" as files, each with the pieces of titles quoted after it. */
function cited(tests: string): readonly { readonly file: string; readonly titles: string[] }[] {
  const pieces = tests.match(/"[^"]*"|[^\s,;"]+/g) ?? [];
  const found: { file: string; titles: string[] }[] = [];
  for (const piece of pieces) {
    const title = /^"(.*?)…?"$/.exec(piece)?.[1];
    if (title === undefined) found.push({ file: piece.replace(/\.test$/, ""), titles: [] });
    else found.at(-1)?.titles.push(title);
  }
  return found;
}

function missing({ tests }: Claim): string[] {
  return cited(tests).flatMap(({ file, titles }) => {
    const texts = [...files].filter(([name]) =>
      name.replace(/(\.test)?\.tsx?$/, "").endsWith(`/${file}`),
    );
    if (texts.length === 0) return [`no test file ${file}`];
    return titles
      .filter((title) => !texts.some(([, text]) => text.includes(title)))
      .map((title) => `no test "${title}" in ${file}`);
  });
}

describe("docs/host-differences.md", () => {
  it("names for each claim a source and a test", () => {
    const bare = claims().filter(({ source, tests }) => source === "" || tests === "");
    expect(bare).toEqual([]);
    expect(claims().length).toBeGreaterThan(100);
  });

  it("makes no claim twice", () => {
    const said = claims().map(({ claim }) => claim);
    expect(new Set(said).size).toBe(said.length);
  });

  it("cites only tests that exist, by words of their titles", () => {
    expect(claims().flatMap((one) => missing(one).map((lack) => `${one.claim}: ${lack}`))).toEqual(
      [],
    );
  });

  it("finds a citation that leads nowhere", () => {
    const claim = { claim: "", source: "", tests: 'conformance/range "is no title…"; no/such' };
    expect(missing(claim)).toEqual([
      'no test "is no title" in conformance/range',
      "no test file no/such",
    ]);
  });
});
