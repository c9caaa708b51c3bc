import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { snapshotInPieces, WorkbookAssembly } from "../../../src/host/file/snapshot";
import { Workbook } from "../../../src/host/model/workbook";

/** A sheet of some 20 MB and a small one: the bar must not stand still over the large one. */
function largeWorkbook(): Workbook {
  const workbook = new Workbook();
  const { cells } = workbook.addSheet("Large");
  for (let row = 0; row < 40_000; row++)
    for (let column = 0; column < 10; column++)
      cells.setValue(row, column, row * 1000.125 + column / 7);
  workbook.addSheet("Small").cells.setValue(0, 0, "end");
  return workbook;
}

/** Shares grow from step to step, none of which is larger than a quarter, and end with 1. */
function expectSteady(shares: readonly number[]): void {
  const steps = shares.map((share, index) => share - (shares[index - 1] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThan(0.25);
  expect(shares.at(-1)).toBe(1);
}

describe("progress of a file of one large sheet", () => {
  const workbook = largeWorkbook();

  it("is told steadily, saved and opened", async () => {
    const saving: number[] = [];
    const bytes = await saveXlsx(workbook, { onProgress: (share) => saving.push(share) });
    expectSteady(saving);
    const opening: number[] = [];
    await openWorkbook(bytes, "large.xlsx", { onProgress: (share) => opening.push(share) });
    expectSteady(opening);
  });

  it("is in pieces when it is handed over, as many as were said, and edits meanwhile change none", () => {
    const { head, count, pieces } = snapshotInPieces(workbook);
    const assembly = new WorkbookAssembly(structuredClone(head));
    let handed = 0;
    for (const piece of pieces) {
      const cells = piece.runs.reduce((sum, { values }) => sum + values.length, 0);
      expect(cells).toBeLessThanOrEqual(20_000);
      assembly.add(structuredClone(piece));
      handed++;
      workbook.sheets[0]?.cells.setValue(39_999, 9, "edited meanwhile");
    }
    expect(handed).toBe(count);
    expect(count).toBeGreaterThan(15);
    expect(assembly.workbook.sheets[0]?.cells.value(39_999, 9)).toBe(39_999 * 1000.125 + 9 / 7);
    expect(assembly.workbook.sheets[1]?.cells.value(0, 0)).toBe("end");
  });
});
