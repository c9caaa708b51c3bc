import fc from "fast-check";
import {
  decodedText,
  delimitedRows,
  delimiterOf,
  encodingOf,
} from "../../../src/tables/import/text";

function ended<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    expect(step.value).toBeLessThanOrEqual(1);
  }
}

function read(text: string, wanted?: string): readonly (readonly string[])[] {
  const { delimiter, start } = delimiterOf(text);
  return ended(delimitedRows(text, wanted ?? delimiter, start));
}

function decodeText(bytes: Uint8Array) {
  const encoding = encodingOf(bytes);
  return { text: ended(decodedText(bytes, encoding)), encoding };
}

function quoted(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows
    .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter))
    .join("\r\n");
}

const run = { seed: 20260101 };

describe("delimited text", () => {
  it("what was written with every field in quotes is read back, whatever the fields hold", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "客", '"', ",", "\t", "\n", "\r", "=", " ", "0"),
    });
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(",", "\t", ";"), (written, delimiter) => {
        expect(read(quoted(written, delimiter), delimiter)).toEqual(written);
      }),
      run,
    );
  });

  it("reads any text at all, losing no character but quotes, delimiters and line ends", () => {
    const plain = (text: string): string => text.replace(/[",\r\n]/gu, "");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "客") }), (text) => {
        expect(plain(read(text, ",").flat().join(""))).toBe(plain(text));
      }),
      run,
    );
  });

  it.each([
    ["a\tb,c\n", "\t"],
    ["name,phone\n", ","],
    ["name;phone\n1,5;2", ";"],
    ['"a;b;c",d\n', ","],
    ["one column\n", ","],
  ])("the delimiter of %j is %j", (text, delimiter) => {
    expect(delimiterOf(text).delimiter).toBe(delimiter);
  });

  it("keeps empty fields and does not take the last line end for a row", () => {
    expect(read("a,,\n,b,\r\n", ",")).toEqual([
      ["a", "", ""],
      ["", "b", ""],
    ]);
    expect(read("a,b,", ",")).toEqual([["a", "b", ""]]);
  });
});

describe("the encoding of a file", () => {
  const gb18030 = [0xbf, 0xcd, 0xbb, 0xa7];
  it.each([
    ["UTF-8", [...new TextEncoder().encode("客户")], "utf-8"],
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, ...new TextEncoder().encode("客户")], "utf-8"],
    ["GBK, as Excel in China saves it", gb18030, "gb18030"],
    ["UTF-16, as Excel saves Unicode text", [0xff, 0xfe, 0xa2, 0x5b, 0x37, 0x62], "utf-16le"],
  ])("%s is read", (_, bytes, encoding) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: "客户", encoding });
  });

  it("one damaged byte does not turn UTF-8 into another encoding", () => {
    const bytes = new TextEncoder().encode("客户名称，联系电话，需求状况");
    const damaged = Uint8Array.from(bytes, (byte, at) => (at === 4 ? 0xff : byte));
    expect(decodeText(damaged).text).toContain("联系电话");
  });
});
