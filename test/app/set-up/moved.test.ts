import { planSetUp } from "../../../src/app/set-up/plan-set-up";
import { guessedMapping } from "../../../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../../../src/app/set-up/set-up";
import {
  asOf,
  contents,
  fillSheet,
  must,
  newId,
  openBook,
  setUpBook,
  type Book,
} from "../../excel/book";

const rows = [
  ["客户名称", "电话", "需求状况", "预计成交日"],
  ["启明精密制造有限公司", "13912345678", "目标", 46_100],
  ["海川物流集团", "13912345679", "潜在", null],
  ["北辰医疗器械", "13912345670", "目标", 46_200],
] as const;

/** What somebody does to the sheet after it was looked at. */
const acts: Readonly<Record<string, (book: Book, sheet: string) => void>> = {
  "a row comes above": ({ host }, sheet) => void host.editor.insertRows(sheet, 0, 1),
  "a row comes between": ({ host }, sheet) => void host.editor.insertRows(sheet, 2, 1),
  "a row goes": ({ host }, sheet) => void host.editor.deleteRows(sheet, 2, 1),
  "a column comes left of all": ({ host }, sheet) => void host.editor.insertColumns(sheet, 0, 1),
  "a column comes between": ({ host }, sheet) => void host.editor.insertColumns(sheet, 1, 1),
  "a column goes": ({ host }, sheet) => void host.editor.deleteColumns(sheet, 1, 1),
};

describe("adopting a sheet in which rows or columns came or went since it was looked at", () => {
  it.each(Object.keys(acts))(
    "makes nothing of it and says so, up to the last moment: %s",
    async (name) => {
      for (let trip = 0; trip < 3; trip += 1) {
        const book = await openBook((model) => fillSheet(model, rows));
        const proposal = must(await proposeSetUp(book.port));
        const body = must(await readBody(book.port, proposal));
        const mapping = proposal.kind === "adopt" ? guessedMapping(proposal) : {};
        const plan = must(
          planSetUp(proposal, mapping, { language: "zh", asOf, newId, rows: body }),
        );
        let left = "";
        book.wire.reset();
        // Describing, checking, and making the tables.
        book.wire.beforeTrip = (at) => {
          if (at !== trip) return;
          acts[name]?.(book, book.model.sheets[0]!.id);
          left = contents(book.model);
        };
        const done = await setUp(book.port, plan);
        expect({ trip, done }).toEqual({
          trip,
          done: { ok: false, error: { code: "changed-since-shown" } },
        });
        expect(contents(book.model)).toBe(left);
        expect([...book.model.settings.keys()]).toEqual([]);
        book.wire.reset();
        await setUpBook(book);
      }
    },
  );

  it("is not kept from it by what formulas show", async () => {
    const book = await openBook((model) => fillSheet(model, rows));
    book.host.editor.type(book.model.sheets[0]!.id, 3, 4, "=RAND()");
    book.host.editor.type(book.model.sheets[0]!.id, 0, 4, "我的");
    await setUpBook(book);
  });
});
