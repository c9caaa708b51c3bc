import { strToU8, unzipSync, zipSync } from "fflate";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { richWorkbook } from "./rich-workbook";

/** A small generator of its own: the same files on every machine, whatever the test library does. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
    return mixed % below;
  };
}

type Random = (below: number) => number;

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const result = bytes.slice();
  switch (random(4)) {
    case 0:
      for (let count = 1 + random(8); count > 0; count--)
        result[random(result.length)] = random(256);
      return result;
    case 1:
      return result.slice(0, random(result.length));
    case 2: {
      const from = random(result.length);
      return new Uint8Array([...result.subarray(0, from), ...result.subarray(from + random(64))]);
    }
    default: {
      const from = random(result.length);
      const run = result.subarray(from, from + random(64));
      return new Uint8Array([...result.subarray(0, from), ...run, ...result.subarray(from)]);
    }
  }
}

/** Opening must answer; what opens must also save, and open again. */
async function survives(bytes: Uint8Array, what: string): Promise<boolean> {
  try {
    const result = await openWorkbook(bytes, "fuzz.xlsx");
    if (!result.ok) {
      expect(typeof result.failure.code).toBe("string");
      return false;
    }
    const again = await openWorkbook(await saveXlsx(result.workbook), "again.xlsx");
    expect(again.ok ? "" : JSON.stringify(again.failure)).toBe("");
    return true;
  } catch (error) {
    throw new Error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      { cause: error },
    );
  }
}

describe("damaged files", () => {
  it("are opened or refused with a reason: 150 with damage anywhere in the zip", async () => {
    const bytes = await saveXlsx(richWorkbook());
    for (let seed = 1; seed <= 150; seed++)
      await survives(damaged(bytes, randomNumbers(seed)), `zip ${seed}`);
  });

  it("are opened or refused with a reason: 200 with damage inside one part and a sound zip", async () => {
    const files = unzipSync(await saveXlsx(richWorkbook()));
    const names = Object.keys(files).sort();
    let openedCount = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomNumbers(seed * 7919);
      const name = names[random(names.length)] ?? "";
      const part = damaged(files[name] ?? new Uint8Array(), random);
      const ok = await survives(
        zipSync({ ...files, [name]: part }, { level: 1 }),
        `${name} ${seed}`,
      );
      if (ok) openedCount++;
    }
    // Were none opened, saving of odd content would not have been tried.
    expect(openedCount).toBeGreaterThan(10);
  });

  it("are opened or refused with a reason: 150 with words of the format in wrong places", async () => {
    const files = unzipSync(await saveXlsx(richWorkbook()));
    const names = Object.keys(files)
      .filter((name) => name.endsWith(".xml"))
      .sort();
    const values = [
      "",
      "-1",
      "0",
      "NaN",
      "1e999",
      "99999999999",
      "A1:XFD1048576",
      "#REF!",
      "\u0000",
      "&#0;",
      "true",
      "💥",
    ];
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomNumbers(seed * 104_729);
      const name = names[random(names.length)] ?? "";
      const text = new TextDecoder().decode(files[name]);
      const attributes = [...text.matchAll(/="[^"]*"/g)];
      const chosen = attributes[random(Math.max(1, attributes.length))];
      if (chosen === undefined) continue;
      const value = values[random(values.length)] ?? "";
      const changed = `${text.slice(0, chosen.index)}="${value}"${text.slice(chosen.index + chosen[0].length)}`;
      await survives(
        zipSync({ ...files, [name]: strToU8(changed) }, { level: 1 }),
        `${name} ${seed}`,
      );
    }
  });

  it("are opened or refused with a reason: 100 text tables of any bytes", async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomNumbers(seed * 31);
      const pieces = [
        "a",
        ",",
        ";",
        "\t",
        '"',
        "\n",
        "\r\n",
        "=1",
        "001",
        "客户",
        "\ufeff",
        "1e9",
        "2024-04-07",
      ];
      const text = Array.from(
        { length: random(200) },
        () => pieces[random(pieces.length)] ?? "",
      ).join("");
      const bytes = strToU8(text);
      if (seed % 3 === 0 && bytes.length > 0) bytes[random(bytes.length)] = random(256);
      await survives(bytes, `text ${seed}`);
    }
  });
});
