import { addField } from "../../../src/app/fields/fields";
import { importColumns } from "../../../src/app/import/columns";
import { dryRun, importMapping } from "../../../src/app/import/import";
import { importPlaces, placeSource } from "../../../src/app/import/source";
import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import { unwatched } from "../../../src/app/slices";
import { defaultStyle } from "../../../src/host/model/style";
import {
  asOf,
  contentsBesideAudit,
  fillSheet,
  must,
  newId,
  openBook,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
} from "../../excel/book";
import { apply, choicesFor, emptyBook, imported, planned, sourceOf } from "./importing";

const fields = [
  { header: "车牌", kind: "text", choices: [] },
  { header: "门店数", kind: "number", choices: [] },
  { header: "签约日", kind: "day", choices: [] },
  { header: "合作方式", kind: "choice", choices: ["直销", "代理"] },
] as const;

async function bookWithFields() {
  const book = await emptyBook();
  for (const field of fields)
    must(await addField(book.port, must(await book.port.describe()), field, trace));
  return book;
}

const header = `客户名称\t${fields.map((field) => field.header).join("\t")}\n`;

describe("fields of a person's own", () => {
  it("[P7] are offered, matched by their headers and filled as what they are; a second import changes nothing", async () => {
    const book = await bookWithFields();
    const text = `${header}甲公司\t=沪A1\t12\t2026-03-19\t代理\n乙公司\t007\t1,200\t2026/4/1\t直销\n`;
    const source = await sourceOf(book, text);
    expect(Object.keys(importMapping(source, must(await book.port.describe())))).toEqual(
      expect.arrayContaining(fields.map((field) => `own:${field.header}`)),
    );
    const before = contentsBesideAudit(book.model);
    const { performed } = await imported(book, text);
    expect(
      rowsOf(book, "customers").map((row) => fields.map((field) => row[field.header])),
    ).toEqual([
      ["=沪A1", 12, 46_100, "代理"],
      ["007", 1_200, 46_113, "直销"],
    ]);
    const again = await planned(book, text);
    expect([again.added.length, again.updated.length, again.unchanged]).toEqual([0, 0, [0, 1]]);
    must(await takeBack(book.port, remember(emptyHistory, performed), trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("refuse per cell what they cannot hold, and say why", async () => {
    const book = await bookWithFields();
    const plan = await planned(
      book,
      `${header}甲公司\t沪A1\t许多\t2026-03-19\t代理\n乙公司\t沪A2\t3\t某天\t直销\n丙公司\t沪A3\t3\t\t加盟\n`,
    );
    expect(
      plan.rejected.map(({ reasons }) =>
        reasons.map((reason) => [reason.code, "column" in reason && reason.column]),
      ),
    ).toEqual([
      [["not-a-number", "own:门店数"]],
      [["not-a-day", "own:签约日"]],
      [["unknown-word", "own:合作方式"]],
    ]);
  });
});

describe("columns that are nothing but a person's own", () => {
  const headers = ["评分", "纪念日", "门牌"] as const;

  async function bookOfTheirOwn() {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["客户名称", ...headers],
        ["甲公司", 20, 46_100, 12],
        ["乙公司", null, 46_101, "12甲"],
      ]),
    );
    const [sheet] = book.model.sheets;
    for (const row of [1, 2])
      sheet!.cells.setStyle(row, 2, { ...defaultStyle, numberFormat: "yyyy/m/d" });
    await setUpBook(book);
    return book;
  }

  const theirs = (book: Awaited<ReturnType<typeof bookOfTheirOwn>>) =>
    rowsOf(book, "customers").map((row) => headers.map((name) => row[name] ?? null));
  const text = (...rows: readonly string[]) =>
    [["客户名称", ...headers].join("\t"), ...rows].join("\n");

  it("get numbers and days where they hold nothing else, so that sums and sorting go on; a second import changes nothing", async () => {
    const book = await bookOfTheirOwn();
    const before = contentsBesideAudit(book.model);
    const list = text(
      "甲公司\t20\t2026-03-19\t12",
      "乙公司\t1,200.5\t2026-04-01\t12甲",
      "丙公司\t-3\t\t007",
    );
    const { plan, performed } = await imported(book, list);
    expect([plan.unchanged, plan.rejected]).toEqual([[0], []]);
    expect(theirs(book)).toEqual([
      [20, 46_100, 12],
      [1_200.5, 46_113, "12甲"],
      [-3, null, "007"],
    ]);
    expect((await planned(book, list)).unchanged).toEqual([0, 1, 2]);
    must(await takeBack(book.port, remember(emptyHistory, performed), trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P7] get text as before where anything that comes is neither: codes keep their zeros, nothing is refused", async () => {
    const book = await bookOfTheirOwn();
    const { plan } = await imported(
      book,
      text("甲公司\t007\t2026-03-20\t", "丙公司\t5\t某天\t=1+1", "丁公司\t+86\t\t"),
    );
    expect(plan.rejected).toEqual([]);
    expect(theirs(book)).toEqual([
      ["007", "2026-03-20", 12],
      [null, 46_101, "12甲"],
      ["5", "某天", "=1+1"],
      ["+86", null, null],
    ]);
  });

  it("that were made a field of text stay text, whatever stands in them", async () => {
    const book = await bookWithFields();
    await imported(book, "客户名称\t车牌\n甲公司\t12\n");
    await imported(book, "客户名称\t车牌\n乙公司\t13\n");
    expect(rowsOf(book, "customers").map((row) => row["车牌"])).toEqual(["12", "13"]);
  });
});

describe("days of another sheet", () => {
  it("arrive in a column of text as people see them there, and as days where days are wanted", async () => {
    const book = await openBook((model) => {
      const list = model.addSheet("名单");
      const day = { ...defaultStyle, numberFormat: "yyyy/m/d" };
      [
        ["客户名称", "备注", "预计成交日", "潜在金额"],
        ["甲公司", 46_100, 46_113, 46_100],
        ["乙公司", 46_101.5, 46_114, 5],
        ["丙公司", "待定", null, null],
      ].forEach((cells, row) =>
        cells.forEach((cell, column) => {
          list.cells.setValue(row, column, cell);
          if (row > 0 && (column === 1 || column === 2)) list.cells.setStyle(row, column, day);
        }),
      );
    });
    await setUpBook(book);
    const facts = must(await book.port.describe());
    const [place] = must(await importPlaces(book.port, facts));
    const source = must(await placeSource(book.port, place!, facts));
    const choices = await choicesFor(book, source, { key: "nameRegion" });
    const plan = must(await dryRun(book.port, source, choices, { asOf, newId }, unwatched));
    expect(plan.rejected).toEqual([]);
    must(await apply(book, plan));
    expect(
      rowsOf(book, "customers").map((row) => [row["备注"], row["预计成交日"], row["潜在金额"]]),
    ).toEqual([
      ["2026-03-19", 46_113, 46_100],
      ["2026-03-20 12:00", 46_114, 5],
      ["待定", undefined, undefined],
    ]);
  });
});

describe("columns a person renamed in the sheet", () => {
  /** Renames headers as a person does, by typing. */
  async function renamed(headers: Readonly<Record<string, string>>) {
    const book = await bookWithFields();
    const { sheet, table } = tableOf(book, "customers");
    table.columns.forEach(({ name }, index) => {
      const to = headers[name];
      if (to !== undefined)
        book.host.editor.type(sheet.id, table.area.top, table.area.left + index, to);
    });
    await book.host.quiet();
    return book;
  }

  it("are matched by the headers they have now, before any other name", async () => {
    // The field now has the name by which the contact is known in English.
    const book = await renamed({
      客户名称: "Firma",
      预计成交日: "签单那天",
      地区: "Phone",
      车牌: "Contact",
      门店数: "客户等级",
    });
    const facts = must(await book.port.describe());
    const source = await sourceOf(
      book,
      "Firma\t签单那天\tPhone\tContact\t客户等级\n甲公司\t2026-03-19\t江苏\t沪A1\t12\n",
    );
    expect(importMapping(source, facts)).toEqual({
      name: 0,
      expectedClose: 1,
      region: 2,
      "own:车牌": 3,
      "own:门店数": 4,
    });
    const offered = importColumns(facts, "customers");
    expect(offered.find(({ id }) => id === "expectedClose")?.title.en).toBe("签单那天");
  });

  it("are still known by the names they had", async () => {
    const book = await renamed({ 客户名称: "Firma", 预计成交日: "签单那天" });
    const source = await sourceOf(book, "客户名称\tExpected close\n甲公司\t2026-03-19\n");
    expect(importMapping(source, must(await book.port.describe()))).toEqual({
      name: 0,
      expectedClose: 1,
    });
  });
});
