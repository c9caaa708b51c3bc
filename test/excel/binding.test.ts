import {
  bindTables,
  readStoredBinding,
  storedTable,
  type LiveTable,
  type StoredBinding,
} from "../../src/excel/binding";
import { recogniseTables } from "../../src/excel/recognise";
import { tableSpecs } from "../../src/tables/tables";

const stored: StoredBinding = {
  schemaVersion: 1,
  language: "zh",
  tables: {
    customers: {
      id: "3",
      name: "CrmCustomers",
      columns: {
        id: { id: 1, header: "客户编号" },
        name: { id: 2, header: "客户名称" },
        demand: { id: 3, header: "需求状况" },
      },
    },
  },
};

const live: LiveTable = {
  id: "3",
  name: "CrmCustomers",
  sheetId: "s1",
  sheet: "客户",
  rowCount: 10,
  columns: [
    { id: 1, name: "客户编号" },
    { id: 2, name: "客户名称" },
    { id: 3, name: "需求状况" },
  ],
};

const columnsOf = (tables: readonly LiveTable[]) =>
  Object.fromEntries(
    Object.entries(bindTables(stored, tables).customers?.columns ?? {}).map(
      ([column, { index }]) => [column, index],
    ),
  );

describe("bindTables", () => {
  it("follows a renamed header by the column's id", () => {
    const columns = [live.columns[0]!, { id: 2, name: "公司" }, live.columns[2]!];
    const bound = bindTables(stored, [{ ...live, columns }]).customers;
    expect(bound?.columns.name).toEqual({ id: 2, header: "公司", index: 1 });
  });

  it("follows all columns by their ids, when all of them were renamed before anybody looked", () => {
    const columns = live.columns.map(({ id }) => ({ id, name: `新 ${id}` }));
    expect(columnsOf([{ ...live, columns }])).toEqual({ id: 0, name: 1, demand: 2 });
  });

  it("follows a moved column", () => {
    const columns = [live.columns[2]!, { id: 9, name: "备注" }, live.columns[0]!, live.columns[1]!];
    expect(columnsOf([{ ...live, columns }])).toEqual({
      id: 2,
      name: 3,
      demand: 0,
      "own:备注": 1,
    });
  });

  it("leaves a deleted column out", () => {
    expect(columnsOf([{ ...live, columns: live.columns.slice(0, 2) }])).toEqual({ id: 0, name: 1 });
  });

  it("follows a renamed table by its id", () => {
    expect(bindTables(stored, [{ ...live, name: "客户表" }]).customers?.live.name).toBe("客户表");
  });

  it("finds a table by its name where its id was dealt out anew", () => {
    const other: LiveTable = {
      ...live,
      id: "3",
      name: "Prices",
      columns: [
        { id: 1, name: "Item" },
        { id: 2, name: "Price" },
      ],
    };
    expect(bindTables(stored, [other, { ...live, id: "7" }]).customers?.live.id).toBe("7");
  });

  it("goes by headers where the columns' ids were dealt out anew", () => {
    const columns = [
      { id: 3, name: "客户编号" },
      { id: 1, name: "客户名称" },
      { id: 2, name: "需求状况" },
    ];
    expect(columnsOf([{ ...live, columns }])).toEqual({ id: 0, name: 1, demand: 2 });
  });

  it("prefers the renamed column by id over a new one that took its header", () => {
    const columns = [
      live.columns[0]!,
      { id: 2, name: "旧名称" },
      live.columns[2]!,
      { id: 8, name: "客户名称" },
    ];
    expect(columnsOf([{ ...live, columns }])).toEqual({
      id: 0,
      name: 1,
      demand: 2,
      "own:客户名称": 3,
    });
  });

  it("does not take a strange table for ours because of its id", () => {
    const strange = { ...live, name: "Prices", columns: [{ id: 1, name: "Item" }] };
    expect(bindTables(stored, [strange]).customers).toBeUndefined();
  });
});

describe("fields of a person's own", () => {
  const columns = [...live.columns, { id: 4, name: "车牌" }];
  const fields = [{ column: "own:车牌", kind: "text" as const, choices: [] }];
  const before = bindTables(stored, [{ ...live, columns }]).customers!;
  const withField: StoredBinding = {
    ...stored,
    tables: { customers: storedTable(before, fields) },
    fields,
  };

  it("keep their id when their header is renamed, also where another column takes the old one", () => {
    const renamed = [...live.columns, { id: 5, name: "车牌" }, { id: 4, name: "车牌号" }];
    const bound = bindTables(withField, [{ ...live, columns: renamed }]).customers;
    expect(bound?.columns["own:车牌"]).toEqual({ id: 4, header: "车牌号", index: 4 });
    expect(bound?.columns["own:车牌 (2)"]).toEqual({ id: 5, header: "车牌", index: 3 });
  });

  it("are read back as they were stored, and what cannot be a field is left out", () => {
    expect(readStoredBinding(JSON.parse(JSON.stringify(withField)))).toEqual(withField);
    const damaged = [
      { column: "own:x", kind: "picture", choices: [] },
      { column: "name", kind: "text", choices: [] },
      { column: "own:y", kind: "choice", choices: ["一个"] },
      null,
    ];
    expect(readStoredBinding({ ...stored, fields: damaged })?.fields).toBeUndefined();
  });
});

describe("readStoredBinding", () => {
  it("reads back what is stored", () => {
    const bound = bindTables(stored, [live]).customers!;
    const kept = { schemaVersion: 1, language: "zh", tables: { customers: storedTable(bound) } };
    expect(readStoredBinding(JSON.parse(JSON.stringify(kept)))).toEqual(stored);
  });

  it("takes anything damaged for nothing", () => {
    for (const value of [
      null,
      1,
      "x",
      [],
      {},
      { schemaVersion: 1 },
      { ...stored, language: "fr" },
    ]) {
      expect(readStoredBinding(value)).toBeNull();
    }
    const damaged = { ...stored, tables: { customers: { id: 3, name: "CrmCustomers" } } };
    expect(readStoredBinding(damaged)?.tables).toEqual({});
  });
});

describe("recogniseTables", () => {
  const made = (language: "zh" | "en"): LiveTable[] =>
    Object.values(tableSpecs).map((spec, table) => ({
      id: String(table + 1),
      name: spec.excelName,
      sheetId: `s${table}`,
      sheet: spec.title[language],
      rowCount: 1,
      columns: spec.columns.map(({ title }, index) => ({ id: index + 1, name: title[language] })),
    }));

  it("recognises a workbook that lost its settings, in its language", () => {
    for (const language of ["zh", "en"] as const) {
      const found = recogniseTables(made(language), 2);
      expect(found?.language).toBe(language);
      expect(Object.keys(found?.tables ?? {}).sort()).toEqual(Object.keys(tableSpecs).sort());
    }
  });

  it("leaves a workbook of other people's tables alone", () => {
    expect(recogniseTables([{ ...live, name: "Prices" }], 2)).toBeNull();
  });
});
