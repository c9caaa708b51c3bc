import { chosenAmong } from "../../../src/app/conflicts/resolve";
import { insistingOn, restorableCells } from "../../../src/app/conflicts/restore-over";
import { perform } from "../../../src/app/deeds/perform";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { unwatched } from "../../../src/app/slices";
import { customer, must, openWith, tableOf, trace, type Book } from "../../excel/book";

const id = "C0000000001";

/** A deed wrote two cells; then somebody put a formula into one of them. */
async function bookWithFormula(formula: string) {
  const book = await openWith([customer(1, { agreedDay: 46070, owner: "张伟" })]);
  const facts = must(await book.port.describe());
  const cells = { agreedDay: { from: 46070, to: 46071 }, owner: { from: "张伟", to: "李娜" } };
  const updated = [{ table: "customers" as const, id, cells }];
  const deed = { kind: "import", about: "名单.csv" } as const;
  const done = must(
    await perform(book.port, facts, deed, [{ added: [], removed: [], updated }], trace),
  );
  const cell = cellOf(book, "约定日期");
  book.host.editor.type(cell.sheet.id, 1, cell.column, formula);
  await book.host.quiet();
  return { book, entries: done.entries!, ...cell };
}

function cellOf(book: Book, header: string) {
  const { sheet, table } = tableOf(book, "customers");
  const index = table.columns.findIndex(({ name }) => name === header);
  return { sheet, column: table.area.left + index };
}

describe("taking back over a cell that holds a formula by now", () => {
  it.each([
    ["another value", "=46072", true],
    ["the value that was written", "=46071", false],
  ])(
    "[P4] is told once, is not to be chosen, and the rest goes back: %s",
    async (_, formula, refusedAtOnce) => {
      const { book, entries, sheet, column } = await bookWithFormula(formula);
      const plan = must(await planTakeBack(book.port, entries));
      expect(plan.refused.length > 0).toBe(refusedAtOnce);
      const insisted = insistingOn(plan, () => "mine");
      const tried = await takeBackPlanned(book.port, insisted, trace);
      if (tried.ok || tried.error.code !== "conflict") throw new Error("nobody noticed");
      expect(sheet.cells.formula(1, column)?.text).toBe(formula);

      const { conflicts } = tried.error;
      const again = must(await planTakeBack(book.port, entries, unwatched, conflicts));
      expect(restorableCells(again)).toMatchObject([{ id, found: formula, formula: true }]);
      const rest = insistingOn(again, () => "mine");
      expect(rest.refused).toHaveLength(1);
      expect(rest.readyCount).toBe(1);
      must(await takeBackPlanned(book.port, rest, trace));
      expect(sheet.cells.formula(1, column)?.text).toBe(formula);
      const owner = cellOf(book, "负责人");
      expect(sheet.cells.value(1, owner.column)).toBe("张伟");
    },
  );

  it("[P4] leaves what was chosen for the other cells as it was", async () => {
    const { book, entries, sheet } = await bookWithFormula("=46071");
    const owner = cellOf(book, "负责人");
    book.host.editor.type(sheet.id, 1, owner.column, "王芳");
    const plan = must(await planTakeBack(book.port, entries));
    const chosen = chosenAmong(restorableCells(plan), ({ column }) =>
      column === "owner" ? "mine" : "theirs",
    );
    const tried = await takeBackPlanned(book.port, insistingOn(plan, chosen), trace);
    if (tried.ok || tried.error.code !== "conflict") throw new Error("nobody noticed");
    const told = tried.error.conflicts;
    const again = must(await planTakeBack(book.port, entries, unwatched, told));
    expect(restorableCells(again).map((cell) => [cell.column, chosen(cell)])).toEqual([
      ["agreedDay", "theirs"],
      ["owner", "mine"],
    ]);
    must(await takeBackPlanned(book.port, insistingOn(again, chosen), trace));
    expect(sheet.cells.value(1, owner.column)).toBe("张伟");
  });
});
