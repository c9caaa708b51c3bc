import { planEmptyTable } from "../../src/app/set-up/empty-table";
import { factsOf } from "../app/sheets";
import { highlightMark, highlightRules } from "../../src/tables/highlight";
import { idSource } from "../../src/tables/ids";
import { customersTable, todayColumns } from "../../src/tables/specs/customers";
import { addressOf, cellAddress, corners, overlap } from "../../src/tables/a1";
import { day } from "../../src/domain/day";
import { holidayCells } from "../../src/tables/specs/holiday-rows";
import { sampleCustomers, sampleFollowUps } from "./sample";
import { formulaInputs, isTextKind, numberFormat } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";
import { normaliseHeader } from "../../src/tables/headers";

const specs = Object.values(tableSpecs);

describe("the schema", () => {
  it("names every column once, in both languages", () => {
    for (const { columns } of specs) {
      for (const name of [
        columns.map(({ id }) => id),
        columns.map(({ title }) => title.zh),
        columns.map(({ title }) => title.en.toLowerCase()),
      ])
        expect(new Set(name).size).toBe(name.length);
    }
  });

  it.each(specs)("lets no two columns of $excelName claim the same header", ({ columns }) => {
    const claims = columns.flatMap(({ title, synonyms }) => [
      ...new Set([title.zh, title.en, ...synonyms].map(normaliseHeader)),
    ]);
    expect(claims.filter((word, index) => claims.indexOf(word) !== index)).toEqual([]);
  });

  it("gives tables names, titles and id letters of their own", () => {
    for (const name of [
      specs.map(({ title }) => title.zh),
      specs.map(({ title }) => title.en.toLowerCase()),
      specs.map(({ excelName }) => excelName.toLowerCase()),
      specs.flatMap(({ idPrefix }) => idPrefix ?? []),
    ])
      expect(new Set(name).size).toBe(name.length);
    expect(Object.entries(tableSpecs).filter(([id, spec]) => spec.id !== id)).toEqual([]);
  });

  it("spells synonyms as headers are compared: in lower case, with single spaces", () => {
    for (const { columns } of specs)
      for (const { synonyms } of columns)
        for (const synonym of synonyms) expect(synonym).toBe(synonym.toLowerCase().trim());
  });

  it("names rows of other tables by columns that are ids, in tables that have ids", () => {
    for (const { columns } of specs) {
      expect(columns.find(({ id }) => id === "id")?.kind).toBe("id");
      for (const { kind, references } of columns)
        if (references !== undefined) {
          expect(kind).toBe("id");
          expect(tableSpecs[references].idPrefix).toBeDefined();
        }
    }
  });

  it("[R3] lays out nothing sensitive by itself", () => {
    const sensitive = specs.flatMap(({ columns }) =>
      columns.flatMap(({ id, sensitive: is }) => (is === true ? [id] : [])),
    );
    expect(sensitive).toEqual(expect.arrayContaining(["identityNumber", "family", "annualIncome"]));
    const facts = { ...factsOf({ dateSystem: 1900, language: "zh" }), tables: {} };
    for (const { id } of specs) {
      const laidOut = planEmptyTable(id, facts, "zh").columns.map(({ column }) => column);
      expect(laidOut.filter((column) => sensitive.includes(column))).toEqual([]);
    }
  });

  it("writes formulas that read only columns of their own table", () => {
    for (const { columns } of specs) {
      const ids = new Set<string>(columns.map(({ id }) => id));
      for (const { formula } of columns) {
        for (const text of formula === undefined ? [] : [formula.zh, formula.en]) {
          expect(formulaInputs(text).filter((id) => !ids.has(id))).toEqual([]);
          expect(text.split("(").length).toBe(text.split(")").length);
        }
      }
    }
  });

  it("[P7] keeps ids, phones, codes and words as text, and never formats a formula as text", () => {
    for (const { columns } of specs) {
      for (const column of columns) {
        if (isTextKind(column.kind)) expect(numberFormat(column)).toBe("@");
        if (column.kind === "computed") expect(numberFormat(column)).not.toBe("@");
      }
    }
  });

  it("[F7] highlights by native formulas only, each with the mark by which it is found again", () => {
    const inputs = new Set<string>(customersTable.columns.map(({ id }) => id));
    for (const { formula } of highlightRules) {
      expect(formula).toContain(highlightMark);
      expect(formula).not.toContain("CRM.");
      expect(formulaInputs(formula).every((id) => inputs.has(id))).toBe(true);
    }
  });

  it("reads for Today only columns that decide when to follow up", () => {
    const computed = customersTable.columns.filter(({ kind }) => kind === "computed");
    for (const { id } of computed) expect(todayColumns).not.toContain(id);
  });

  it("[F3] lays out every published holiday once", () => {
    const rows = holidayCells({ dateSystem: 1900, language: "zh" });
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(rows).toContainEqual([
      "H20260104",
      46026,
      "班",
      "元旦",
      expect.stringContaining("国办发明电"),
    ]);
  });
});

describe("ids", () => {
  it("are ten digits of Crockford's base 32 behind the letter of their table", () => {
    const newId = idSource((count) => Uint8Array.from({ length: count }, (_, i) => i * 25));
    expect(newId("C")).toMatch(/^C[0-9A-HJKMNP-TV-Z]{10}$/u);
    expect(newId("F")).toBe("F" + newId("C").slice(1));
  });
});

describe("addresses", () => {
  it.each(["A1", "B3:D10", "AA5", "ZZ100:AAA101", "XFD1048576"])(
    "%s reads back as itself",
    (address) => {
      expect(addressOf(corners(address))).toBe(address);
    },
  );

  it("with dollar signs are the same places", () => {
    expect(corners("$B$3:$D$10")).toEqual(corners("B3:D10"));
    expect(cellAddress(0, 27)).toBe("AB1");
  });

  it("overlap when they share a cell", () => {
    expect(overlap(corners("A1:B2"), corners("B2:C3"))).toBe(true);
    expect(overlap(corners("A1:B2"), corners("C1:C9"))).toBe(false);
  });
});

describe("the sample", () => {
  it.each(["zh", "en"] as const)(
    "in %s has its ids once and its follow-ups on its customers",
    (language) => {
      const style = { dateSystem: 1900 as const, language };
      const customers = sampleCustomers(day("2026-03-02"), style);
      const ids = new Set(customers.map(({ id }) => id));
      expect(ids.size).toBe(40);
      for (const { customerId } of sampleFollowUps(day("2026-03-02"), style))
        expect(ids.has(customerId ?? null)).toBe(true);
    },
  );
});
