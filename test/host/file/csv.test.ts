import fc from "fast-check";
import { strToU8 } from "fflate";
import type { Workbook } from "../../../src/host/model/workbook";
import { openWorkbook } from "../../../src/host/file/open";
import { sheetNameFrom } from "../../../src/host/file/csv-read";
import { displayText } from "../../../src/host/format/number-format";
import type { FileWarning } from "../../../src/host/file/failure";

async function opened(
  bytes: Uint8Array,
  fileName = "客户.csv",
): Promise<{ workbook: Workbook; warnings: readonly FileWarning[] }> {
  const result = await openWorkbook(bytes, fileName);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
}

async function values(text: string): Promise<unknown[][]> {
  const { workbook } = await opened(strToU8(text));
  const cells = workbook.sheets[0]?.cells;
  const used = cells?.usedArea(true);
  if (cells === undefined || used === undefined || used === null) return [];
  return Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (__, column) => cells.value(row, column)),
  );
}

const gbk = (text: readonly number[]): Uint8Array => new Uint8Array(text);

describe("encodings of a text table", () => {
  const table = "编号,名称\n1,上海\n";
  const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
    const text = (mark ? "\ufeff" : "") + table;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    Array.from(text).forEach((character, index) =>
      view.setUint16(index * 2, character.charCodeAt(0), !bigEndian),
    );
    return bytes;
  };
  // 编号,名称\n1,上海\n as GB18030.
  const chinese = gbk([
    0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x31, 0x2c, 0xc9, 0xcf, 0xba, 0xa3,
    0x0a,
  ]);
  it.each([
    ["UTF-8", strToU8(table), []],
    ["UTF-8 with a byte order mark", strToU8("\ufeff" + table), []],
    [
      "UTF-16 LE with a mark",
      utf16(false, true),
      [{ code: "text-encoding", encoding: "utf-16le" }],
    ],
    ["UTF-16 BE with a mark", utf16(true, true), [{ code: "text-encoding", encoding: "utf-16be" }]],
    [
      "UTF-16 LE without a mark",
      utf16(false, false),
      [{ code: "text-encoding", encoding: "utf-16le" }],
    ],
    [
      "UTF-16 BE without a mark",
      utf16(true, false),
      [{ code: "text-encoding", encoding: "utf-16be" }],
    ],
    ["GB18030", chinese, [{ code: "text-encoding", encoding: "gb18030" }]],
  ])("reads %s", async (_, bytes, warnings) => {
    const { workbook, warnings: said } = await opened(bytes);
    const cells = workbook.sheets[0]?.cells;
    expect([cells?.value(0, 0), cells?.value(0, 1), cells?.value(1, 1)]).toEqual([
      "编号",
      "名称",
      "上海",
    ]);
    expect(said).toEqual(warnings);
  });

  it("reads Western European text where neither UTF-8 nor GB18030 fits", async () => {
    const { workbook, warnings } = await opened(gbk([0x43, 0x61, 0x66, 0xe9, 0x2c, 0x31, 0x0a]));
    expect(workbook.sheets[0]?.cells.value(0, 0)).toBe("Café");
    expect(warnings).toEqual([{ code: "text-encoding", encoding: "windows-1252" }]);
  });
});

describe("separators and quotes of a text table", () => {
  it.each([",", ";", "\t", "|"])("recognises %j", async (mark) => {
    const text = ["a", "b", "c"].join(mark) + "\n" + ["1", "x y", "3"].join(mark) + "\n";
    expect(await values(text)).toEqual([
      ["a", "b", "c"],
      [1, "x y", 3],
    ]);
  });
  it("takes the separator a first line names", async () => {
    expect(await values("sep=;\r\na;b,c\r\n")).toEqual([["a", "b,c"]]);
  });
  it("keeps line ends, separators and quotes inside quoted fields", async () => {
    expect(await values('a,b\n"1\n2","say ""hi"", ok"\n')).toEqual([
      ["a", "b"],
      ["1\n2", 'say "hi", ok'],
    ]);
  });
  it("says in which row a quotation mark is never closed, and loses no text", async () => {
    const { workbook, warnings } = await opened(strToU8('a,b\n1,"open\n2,x\n'));
    expect(warnings).toEqual([{ code: "quote-not-closed", row: 2 }]);
    expect(workbook.sheets[0]?.cells.value(1, 1)).toBe("open\n2,x\n");
  });
  it("opens rows of different lengths and a file with headers only", async () => {
    expect(await values("a,b,c\n1\n1,2,3,4\n")).toEqual([
      ["a", "b", "c", null],
      [1, null, null, null],
      [1, 2, 3, 4],
    ]);
    expect(await values("only,headers")).toEqual([["only", "headers"]]);
  });
});

describe("what a field becomes", () => {
  const column = async (...fields: string[]): Promise<unknown[]> =>
    (
      await values(
        `h,x\n${fields.map((field) => `"${field.replaceAll('"', '""')}",x`).join("\n")}\n`,
      )
    )
      .slice(1)
      .map((row) => row[0]);

  it("[P7] keeps leading zeros, long ids and +86 numbers as text, and with them the whole column of digits", async () => {
    expect(await column("001", "100")).toEqual(["001", "100"]);
    expect(await column("310101199001011234")).toEqual(["310101199001011234"]);
    expect(await column("+8613800138000", "13800138000")).toEqual([
      "+8613800138000",
      "13800138000",
    ]);
    expect(await column("13800138000")).toEqual([13800138000]);
  });
  it("[P7] never makes a formula: what starts with = + - @ stays text, in the text format", async () => {
    const fields = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")'];
    expect(await column(...fields)).toEqual(fields);
    const { workbook } = await opened(strToU8("h\n=1+1\n"));
    expect(workbook.sheets[0]?.cells.formula(1, 0)).toBeUndefined();
    expect(workbook.sheets[0]?.cells.style(1, 0).numberFormat).toBe("@");
  });
  it("reads numbers with the look they had", async () => {
    expect(await column("-5", "1.50", "1,234.5", "12%", "0.07%", "1e5", "-0", "1.2.3")).toEqual([
      -5,
      1.5,
      1234.5,
      0.12,
      0.0007,
      "1e5",
      "-0",
      "1.2.3",
    ]);
  });
  it("reads days that can mean one day only, and leaves the others alone", async () => {
    expect(await column("2024-04-07", "2024-12-31")).toEqual([45389, 45657]);
    expect(await column("2024/4/7", "2024/12/31")).toEqual([45389, 45657]);
    expect(await column("2024年4月7日")).toEqual([45389]);
    expect(await column("2024-04-07 12:00")).toEqual([45389.5]);
    const kept = [
      "03/04/2024",
      "2024-02-30",
      "24-4-7",
      "1900-01-01",
      "2024-04-07T12:00",
      "2024-4/7",
    ];
    expect(await column(...kept)).toEqual(kept);
  });
  it("leaves error texts, HTML and emoji as text", async () => {
    const fields = ["#N/A", "<b>x</b>", "😀", "NULL", "true"];
    expect(await column(...fields)).toEqual(fields);
  });

  it("shows every field exactly as it stood in the file", async () => {
    const digits = fc.integer({ min: -99999999, max: 99999999 }).map(String);
    const field = fc.oneof(
      digits,
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
      fc
        .integer({ min: 0, max: 40000 })
        .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      fc.stringMatching(/^[0-9,.%+=@/: -]{1,12}$/).map((text) => text.trim()),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n\0-\x1f\ufeff]/g, "").trim()),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(field, { minLength: 1, maxLength: 8 }), async (fields) => {
        const text = `h,x\n${fields.map((value) => `"${value.replaceAll('"', '""')}",x`).join("\n")}`;
        const { workbook } = await opened(strToU8(text));
        const cells = workbook.sheets[0]?.cells;
        fields.forEach((value, index) => {
          const shown = displayText(
            cells?.value(index + 1, 0) ?? null,
            cells?.style(index + 1, 0).numberFormat ?? "General",
            { locale: "en-US", date1904: false },
          );
          expect(shown.text).toBe(value);
        });
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });
});

describe("the sheet's name", () => {
  it("is the file's, without what Excel forbids", () => {
    expect(sheetNameFrom("客户.csv")).toBe("客户");
    expect(sheetNameFrom("a/b[1]:*?.csv")).toBe("a b 1");
    expect(sheetNameFrom(".csv")).toBe("Sheet1");
    expect(sheetNameFrom(`${"😀".repeat(20)}.csv`)).toBe("😀".repeat(15));
    expect(sheetNameFrom("History.csv")).toBe("Sheet1");
  });
});

describe("a text table Excel has no room for", () => {
  it("is refused with the cell that is too long, which a lost quotation mark makes", async () => {
    const long = `编号,备注\n1,短\n2,"${"长".repeat(32_768)}\n`;
    expect(await openWorkbook(strToU8(long), "客户.csv")).toMatchObject({
      ok: false,
      failure: { code: "cell-too-long", row: 3, column: "B", limit: 32_767 },
    });
  });
});
