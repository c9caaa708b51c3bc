import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import { offeredColumns } from "../../../src/app/fields/fields";
import { dryRun } from "../../../src/app/import/import";
import { addNewColumn, newColumnFor } from "../../../src/app/import/new-column";
import { unwatched } from "../../../src/app/slices";
import { inPresent, mappingStep, withNewColumn } from "../../../src/taskpane/import/import-flow";
import type { Book } from "../../excel/book";
import { asOf, contentsBesideAudit, must, newId, rowsOf, trace } from "../../excel/book";
import { emptyBook, imported, planned, sourceOf } from "./importing";

const header = "客户名称\t电话\t责任部门\t老板喜好\t门店数\t签约日\t工号\t\n";
const rows = "甲公司\t13812345678\t商务服务部\t茶\t12\t2026-03-19\t00123\tx\n";

async function newColumns(book: Book, text: string) {
  const source = await sourceOf(book, text);
  const facts = must(await book.port.describe());
  return source.proposal.columns.map(({ index }) => newColumnFor(source, facts, index));
}

describe("a column the customers table lacks", () => {
  it("is offered from the import: one of ours by its header, else a field of the kind its cells have", async () => {
    const book = await emptyBook();
    const lacking = offeredColumns(must(await book.port.describe())).map(({ id }) => id);
    expect(lacking).toContain("department");
    const found = await newColumns(book, header + rows);
    expect(
      found.map((column) =>
        column === null ? null : column.of === "ours" ? column.spec.id : column.draft.kind,
      ),
    ).toEqual([null, null, "department", "text", "number", "day", "text", null]);
  });

  it("[P4] is filled by the import once it is added, updated by the next one, and taken back", async () => {
    const book = await emptyBook();
    const before = contentsBesideAudit(book.model);
    const [, , ours, own] = await newColumns(book, header + rows);
    const deeds = [];
    for (const column of [ours, own]) {
      if (column == null) throw new Error("Nothing is offered.");
      const { performed } = await addNewColumn(book.port, column, trace);
      if (performed === null) throw new Error("Nothing was done.");
      deeds.push(performed);
    }
    const { performed } = await imported(book, header + rows);
    const [row] = rowsOf(book, "customers");
    expect([row?.["责任部门"], row?.["老板喜好"]]).toEqual(["商务服务部", "茶"]);
    const next = await planned(book, header + rows.replace("茶", "酒"));
    expect(next.updated.map(({ cells }) => cells)).toEqual([
      { "own:老板喜好": { from: "茶", to: "酒" } },
    ]);
    let history = [...deeds, performed].reduce(remember, emptyHistory);
    for (let deed = 0; deed < 3; deed += 1)
      ({ history } = must(await takeBack(book.port, history, trace)));
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P4] that was taken back since is told before anything is compared, and asked for again", async () => {
    const book = await emptyBook();
    const source = await sourceOf(book, header + rows);
    const [, , , column] = await newColumns(book, header + rows);
    if (column == null) throw new Error("Nothing is offered.");
    const facts = must(await book.port.describe());
    const { performed, ready } = await addNewColumn(book.port, column, trace);
    if (performed === null) throw new Error("Nothing was done.");
    const matched = withNewColumn(mappingStep(source, facts, null), must(ready), 3);
    must(await takeBack(book.port, remember(emptyHistory, performed), trace));
    const when = { asOf, newId };
    const checked = await dryRun(book.port, source, matched.choices, when, unwatched);
    const missing = { code: "column-missing", table: "customers", column: "own:老板喜好" };
    expect(checked).toEqual({ ok: false, error: missing });
    const left = inPresent(matched, must(await book.port.describe()));
    expect(left.lost.map(({ title }) => title.zh)).toEqual(["老板喜好"]);
    expect(left.choices.mapping).not.toHaveProperty("own:老板喜好");
    expect(left.choices.mapping["name"]).toBe(0);
    expect(newColumnFor(source, left.facts, 3)).not.toBe(null);
    expect((await planned(book, header + rows, left.choices)).added).toHaveLength(1);
  });

  it("that is there by now is filled and not added a second time: a colleague was quicker", async () => {
    const book = await emptyBook();
    const [, , ours, own] = await newColumns(book, header + rows);
    for (const column of [ours, own]) {
      if (column == null) throw new Error("Nothing is offered.");
      const first = must((await addNewColumn(book.port, column, trace)).ready);
      const before = contentsBesideAudit(book.model);
      const again = await addNewColumn(book.port, column, trace);
      expect([again.performed, must(again.ready).column]).toEqual([null, first.column]);
      expect(contentsBesideAudit(book.model)).toBe(before);
    }
  });

  it("is not offered where the table has one of that name, or the rows are deals or owners", async () => {
    const book = await emptyBook();
    const owners = await newColumns(book, "销售\t经理\t区域办公室\n张敏\t李雷\t上海\n");
    expect(owners).toEqual([null, null, null]);
    const [, again] = await newColumns(book, "客户名称\t等级\n甲公司\tA\n");
    expect(again).toBe(null);
  });
});
