import { addCustomer, planNewCustomer } from "../../src/app/add-customer";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import type { Performed } from "../../src/app/deeds/perform";
import { mergeCustomers, openMerge } from "../../src/app/duplicates/merge-customers";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import { addField } from "../../src/app/fields/fields";
import { checkHealth } from "../../src/app/health/check";
import { fixHealth } from "../../src/app/health/fix";
import { placeSource } from "../../src/app/import/source";
import { logFollowUp, planFollowUp } from "../../src/app/log-follow-up";
import { unwatched } from "../../src/app/slices";
import { openToday } from "../../src/app/today/open-today";
import { openWorkbook } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import type { Workbook } from "../../src/host/model/workbook";
import { asOf, must, newId, openBook, rowsOf, setUpBook, trace, type Book } from "../excel/book";
import { apply, choicesFor, imported, plannedFrom } from "./import/importing";

/** P7: nothing that came as text ever becomes a formula or a number, by whichever way it came and wherever it goes on to. */

/** Every text bears this, by which it is found again. */
const mark = "9731";
const starters = ["=", "+", "-", "@", "\t=", "='", "＝"] as const;
/** Each of them another text, also when it is compared as a name. */
const texts = starters.map((starter, at) => `${starter}${mark}+${at}`);

/** Cells that hold the mark as anything but text. */
function turned(model: Workbook): readonly string[] {
  return model.sheets.flatMap((sheet) => {
    const found: string[] = [];
    for (const { row, column, formula } of formulasOf(sheet.cells, sheet.cells.usedArea(true)))
      if (formula.includes(mark)) found.push(`${sheet.name} ${row}:${column} ${formula}`);
    const used = sheet.cells.usedArea(true);
    if (used === null) return found;
    for (let row = used.top; row <= used.bottom; row += 1)
      for (let column = used.left; column <= used.right; column += 1) {
        const value = sheet.cells.value(row, column);
        if (typeof value === "number" && Math.abs(Math.abs(value) - Number(mark)) <= 1)
          found.push(`${sheet.name} ${row}:${column} ${value}`);
      }
    return found;
  });
}

type Cells = Workbook["sheets"][number]["cells"];

function* formulasOf(
  cells: Cells,
  used: ReturnType<Cells["usedArea"]>,
): Generator<{ readonly row: number; readonly column: number; readonly formula: string }> {
  if (used === null) return;
  for (let row = used.top; row <= used.bottom; row += 1)
    for (let column = used.left; column <= used.right; column += 1) {
      const formula = cells.formula(row, column)?.text;
      if (formula !== undefined) yield { row, column, formula };
    }
}

/** Nor is it one after saving and opening. */
async function expectTextEverywhere({ model }: Pick<Book, "model">): Promise<void> {
  expect(turned(model)).toEqual([]);
  const reopened = await openWorkbook(await saveXlsx(model), "客户.xlsx");
  if (!reopened.ok) throw new Error(reopened.failure.code);
  expect(turned(reopened.workbook)).toEqual([]);
}

const column = (book: Book, header: string) => rowsOf(book, "customers").map((row) => row[header]);

/** A sheet of a person's own in which all of this stands as text, in the headers, too. */
function sheetOfTexts(model: Workbook, name: string): void {
  const sheet = model.sheets.find((each) => each.name === name) ?? model.addSheet(name);
  const rows = [["客户名称", "备注", `=${mark}`], ...texts.map((text) => [text, text, text])];
  rows.forEach((cells, row) => cells.forEach((cell, at) => sheet.cells.setValue(row, at, cell)));
}

describe("text from outside", () => {
  it("[P7] stays text in a sheet that is adopted, with what is added to it", async () => {
    const book = await openBook((model) => sheetOfTexts(model, "Sheet1"));
    await setUpBook(book);
    expect(column(book, "客户名称")).toEqual(texts);
    expect(column(book, `=${mark}`)).toEqual(texts);
    await expectTextEverywhere(book);
  });

  it("[P7] stays text from the clipboard and from another sheet of the workbook, in new and in own columns", async () => {
    const book = await openBook((model) => sheetOfTexts(model, "来源"));
    await setUpBook(book);
    const lines = texts.map((text) => [text, text].map((cell) => `"${cell}"`).join("\t"));
    await imported(book, ["客户名称\t备注", ...lines].join("\n"));
    expect(column(book, "备注")).toEqual(texts);
    const facts = must(await book.port.describe());
    must(
      await addField(book.port, facts, { header: `=${mark}`, kind: "text", choices: [] }, trace),
    );
    const [place] = must(await book.port.listPlaces()).filter(({ sheet }) => sheet === "来源");
    const source = must(await placeSource(book.port, place!, must(await book.port.describe())));
    const choices = await choicesFor(book, source);
    expect(Object.keys(choices.mapping)).toContain(`own:=${mark}`);
    const plan = await plannedFrom(book, source);
    expect([plan.added.length, plan.updated.length]).toEqual([0, texts.length]);
    must(await apply(book, plan));
    expect(column(book, `=${mark}`)).toEqual(texts);
    await expectTextEverywhere(book);
  });

  it("[P7] stays text that a person types in the pane, in the log, the audit table and after taking back", async () => {
    const book = await openBook();
    await setUpBook(book);
    let history = emptyHistory;
    const did = (performed: Performed) => (history = remember(history, performed));
    for (const text of texts) {
      const facts = must(await book.port.describe());
      const entered = { name: `x${text}`, phone: text, creditCode: "", contact: text, owner: text };
      const planned = must(planNewCustomer(facts, entered, asOf, newId));
      did(must(await addCustomer(book.port, facts, planned, trace)));
      const today = must(await openToday(book.port, asOf));
      const input = { channel: "phone", day: asOf, said: text, who: text, result: text } as const;
      const log = must(planFollowUp(today, planned.id, { ...input, nextStep: text }, newId));
      did(must(await logFollowUp(book.port, today.facts, log, trace)));
    }
    expect(column(book, "联系人")).toEqual(texts.map((text) => text.trim()));
    expect(rowsOf(book, "followUps").map((row) => row["沟通内容"])).toEqual(texts);
    await expectTextEverywhere(book);
    while (history.done.length > 0) ({ history } = must(await takeBack(book.port, history, trace)));
    expect(JSON.stringify(rowsOf(book, "audit"))).toContain(`=${mark}`);
    await expectTextEverywhere(book);
  });

  it("[P7] stays text when cells are tidied, and when customers are merged and split", async () => {
    const book = await openBook();
    await setUpBook(book);
    const lines = texts.map((text, at) => `客户${at}\t"　${text} "\t"${text}"`);
    await imported(book, ["客户名称\t联系人\t备注", ...lines].join("\n"));
    const report = must(await checkHealth(book.port, asOf, unwatched));
    const untidy = report.kinds.flatMap(({ issues }) => issues).filter(({ proposal }) => proposal);
    expect(untidy.length).toBeGreaterThanOrEqual(texts.length);
    must(await fixHealth(book.port, report.facts, untidy, `=${mark}`, trace, unwatched));
    expect(column(book, "联系人")).toContain(`=${mark}+0`);
    await expectTextEverywhere(book);

    const facts = must(await book.port.describe());
    const [one, other] = column(book, "客户编号").map(String);
    const shown = must(await openMerge(book.port, facts, one!, other!));
    must(await mergeCustomers(book.port, facts, shown, { notes: "both" }, { asOf, trace }));
    await expectTextEverywhere(book);
    const after = must(await book.port.describe());
    const [merge] = must(await openMerges(book.port, after)).merges;
    const split = must(await planSplit(book.port, after, merge!));
    must(await splitCustomers(book.port, after, split, trace));
    expect(new Set(column(book, "备注"))).toEqual(new Set(texts));
    await expectTextEverywhere(book);
  });
});
