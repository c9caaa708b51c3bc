import { openWorkbook } from "../src/host/file/open";
import { saveXlsx } from "../src/host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../src/host/file/snapshot";
import type { BenchRow } from "./bench";
import { fileWorkbook } from "./file-workbook";

/** Opening and saving a workbook of 100,000 × 25 cells in this process (the preview does it in a worker). */
export async function run(): Promise<readonly BenchRow[]> {
  const workbook = fileWorkbook();
  const timed = async <Answer>(work: () => Promise<Answer> | Answer): Promise<[Answer, number]> => {
    const start = performance.now();
    const answer = await work();
    return [answer, Math.round(performance.now() - start)];
  };
  const [bytes, saving] = await timed(() => saveXlsx(workbook));
  const [opened, opening] = await timed(() => openWorkbook(bytes, "bench.xlsx"));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const [, crossing] = await timed(() =>
    workbookFromSnapshot(structuredClone(snapshotWorkbook(opened.workbook))),
  );
  const cells = "100,000 × 25 cells, 200,000 of them formulas";
  return [
    { name: "save .xlsx", value: saving, unit: "ms", note: cells },
    { name: "open .xlsx", value: opening, unit: "ms", note: cells },
    { name: "hand a workbook to or from a worker", value: crossing, unit: "ms", note: cells },
    { name: "size of that .xlsx", value: Math.round(bytes.length / 1024), unit: "kB" },
  ];
}
