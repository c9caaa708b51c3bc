import { planFollowUp } from "../../src/app/log-follow-up";
import type { Today } from "../../src/app/today/today";
import type { Pane } from "../../src/taskpane/state/pane";
import { asOf, bench, customer, everyKind } from "./samples";

function todayOf(pane: Pane): Today {
  const { today } = pane.state();
  if (today.status !== "ready") throw new Error(`today is ${today.status}`);
  return today.today;
}

function idOf(pane: Pane, name: string): string {
  const found = [...todayOf(pane).customers.values()].find((of) => of.name === name);
  if (found === undefined) throw new Error(`no customer ${name}`);
  return found.id;
}

/** The computer's own, also where a test puts another clock in its place. */
const inAnotherTurn = setTimeout;

/** Lets answers that are already there arrive; on a busy machine planning gives way to others now and then. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => inAnotherTurn(resolve, 0));
}

function planned(pane: Pane, id: string, said = "谈妥") {
  const plan = planFollowUp(
    todayOf(pane),
    id,
    { channel: "phone", said, day: asOf },
    pane.services.newId,
  );
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

describe("the pane's state", () => {
  const open: Pane[] = [];
  afterEach(() => {
    for (const pane of open.splice(0)) pane.close();
  });

  async function started(...args: Parameters<typeof bench>) {
    const made = bench(...args);
    open.push(made.pane);
    made.pane.start();
    await arrive();
    return made;
  }

  it("[F5] opens on Today with everybody who is due, and nobody dropped", async () => {
    const { pane } = await started();
    expect(pane.state().view).toEqual({ name: "today" });
    const today = todayOf(pane);
    expect([...today.overdue].map(({ name }) => name)).toEqual([
      "逾期三级",
      "逾期二级",
      "逾期一级",
      "刚逾期",
    ]);
    const listed =
      today.overdue.length + today.dueToday.length + today.soon.length + today.ungraded.length;
    expect(listed + today.later.length).toBe(everyKind.length);
  });

  it("shows a customer, and selects its row in the sheet", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "今天的");
    pane.openCustomer(id);
    await arrive();
    expect(pane.state().view).toEqual({ name: "customer", id });
    expect(workbook.selections).toEqual([id]);
  });

  it("follows the sheet's selection to its customer", async () => {
    const { pane, workbook } = await started();
    workbook.selected = idOf(pane, "即将的");
    workbook.tell({ kind: "selected" });
    await arrive();
    expect(pane.state().view).toEqual({ name: "customer", id: workbook.selected });
  });

  it("does not follow a selection of its own away from the list", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "需求写错");
    await pane.selectInSheet(id);
    workbook.selected = id;
    workbook.tell({ kind: "selected" });
    await arrive();
    expect(pane.state().view).toEqual({ name: "today" });
  });

  it("does not let a selection take a form away that is being filled in", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "今天的");
    pane.show({ name: "log", id, from: "today" });
    workbook.selected = idOf(pane, "即将的");
    workbook.tell({ kind: "selected" });
    await arrive();
    expect(pane.state().view).toEqual({ name: "log", id, from: "today" });
  });

  it("drops the answer to an older question", async () => {
    const { pane, workbook } = await started();
    let release = (): void => undefined;
    workbook.gate = new Promise((resolve) => {
      release = resolve;
    });
    const older = pane.refresh();
    workbook.tables.customers = [customer(1, { name: "新来的" })];
    workbook.gate = Promise.resolve();
    await pane.refresh();
    release();
    await older;
    expect([...todayOf(pane).customers.values()].map(({ name }) => name)).toEqual(["新来的"]);
  });

  it("keeps the list in sight when a refresh fails, and says why", async () => {
    const { pane, workbook } = await started();
    workbook.failure = { code: "busy-editing" };
    await pane.refresh();
    const { today } = pane.state();
    expect(today.status).toBe("ready");
    expect(today.status === "ready" && today.failure).toEqual({ code: "busy-editing" });
    workbook.failure = null;
    await pane.refresh();
    expect(pane.state().today).toMatchObject({ status: "ready", failure: null });
  });

  it("[G7] logs a follow-up, moves the customer off the list, and offers to take it back", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "逾期三级");
    const { audit: _, ...before } = structuredClone(workbook.tables);
    const saved = await pane.save(planned(pane, id));
    expect(saved.ok).toBe(true);
    expect(workbook.tables.followUps).toHaveLength(1);
    expect([...todayOf(pane).overdue].some((entry) => entry.id === id)).toBe(false);
    expect(pane.state().notice).toMatchObject({ kind: "logged", name: "逾期三级", grade: "A" });

    await pane.takeBack();
    expect(workbook.tables).toMatchObject(before);
    expect(todayOf(pane).overdue.at(0)?.id).toBe(id);
    expect(pane.state().notice).toMatchObject({
      kind: "taken-back",
      deed: { kind: "follow-up", about: "逾期三级" },
    });

    await pane.takeBack();
    expect(pane.state().notice).toMatchObject({ failure: { code: "nothing-to-take-back" } });

    // Gone from sight, found again: the newest first.
    pane.dismissNotice();
    expect(pane.state().notice).toBeNull();
    expect(pane.state().notices.map(({ kind }) => kind)).toEqual([
      "failed",
      "taken-back",
      "logged",
    ]);
  });

  it("keeps a deed whose taking back is cancelled, says so, and offers it again", async () => {
    const { pane, workbook } = await started();
    await pane.save(planned(pane, idOf(pane, "逾期三级")));
    const after = structuredClone(workbook.tables);
    const takenBack = pane.takeBack();
    expect(pane.state().work).toBe("taking-back");
    pane.cancelTakingBack();
    expect(pane.state().work).toBe("keeping");
    await takenBack;
    expect(pane.state()).toMatchObject({ work: null, notice: { kind: "taking-back-cancelled" } });
    expect(workbook.tables).toEqual(after);
    await pane.takeBack();
    expect(pane.state().notice?.kind).toBe("taken-back");
    pane.cancelTakingBack();
    expect(pane.state().work).toBeNull();
  });

  it("[F2] gives customers written into the sheet by hand an id and a day of creation", async () => {
    const byHand = { ...customer(3, { name: "手写的", last: null }), id: null, createdDay: null };
    const { pane, workbook } = await started([customer(8), byHand]);
    await arrive();
    const found = todayOf(pane).customers.get(idOf(pane, "手写的"));
    expect(found).toMatchObject({ identified: true, createdDay: asOf, why: { basis: "created" } });
    expect((await pane.save(planned(pane, found!.id))).ok).toBe(true);
    expect(workbook.tables.followUps).toHaveLength(1);
  });

  it("does not give the id again when Ctrl+Z in the sheet took it back", async () => {
    const byHand = { ...customer(3, { name: "手写的" }), id: null };
    const { pane, workbook } = await started([byHand]);
    await arrive();
    workbook.tables.customers = [byHand];
    await pane.refresh();
    expect(workbook.tables.customers).toEqual([byHand]);
  });

  it("leaves a co-author's newcomers to the co-author's pane", async () => {
    jest.useFakeTimers();
    const { pane, workbook } = await started([customer(1)]);
    workbook.tables.customers.push({ ...customer(3, { name: "同事写的" }), id: null });
    workbook.tell({ kind: "changed", tables: ["customers"], remote: true });
    await jest.advanceTimersByTimeAsync(500);
    jest.useRealTimers();
    expect(todayOf(pane).customers.size).toBe(2);
    expect(workbook.tables.customers[1]?.["id"]).toBeNull();
  });

  it("does not take back over a later change, and says which column it is", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "逾期三级");
    await pane.save(planned(pane, id));
    workbook.tables.customers = workbook.tables.customers.map((row) =>
      row["id"] === id ? { ...row, lastFollowUp: 46_000 } : row,
    );
    const before = structuredClone(workbook.tables);
    await pane.takeBack();
    expect(pane.state().notice).toEqual({
      kind: "failed",
      failure: { code: "changed-since-deed", columns: ["lastFollowUp"] },
    });
    expect(workbook.tables).toEqual(before);
  });

  it("says that nothing is left to take back when Ctrl+Z in the sheet was faster", async () => {
    const { pane, workbook } = await started();
    const before = structuredClone(workbook.tables);
    await pane.save(planned(pane, idOf(pane, "逾期三级")));
    Object.assign(workbook.tables, before);
    await pane.takeBack();
    expect(pane.state().notice).toEqual({ kind: "failed", failure: { code: "deed-gone" } });
  });

  it("hands a conflict back to the form and writes nothing", async () => {
    const { pane, workbook } = await started();
    const id = idOf(pane, "逾期三级");
    const plan = planned(pane, id);
    workbook.tables.customers = workbook.tables.customers.map((row) =>
      row["id"] === id ? { ...row, lastFollowUp: 46_000 } : row,
    );
    const saved = await pane.save(plan);
    expect(saved).toMatchObject({
      ok: false,
      error: { code: "conflict", conflicts: [{ column: "lastFollowUp", found: 46_000 }] },
    });
    expect(workbook.tables.followUps).toEqual([]);
    expect(pane.state()).toMatchObject({ work: null, notice: null });
  });

  it("does what the ribbon asks", async () => {
    const { pane, workbook, intents } = await started();
    workbook.selected = idOf(pane, "今天的");
    intents.send("log-selected");
    await arrive();
    expect(pane.state().view).toEqual({ name: "log", id: workbook.selected, from: "today" });
    intents.send("show-selected");
    await arrive();
    expect(pane.state().view).toEqual({ name: "customer", id: workbook.selected });
    intents.send("set-up");
    expect(pane.state().view).toEqual({ name: "set-up" });
    intents.send("today");
    expect(pane.state().view).toEqual({ name: "today" });
    intents.send("repair");
    expect(pane.state().view).toEqual({ name: "repair" });
  });

  it("says that a customer must be selected first when the ribbon asks to log elsewhere", async () => {
    const { pane, intents } = await started();
    intents.send("log-selected");
    await arrive();
    expect(pane.state().notice).toEqual({ kind: "failed", failure: { code: "no-selection" } });
  });

  it("remembers the language chosen, on this computer only", async () => {
    const { pane, stored, workbook } = await started();
    expect(pane.state().language).toBe("zh");
    const before = structuredClone(workbook.tables);
    pane.chooseLanguage("en");
    expect(pane.state().language).toBe("en");
    expect([...stored]).toEqual([["language", "en"]]);
    expect(workbook.tables).toEqual(before);
  });

  it("goes back to where a form was opened from", async () => {
    const { pane } = await started();
    const id = idOf(pane, "今天的");
    pane.show({ name: "log", id, from: "customer" });
    pane.back();
    expect(pane.state().view).toEqual({ name: "customer", id });
    pane.back();
    expect(pane.state().view).toEqual({ name: "today" });
  });
});
