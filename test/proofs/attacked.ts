import type { Book } from "../excel/book";
import { tableOf } from "../excel/book";
import { pick, type Dice } from "./stage";

/**
 * What somebody does to the structure of the customers table at any moment: rows and columns come, go and change places.
 * Each row of a customer keeps what is theirs: it is known by its id, which nobody changes.
 */
export interface Act {
  readonly name: string;
  readonly at: (book: Book, dice: Dice) => void;
}

function customersOf(book: Book) {
  const { sheet, table } = tableOf(book, "customers");
  const rows = table.area.bottom - table.area.top;
  const row = (dice: Dice) => table.area.top + 1 + Math.floor(dice() * rows);
  const column = (header: string) => table.columns.findIndex(({ name }) => name === header);
  return { sheet, table, rows, row, column, editor: book.host.editor };
}

const insertRow: Act = {
  name: "a row is inserted",
  at: (book, dice) => {
    const { editor, sheet, row } = customersOf(book);
    editor.insertRows(sheet.id, row(dice), 1);
  },
};

const deleteRow: Act = {
  name: "a row is deleted",
  at: (book, dice) => {
    const { editor, sheet, row, rows } = customersOf(book);
    if (rows > 2) editor.deleteRows(sheet.id, row(dice), 1);
  },
};

const exchangeRows: Act = {
  name: "a row is deleted and another inserted",
  at: (book, dice) => {
    deleteRow.at(book, dice);
    insertRow.at(book, dice);
  },
};

const sort: Act = {
  name: "the table is sorted",
  at: (book, dice) => {
    const { editor, table, column } = customersOf(book);
    editor.sortTable(table.id, column("客户名称"), dice() < 0.2);
  },
};

const insertColumn: Act = {
  name: "a column is inserted",
  at: (book, dice) => {
    const { editor, sheet, table } = customersOf(book);
    const width = table.area.right - table.area.left;
    editor.insertColumns(sheet.id, table.area.left + Math.floor(dice() * width), 1);
  },
};

const deleteColumn: Act = {
  name: "a column is deleted",
  at: (book, dice) => {
    const { editor, sheet, table, column } = customersOf(book);
    const at = column(pick(dice, ["备注", "地区", "行业"]));
    if (at >= 0) editor.deleteColumns(sheet.id, table.area.left + at, 1);
  },
};

const aboveTable: Act = {
  name: "a row is inserted above the table",
  at: (book) => {
    const { editor, sheet } = customersOf(book);
    editor.insertRows(sheet.id, 0, 1);
  },
};

const renameSheet: Act = {
  name: "the sheet is renamed",
  at: (book) => {
    const { editor, sheet } = customersOf(book);
    editor.renameSheet(sheet.id, `${sheet.name}们`);
  },
};

const renameHeader: Act = {
  name: "a header is renamed",
  at: (book, dice) => {
    const { editor, sheet, table, column } = customersOf(book);
    const at = column(pick(dice, ["备注", "地区", "行业"]));
    if (at >= 0) editor.type(sheet.id, table.area.top, table.area.left + at, "另一个名字");
  },
};

/** Rows of the table, more often than anything else. */
export const acts: readonly Act[] = [
  ...[insertRow, deleteRow, exchangeRows, sort, insertColumn],
  ...[deleteColumn, aboveTable, renameSheet, renameHeader],
];

/** Something done to the structure of any of our tables. @returns what */
export function disturb({ host, model }: Book, dice: Dice): string {
  const { editor } = host;
  const { sheet, table } = pick(dice, [...model.tables()]);
  const { top, bottom, left, right } = table.area;
  const row = top + 1 + Math.floor(dice() * (bottom - top));
  const column = Math.floor(dice() * (right - left + 1));
  const header = table.columns[column]?.name ?? "";
  const done: Readonly<Record<string, () => void>> = {
    "a row is inserted": () => void editor.insertRows(sheet.id, row, 1),
    "a row is deleted": () => {
      if (bottom - top > 1) editor.deleteRows(sheet.id, row, 1);
    },
    "a row is inserted above": () => void editor.insertRows(sheet.id, top, 1),
    "a column is inserted": () => void editor.insertColumns(sheet.id, left + column, 1),
    "a column is inserted left of all": () => void editor.insertColumns(sheet.id, left, 1),
    [`${header} is deleted`]: () => void editor.deleteColumns(sheet.id, left + column, 1),
    [`sorted by ${header}`]: () => void editor.sortTable(table.id, column, dice() < 0.5),
    "the sheet is renamed": () => void editor.renameSheet(sheet.id, `${sheet.name}们`),
    [`${header} is renamed`]: () => void editor.type(sheet.id, top, left + column, `${header}改`),
    "the sheet is deleted": () => {
      if (table.name !== "CrmCustomers") editor.deleteSheet(sheet.id);
    },
  };
  const [what, act] = pick(dice, Object.entries(done));
  act();
  return `${table.name}: ${what}`;
}
