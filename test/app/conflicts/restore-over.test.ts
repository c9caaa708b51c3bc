import { wholeChange } from "../../../src/tables/change";
import { insistingOn, restorableCells } from "../../../src/app/conflicts/restore-over";
import { perform, type Trace } from "../../../src/app/deeds/perform";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { asOf, bench, customer } from "../../taskpane/samples";

const id = "C0000000001";

async function changedTwice() {
  const { workbook } = bench([customer(1, { name: "甲", phone: "1", owner: "张伟" })]);
  let made = 0;
  const trace: Trace = {
    who: "李娜",
    now: { day: asOf, minute: 600 },
    newId: (prefix) => `${prefix}${String((made += 1)).padStart(10, "0")}`,
  };
  const described = await workbook.describe();
  if (!described.ok) throw new Error(described.error.code);
  const cells = { phone: { from: "1", to: "2" }, owner: { from: "张伟", to: "李娜" } };
  const done = await perform(
    workbook,
    described.value,
    { kind: "import", about: "名单.csv" },
    [{ added: [], removed: [], updated: [{ table: "customers" as const, id, cells }] }],
    trace,
  );
  if (!done.ok) throw new Error(done.error.code);
  const row = () => workbook.tables.customers[0] ?? {};
  const byHand = (column: string, cell: string) => {
    workbook.tables.customers = [{ ...row(), [column]: cell }];
  };
  byHand("phone", "3");
  const planned = await planTakeBack(workbook, done.value.entries!);
  if (!planned.ok) throw new Error(planned.error.code);
  return { workbook, trace, plan: planned.value, row, byHand };
}

describe("taking back where somebody changed a cell since", () => {
  it("[P4] offers the cell with what was written, what stands there and what was before", async () => {
    const { plan } = await changedTwice();
    expect(restorableCells(plan)).toMatchObject([
      { id, column: "phone", expected: "2", found: "3", change: { from: "3", to: "1" } },
    ]);
  });

  it("[P4] keeps theirs, and takes back the rest", async () => {
    const { workbook, trace, plan, row } = await changedTwice();
    const done = await takeBackPlanned(
      workbook,
      insistingOn(plan, () => "theirs"),
      trace,
    );
    expect(done.ok).toBe(true);
    expect(row()).toMatchObject({ phone: "3", owner: "张伟" });
  });

  it("[P4] restores what was before where a person insists, and that can be taken back again", async () => {
    const { workbook, trace, plan, row } = await changedTwice();
    const insisted = insistingOn(plan, () => "mine");
    expect(insisted.refused).toEqual([]);
    expect(insisted.readyCount).toBe(2);
    const done = await takeBackPlanned(workbook, insisted, trace);
    if (!done.ok) throw new Error(done.error.code);
    expect(row()).toMatchObject({ phone: "1", owner: "张伟" });
    const again = await planTakeBack(workbook, done.value.entries!);
    if (!again.ok) throw new Error(again.error.code);
    await takeBackPlanned(workbook, again.value, trace);
    expect(row()).toMatchObject({ phone: "3", owner: "李娜" });
  });

  it("[P4] somebody who is faster once more is a conflict, and nothing is written", async () => {
    const { workbook, trace, plan, row, byHand } = await changedTwice();
    byHand("phone", "4");
    const done = await takeBackPlanned(
      workbook,
      insistingOn(plan, () => "mine"),
      trace,
    );
    expect(done).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(row()).toMatchObject({ phone: "4", owner: "李娜" });
  });

  it("[P4] [P7] a text that begins like a formula is put back like any other", async () => {
    const { plan } = await changedTwice();
    const [refusal] = plan.refused;
    const [obstacle] = refusal?.obstacles ?? [];
    if (refusal === undefined || obstacle?.code !== "changed-since") throw new Error("not refused");
    const text = {
      ...plan,
      refused: [{ ...refusal, obstacles: [{ ...obstacle, found: "=B2" }] }],
    };
    const insisted = insistingOn(text, () => "mine");
    expect(
      wholeChange(insisted.change).updated.flatMap(({ cells }) => Object.values(cells)),
    ).toContainEqual(expect.objectContaining({ from: "=B2" }));
  });
});
