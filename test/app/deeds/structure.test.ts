import {
  addField,
  addOurColumn,
  adoptField,
  createTable,
  removeField,
} from "../../../src/app/fields/fields";
import { planTranslation, translate } from "../../../src/app/fields/translate";
import { readDeeds, readEntries, type LoggedDeed } from "../../../src/app/deeds/audit-log";
import { lastingDeed } from "../../../src/app/deeds/lasting";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import type { Performed } from "../../../src/app/deeds/perform";
import { planSetUp } from "../../../src/app/set-up/plan-set-up";
import { guessedMapping } from "../../../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../../../src/app/set-up/set-up";
import type { WorkbookFacts } from "../../../src/app/workbook/facts";
import { excelWorkbook } from "../../../src/excel/excel-workbook";
import type { Result } from "../../../src/domain/result";
import { areaAddress } from "../../../src/host/model/address";
import { cellAddress } from "../../../src/tables/a1";
import { columnPoints, headerWidth } from "../../../src/tables/header-width";
import { columnOf } from "../../../src/tables/records";
import { customersTable } from "../../../src/tables/specs/customers";
import {
  asOf,
  contentsBesideAudit,
  customer,
  fillSheet,
  must,
  newId,
  openBook,
  openWith,
  rowsOf,
  trace,
  type Book,
} from "../../excel/book";

type Deed = (
  book: Book,
  facts: WorkbookFacts,
) => Promise<Result<Performed, { readonly code: string }>>;

const partner = { header: "合作方式", kind: "choice", choices: ["直销", "代理"] } as const;

const add: Deed = ({ port }, facts) => addField(port, facts, partner, trace);
const addOurs: Deed = ({ port }, facts) =>
  addOurColumn(port, facts, columnOf(customersTable, "industry"), trace);
const adopt: Deed = ({ port }, facts) =>
  adoptField(port, facts, { column: "own:我的列", kind: "text", choices: [] }, trace);
const removeBlank: Deed = ({ port }, facts) =>
  removeField(port, facts, "own:合作方式", true, trace);
const forget: Deed = ({ port }, facts) => removeField(port, facts, "own:合作方式", false, trace);
const toEnglish: Deed = async ({ port }) =>
  translate(port, must(await planTranslation(port)), trace);

/** Four customers, with a column of the person's own among ours, and a word of the other language. */
async function bookOf(...before: readonly Deed[]): Promise<Book> {
  const book = await openWith(
    [1, 2, 3, 4].map((number) => customer(number, number === 4 ? { demand: "Clear" } : {})),
  );
  const { sheet, table } = customersOf(book);
  book.host.editor.type(sheet.id, table.area.top, table.area.right + 1, "我的列");
  for (const deed of before) must(await deed(book, must(await book.port.describe())));
  return book;
}

function customersOf(book: Book) {
  const found = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers");
  if (found === undefined) throw new Error("no customers");
  return found;
}

/** Cells, columns with their lists, and what the workbook remembers of fields and language. */
async function standing(book: Book): Promise<string> {
  const { fields, language } = must(await book.port.describe());
  const { sheet } = customersOf(book);
  const lists = sheet.validations
    .map(({ areas, ...rule }) => JSON.stringify({ ...rule, areas: areas.map(areaAddress) }))
    .sort();
  return [contentsBesideAudit(book.model), JSON.stringify({ fields, language, lists })].join("\n");
}

async function newest(book: Book): Promise<LoggedDeed> {
  const [deed] = must(await readDeeds(book.port, null)).deeds;
  if (deed === undefined) throw new Error("nothing is told of");
  return deed;
}

/** As a person does it from the list of changes, in a pane that has just been opened. */
async function takeNewestBack(book: Book): Promise<Performed> {
  const port = excelWorkbook();
  const logged = await newest(book);
  const facts = must(await port.describe());
  const entries = must(await readEntries(port, facts, logged));
  const plan = must(await planTakeBack(port, entries));
  expect(plan.refused).toEqual([]);
  return must(await takeBackPlanned(port, plan, trace));
}

/** Why the newest deed is not offered to be taken back; null where it is. */
async function neverBack(book: Book) {
  const page = must(await readDeeds(book.port, null));
  const [logged] = page.deeds;
  return logged === undefined ? null : lastingDeed(logged, page.facts, takenBackIn(page.deeds));
}

const deeds: readonly (readonly [string, readonly Deed[], Deed, readonly string[]])[] = [
  ["a field added", [], add, ["字段类型", "新增列"]],
  ["a column of ours added", [], addOurs, ["新增列"]],
  ["a column that became a field", [], adopt, ["字段类型"]],
  ["a blank field removed with its column", [add], removeBlank, ["列位置", "删除列", "字段类型"]],
  [
    "a blank field removed from between others",
    [add, addOurs],
    removeBlank,
    ["列位置", "删除列", "字段类型"],
  ],
  ["a field taken off the list", [add], forget, ["字段类型"]],
  ["a translation", [], toEnglish, ["下拉选项", "公式", "改列名", "用语", "表格语言"]],
];

describe("a change of structure", () => {
  it.each(deeds)(
    "[P4] %s is told of, and taken back is as before",
    async (_, before, deed, kinds) => {
      const book = await bookOf(...before);
      const was = await standing(book);
      const done = must(await deed(book, must(await book.port.describe())));
      const is = await standing(book);
      expect(is).not.toBe(was);
      // What the deed says of itself is what the table tells.
      const logged = await newest(book);
      const facts = must(await book.port.describe());
      expect(must(await readEntries(book.port, facts, logged))).toEqual(done.entries);
      const rows = rowsOf(book, "audit").filter((row) => row["操作编号"] === done.deed.id);
      expect([...new Set(rows.map((row) => row["改动"]))].sort()).toEqual([...kinds].sort());

      await takeNewestBack(book);
      expect(await standing(book)).toBe(was);
      const page = must(await readDeeds(book.port, null));
      const taken = page.deeds.find((each) => each.deed.id === done.deed.id);
      expect(taken && takenBackIn(page.deeds).deed(taken)).toBe("all");

      await takeNewestBack(book);
      expect(await standing(book)).toBe(is);
    },
  );

  it("[P4] is refused where its column holds something, and names the cells", async () => {
    const book = await bookOf(add);
    const { sheet, table } = customersOf(book);
    const [row, column] = [table.area.top + 2, table.area.right];
    book.host.editor.type(sheet.id, row, column, "直销");
    const was = await standing(book);
    const plan = must(await planTakeBack(book.port, (await newest(book)).entries));
    expect(plan.refused.flatMap(({ obstacles }) => obstacles)).toEqual([
      {
        code: "column-filled",
        table: "customers",
        id: "",
        column: "own:合作方式",
        header: "合作方式",
        count: 1,
        cells: [{ address: cellAddress(row, column), found: "直销" }],
      },
    ]);
    expect(await standing(book)).toBe(was);
    // The rest: it is no field any more, and the column stays with what is in it.
    must(await takeBackPlanned(book.port, plan, trace));
    expect(must(await book.port.describe()).fields).toEqual([]);
    expect(rowsOf(book, "customers")[1]).toMatchObject({ 合作方式: "直销" });
  });

  it("[P4] is refused step by step where somebody renamed, chose another list or kind since", async () => {
    const book = await bookOf(add);
    const added = (await newest(book)).entries;
    const { sheet, table } = customersOf(book);
    book.host.editor.type(sheet.id, table.area.top, table.area.right, "合作");
    const refused = async (entries: LoggedDeed["entries"]) =>
      must(await planTakeBack(book.port, entries)).refused.flatMap(({ obstacles }) => obstacles);
    expect(await refused(added)).toMatchObject([
      { code: "renamed-since", expected: "合作方式", found: "合作" },
    ]);
    must(await forget(book, must(await book.port.describe())));
    expect(await refused(added)).toMatchObject([
      { code: "column-gone" },
      { code: "kind-changed", column: "own:合作方式" },
    ]);

    const other = await bookOf(toEnglish);
    const translated = (await newest(other)).entries;
    const place = customersOf(other);
    const at = place.table.columns.findIndex(({ name }) => name === "Owner");
    other.host.editor.type(place.sheet.id, place.table.area.top, place.table.area.left + at, "Rep");
    other.host.editor.type(
      place.sheet.id,
      place.table.area.top,
      place.table.area.left + place.table.columns.findIndex(({ name }) => name === "Region"),
      "负责人",
    );
    const codes = must(await planTakeBack(other.port, translated)).refused.map(
      ({ entry, obstacles }) => [entry.header, obstacles[0]?.code],
    );
    expect(codes.sort()).toEqual([
      ["地区", "renamed-since"],
      ["负责人", "renamed-since"],
    ]);
    // The rest goes back, and the two headers stay as people wrote them.
    const plan = must(await planTakeBack(other.port, translated));
    must(await takeBackPlanned(other.port, plan, trace));
    expect(Object.keys(rowsOf(other, "customers")[0] ?? {})).toEqual(
      expect.arrayContaining(["客户名称", "需求状况"]),
    );
    expect(must(await other.port.describe()).language).toBe("zh");
  });

  it("[P4] one header of a translation can be taken back alone", async () => {
    const book = await bookOf(toEnglish);
    const { entries } = await newest(book);
    const one = entries.filter(({ what }) => what.kind === "renamed").slice(0, 1);
    const plan = must(await planTakeBack(book.port, one));
    must(await takeBackPlanned(book.port, plan, trace));
    const names = customersOf(book).table.columns.map(({ name }) => name);
    expect(names).toContain(one[0]?.what.kind === "renamed" ? one[0].what.from : "");
    const page = must(await readDeeds(book.port, null));
    expect(page.deeds[1] && takenBackIn(page.deeds).deed(page.deeds[1])).toBe("part");
  });
});

describe("a translation", () => {
  it("leaves no day that shows as ####, and every width that shows its days", async () => {
    const book = await bookOf();
    const widths = async (...set: readonly number[]): Promise<readonly number[]> => {
      const { table } = customersOf(book);
      const names = ["expectedClose", "lastFollowUp"].map((id) => {
        const { title } = columnOf(customersTable, id);
        return table.columns.find(({ name }) => name === title.zh || name === title.en)!.name;
      });
      let found: readonly number[] = [];
      await Excel.run(async (context) => {
        const { columns } = context.workbook.tables.getItem("CrmCustomers");
        const bodies = names.map((name) => columns.getItem(name).getDataBodyRange());
        set.forEach((width, at) => (bodies[at]!.format.columnWidth = width));
        for (const body of bodies) body.load("format/columnWidth");
        await context.sync();
        found = bodies.map(({ format }) => Math.round(format.columnWidth));
      });
      return found;
    };
    await widths(40, 60);
    must(await toEnglish(book, must(await book.port.describe())));
    // Wide enough for the new header, too.
    const { title } = columnOf(customersTable, "expectedClose");
    const widened = Math.round(columnPoints(headerWidth(title.en)));
    expect(await widths()).toEqual([widened, 60]);
  });
});

describe("what cannot be undone says so", () => {
  it("[P4] a table made, by its sheet's name", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const done = must(await createTable(book.port, facts, "contacts", trace));
    expect((await newest(book)).entries).toEqual(done.entries);
    const plan = must(await planTakeBack(excelWorkbook(), done.entries!));
    expect(plan.refused.flatMap(({ obstacles }) => obstacles)).toMatchObject([
      { code: "table-stays", table: "contacts", sheet: "联系人" },
    ]);
    expect(await neverBack(book)).toMatchObject([{ code: "table-stays", sheet: "联系人" }]);
    // By the name its sheet has now, and no longer where it is gone.
    const contacts = book.model.sheets.find(({ name }) => name === "联系人")!;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(contacts.name).name = "联络";
      await context.sync();
    });
    expect(await neverBack(book)).toMatchObject([{ code: "table-stays", sheet: "联络" }]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("联络").delete();
      await context.sync();
    });
    expect(await neverBack(book)).toMatchObject([{ code: "table-gone", table: "contacts" }]);
  });

  it("[P4] is known beforehand only where it is certain: what may be taken back is offered", async () => {
    for (const [, before, deed] of deeds) {
      const book = await bookOf(...before);
      must(await deed(book, must(await book.port.describe())));
      expect(await neverBack(book)).toBeNull();
    }
  });

  it("[P4] set-up of an adopted sheet: every column and header, and how many cells were filled", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["客户名称", "", "客户编号", "需求"],
        ["启明精密制造有限公司", "甲", "K-1", "目标"],
        ["海川物流集团", "乙", "", "潜在"],
        ["三江", "丙", "", "潜在"],
      ]),
    );
    const proposal = must(await proposeSetUp(book.port));
    const rows = must(await readBody(book.port, proposal));
    const context = { language: "zh", asOf, newId, rows, trace } as const;
    const plan = must(planSetUp(proposal, guessedMapping(proposal), context));
    expect(plan.summary.tablesAdded.map(({ sheet }) => sheet)).toContain("变更记录");
    must(await setUp(book.port, plan));
    const { deed, entries } = await newest(book);
    expect(deed).toMatchObject({ kind: "set-up", who: "王芳", about: "Sheet1" });
    const told = entries.map(({ what }) =>
      "from" in what ? [what.kind, what.column, what.from, what.to] : [what.kind],
    );
    expect(told).toEqual(
      expect.arrayContaining([
        ["table-added", "", null, "设置"],
        ["table-adopted", "", "Sheet1!A1:D4", "CrmCustomers"],
        ["renamed", "", null, "B"],
        ["filled", "id", null, 2],
        ["column-added", "createdDay", null, "创建日"],
        ["filled", "createdDay", null, 3],
        ["named", "amount", null, "crm_as_of"],
      ]),
    );
    // As many entries as there are things, however many customers.
    expect(entries.length).toBeLessThan(40);
    const refusals = must(await planTakeBack(book.port, entries)).refused;
    expect(refusals).toHaveLength(entries.length);
    expect(new Set(refusals.map(({ obstacles }) => obstacles[0]?.code))).toEqual(
      new Set(["set-up-stays"]),
    );
    expect(await neverBack(book)).toMatchObject([{ code: "set-up-stays" }]);
  });
});
