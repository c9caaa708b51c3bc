import { importPlaces, placeSource, type ImportSource } from "../../../src/app/import/source";
import { day } from "../../../src/domain/day";
import { dayCell } from "../../../src/tables/cells";
import { fillSheet, must, openBook, setUpBook, type Book } from "../../excel/book";
import { xlsxOf } from "../../tables/import/xlsx";
import { plannedFrom, sourceOf, sourceOfFile } from "./importing";

/** Days come in alike from whatever they are brought in: pasted cells, a .csv or .xlsx file, another sheet. */

const sources: Readonly<Record<string, (book: Book, rows: string[][]) => Promise<ImportSource>>> = {
  "pasted cells": (book, rows) => sourceOf(book, rows.map((row) => row.join("\t")).join("\n")),
  "a .csv file": (book, rows) =>
    sourceOfFile(book, "名单.csv", Buffer.from(rows.map((row) => row.join(",")).join("\r\n"))),
  "an .xlsx file": (book, rows) => sourceOfFile(book, "名单.xlsx", xlsxOf(rows)),
  "another sheet": async (book, rows) => {
    fillSheet(book.model, rows);
    const facts = must(await book.port.describe());
    const [place] = must(await importPlaces(book.port, facts));
    return must(await placeSource(book.port, place!, facts));
  },
};

const written = [
  "2026.5.1",
  "2026-05-01",
  "2026/5/1",
  "2026年5月1日",
  "2026年5月1号",
  "20260501",
  "２０２６．５．１",
  "2026.05.01",
];

async function bookForImport(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  return book;
}

describe("days", () => {
  it.each(Object.keys(sources))("that put their year first come in from %s", async (from) => {
    const book = await bookForImport();
    const rows = [["客户名称", "预计成交日"], ...written.map((text, at) => [`公司${at}`, text])];
    const plan = await plannedFrom(book, await sources[from]!(book, rows));
    const may = dayCell(day("2026-05-01"), 1900);
    expect(plan.rejected).toEqual([]);
    expect(plan.added.map(({ cells }) => cells["expectedClose"])).toEqual(written.map(() => may));
  });

  it.each(Object.keys(sources))("[R1] turned around are asked about from %s", async (from) => {
    const book = await bookForImport();
    const days = ["13/05/2026", "2026-03-05", "2026-12-01", "2026-07-08"];
    const rows = [["客户名称", "预计成交日"], ...days.map((text, at) => [`公司${at}`, text])];
    const source = await sources[from]!(book, rows);
    const asked = await plannedFrom(book, source);
    expect(asked.days).toMatchObject([
      { column: "expectedClose", turned: { count: 3, said: null } },
    ]);
    const said = { expectedClose: { order: null, turned: "turned" } } as const;
    const plan = await plannedFrom(book, source, { days: said });
    expect(plan.added.map(({ cells }) => cells["expectedClose"])).toEqual(
      ["2026-05-13", "2026-05-03", "2026-01-12", "2026-08-07"].map((text) =>
        dayCell(day(text), 1900),
      ),
    );
  });
});
