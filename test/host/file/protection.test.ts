import { openWorkbook } from "../../../src/host/file/open";
import { passwordMatches } from "../../../src/host/file/password";
import { saveXlsx } from "../../../src/host/file/save";
import { Workbook } from "../../../src/host/model/workbook";
import type { SheetProtection } from "../../../src/host/model/sheet";
import { excelFile } from "./excel-parts";

async function protectionIn(bytes: Uint8Array): Promise<SheetProtection | null | undefined> {
  const opened = await openWorkbook(bytes, "a.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.workbook.sheets[0]?.protection;
}

describe("a protected sheet in a file", () => {
  it("opens with its password and no other, after saving as before", async () => {
    const workbook = new Workbook();
    workbook.addSheet("S").protection = { options: {}, password: "keepsheet" };
    const stored = (await protectionIn(await saveXlsx(workbook)))?.password ?? null;
    expect(stored).not.toBeNull();
    expect(passwordMatches(stored, "keepsheet")).toBe(true);
    expect(passwordMatches(stored, "other")).toBe(false);
    expect(passwordMatches(stored, null)).toBe(false);
  });

  it("has the hash Excel gives it", async () => {
    // 83AF for "password" is the example other writers of the format give.
    const inner =
      '<sheetData/><sheetProtection password="83AF" sheet="1" objects="1" scenarios="1"/>';
    const stored = (await protectionIn(excelFile(inner)))?.password ?? null;
    expect(passwordMatches(stored, "password")).toBe(true);
  });

  it("keeps a newer hash as it is, which no password opens here", async () => {
    const inner =
      '<sheetData/><sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" sort="0"/>';
    const opened = await openWorkbook(excelFile(inner), "a.xlsx");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const first = opened.workbook.sheets[0]?.protection;
    expect(first?.options).toMatchObject({ allowSort: true, allowAutoFilter: false });
    expect(passwordMatches(first?.password ?? null, "hash")).toBe(false);
    expect(await protectionIn(await saveXlsx(opened.workbook))).toEqual(first);
  });

  it("without a password anyone may unprotect", () => {
    expect(passwordMatches(null, null)).toBe(true);
  });
});
