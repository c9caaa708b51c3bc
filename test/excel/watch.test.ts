import type { WorkbookEvent } from "../../src/app/workbook";
import { addCustomers, customer, must, openBook, setUpBook } from "./book";

const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

describe("watch", () => {
  it("reports what a person changed, once it is quiet, but not what the add-in wrote", async () => {
    const book = await openBook();
    await setUpBook(book);
    const events: WorkbookEvent[] = [];
    const stop = must(await book.port.watch((event) => void events.push(event)));
    await addCustomers(book, [customer(1)]);
    await quiet();
    expect(events.filter(({ kind }) => kind === "changed")).toEqual([]);
    const sheet = book.model.sheetByName("客户")!;
    book.host.editor.type(sheet.id, 1, 1, "甲");
    book.host.editor.type(sheet.id, 1, 1, "乙");
    await quiet();
    expect(events.filter(({ kind }) => kind === "changed")).toEqual([
      { kind: "changed", tables: ["customers"], remote: false },
    ]);
    await stop();
    book.host.editor.type(sheet.id, 1, 1, "丙");
    await quiet();
    expect(events.filter(({ kind }) => kind === "changed")).toHaveLength(1);
  });

  it("reports that the sheet of a table was deleted", async () => {
    const book = await openBook();
    await setUpBook(book);
    const events: WorkbookEvent[] = [];
    const stop = must(await book.port.watch((event) => void events.push(event)));
    book.host.editor.deleteSheet(book.model.sheetByName("跟进记录")!.id);
    await quiet();
    expect(events).toContainEqual({ kind: "changed", tables: ["followUps"], remote: false });
    await stop();
  });

  it("reports the moves of the selection", async () => {
    const book = await openBook();
    await setUpBook(book);
    const events: WorkbookEvent[] = [];
    const stop = must(await book.port.watch((event) => void events.push(event)));
    const sheet = book.model.sheetByName("客户")!;
    book.host.editor.select(sheet.id, [{ top: 1, left: 0, bottom: 1, right: 0 }], {
      row: 1,
      column: 0,
    });
    await quiet();
    expect(events).toContainEqual({ kind: "selected" });
    await stop();
  });
});
