import fc from "fast-check";
import { planShare, share } from "../../../src/app/share/share";
import type { OwnLeft } from "../../../src/app/share/formulas";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import { customer, imageOf, must, openImage, openWith, trace, type Book } from "../../excel/book";

/** What a cell of the own column holds: typed, or a formula of its own; many show the same. */
interface Own {
  readonly kind: "typed" | "fixed" | "row";
  readonly number: number;
  readonly shows: number;
}

interface OwnRow {
  readonly label: string | null;
  readonly own: Own;
  /** By what the rows are sorted meanwhile. */
  readonly order: number;
}

const anyRow: fc.Arbitrary<OwnRow> = fc.record({
  label: fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", null),
  own: fc.record({
    kind: fc.constantFrom("typed", "fixed", "row"),
    number: fc.nat(2),
    shows: fc.nat(1),
  }),
  order: fc.nat(3),
});

/** The cell's text in a row of the sheet, counted from 1. Without the add-in every formula shows what it falls back on. */
function textOf({ kind, number, shows }: Own, row: number): string | number {
  if (kind === "typed") return shows;
  const input = kind === "fixed" ? `"X${number}"` : `$A${row}`;
  return `=IFERROR(CRM.CADENCE(${input},crm_cadences),${shows})`;
}

async function switchTo(book: Book, to: ShareMode): Promise<readonly OwnLeft[]> {
  const facts = must(await book.port.describe());
  const plan = must(await planShare(book.port, facts, to));
  return must(await share(book.port, facts, plan, "", trace)).ownLeft;
}

const title = "我的清单";

/** Labels, own cells, the order, and beyond a blank column a number of each row, which only this test looks at. */
async function fill(rows: readonly OwnRow[]): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(title);
    sheet.getRange("A1:C1").values = [["名称", "次序", "周期"]];
    rows.forEach(({ label, own, order }, at) => {
      sheet.getRange(`A${at + 2}:E${at + 2}`).formulas = [
        [label ?? "", order, textOf(own, at + 2), "", at + 1],
      ];
    });
    await context.sync();
  });
}

async function sortBy(key: number, ascending: boolean, rows: number): Promise<void> {
  await Excel.run(async (context) => {
    const body = context.workbook.worksheets.getItem(title).getRange(`A2:E${rows + 1}`);
    body.sort.apply([{ key, ascending }]);
    await context.sync();
  });
}

/** By the rows' numbers: what the own cell holds now, and in which row of the sheet. */
function held({ model }: Book, rows: number): ReadonlyMap<number, { text: unknown; row: number }> {
  const { cells } = model.sheetByName(title)!;
  return new Map(
    Array.from({ length: rows }, (_, at) => {
      const text = cells.formula(at + 1, 2)?.text ?? cells.value(at + 1, 2);
      return [Number(cells.value(at + 1, 4)), { text, row: at + 2 }];
    }),
  );
}

describe("own formulas in a sheet that is sorted between a switch and the way back", () => {
  it("[P2] never stand in another row than their own: they follow it, or stay values and are told", async () => {
    const image = imageOf((await openWith([customer(1)])).model);
    const seen = { followed: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 2, maxLength: 9 }),
        fc.constantFrom(null, 0, 1),
        fc.boolean(),
        async (rows, key, ascending) => {
          const book = await openImage(image);
          await fill(rows);
          await switchTo(book, "values");
          if (key !== null) await sortBy(key, ascending, rows.length);
          const left = await switchTo(book, "functions");
          const now = held(book, rows.length);
          const formulas = rows.filter(({ own }) => own.kind !== "typed").length;
          let back = 0;
          for (const [at, { own }] of rows.entries()) {
            const { text, row } = now.get(at + 1)!;
            if (typeof text === "string" && text.startsWith("=")) {
              expect(text).toBe(textOf(own, row));
              if (row !== at + 2) seen.followed += 1;
              back += 1;
            } else expect(text).toBe(own.shows);
          }
          // What is not back is told, and nothing else.
          expect(left.length > 0).toBe(back < formulas);
          if (left.length > 0) seen.left += 1;
          // Where every row has a name of its own, all of them are.
          const labels = new Set(rows.map(({ label }) => label));
          if (labels.size === rows.length && !labels.has(null)) expect(back).toBe(formulas);
        },
      ),
      { seed: 20261123, numRuns: 60 },
    );
    expect(seen.followed).toBeGreaterThan(10);
    expect(seen.left).toBeGreaterThan(10);
  });
});
