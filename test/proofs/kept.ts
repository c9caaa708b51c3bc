import type { Workbook as Model } from "../../src/host/model/workbook";
import type { ColumnSpec, TableSpec } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

/**
 * What people entered, as it stands in the workbook: each cell by its table, by the id of its row and by the host's id of
 * its column, so that neither moving nor renaming changes it.
 */
export class Entered {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #doubled: readonly string[];

  private constructor(cells: ReadonlyMap<string, string>, doubled: readonly string[]) {
    this.#cells = cells;
    this.#doubled = doubled;
  }

  static in(model: Model, columns: KnownColumns): Entered {
    const cells = new Map<string, string>();
    const doubled: string[] = [];
    for (const { sheet, table } of model.tables()) {
      const { area } = table;
      const known = columns.get(table.id);
      const idAt = table.columns.findIndex(({ id }) => id === known?.id);
      if (idAt === -1) continue;
      const seen = new Set<string>();
      for (let row = area.top + 1; row <= area.bottom; row += 1) {
        const id = sheet.cells.value(row, area.left + idAt);
        if (typeof id !== "string" || id === "") continue;
        if (seen.has(id)) doubled.push(`${table.name} ${id} stands twice`);
        seen.add(id);
        table.columns.forEach((column, index) => {
          const at = area.left + index;
          const isOurs = known?.computed.has(column.id) === true;
          if (isOurs || sheet.cells.formula(row, at) !== undefined) return;
          const value = sheet.cells.value(row, at);
          if (value === null || value === "") return;
          cells.set(`${table.id}|${id}|${column.id}`, JSON.stringify(value));
        });
      }
    }
    return new Entered(cells, doubled);
  }

  /** What stood here and is another or gone by `now`. */
  lostBy(now: Entered): readonly string[] {
    return [...this.#cells].flatMap(([place, cell]) => {
      const found = now.#cells.get(place);
      return found === cell ? [] : [`${place}: ${found ?? "nothing"} instead of ${cell}`];
    });
  }

  /** The same without what somebody took away between two looks. */
  without(before: Entered, after: Entered): Entered {
    const gone = [...before.#cells.keys()].filter((place) => !after.#cells.has(place));
    const changed = [...before.#cells].filter(([place, cell]) => after.#cells.get(place) !== cell);
    const theirs = new Set([...gone, ...changed.map(([place]) => place)]);
    return new Entered(new Map([...this.#cells].filter(([place]) => !theirs.has(place))), []);
  }

  /** Whether a cell holds this text. */
  holds(text: string): boolean {
    return [...this.#cells.values()].includes(JSON.stringify(text));
  }

  /** Rows of one table with the same id. */
  get doubled(): readonly string[] {
    return this.#doubled;
  }
}

/** By the host's id of a table: the column of its ids, and those that are calculated. */
type KnownColumns = ReadonlyMap<
  number,
  { readonly id: number; readonly computed: ReadonlySet<number> }
>;

/**
 * Our tables as their headers tell before anybody renames them.
 *
 * @param calculated - headers of people's own formulas, which may be values for a while
 */
export function knownColumns(model: Model, calculated: readonly string[] = []): KnownColumns {
  return new Map(
    [...model.tables()].map(({ table: { id, columns } }) => {
      const specs: readonly TableSpec[] = Object.values(tableSpecs);
      const count = ({ columns: wanted }: TableSpec) =>
        columns.filter(({ name }) => wanted.some((spec) => isTitle(spec, name))).length;
      const [spec] = [...specs].sort((one, other) => count(other) - count(one));
      const own = columns.filter(({ name }) => calculated.includes(name));
      const of = (wanted: (column: ColumnSpec) => boolean) =>
        columns.filter(({ name }) =>
          spec?.columns.some((each) => wanted(each) && isTitle(each, name)),
        );
      return [
        id,
        {
          id: of((column) => column.id === "id")[0]?.id ?? columns[0]?.id ?? 0,
          computed: new Set(
            [...own, ...of(({ formula }) => formula !== undefined)].map((each) => each.id),
          ),
        },
      ] as const;
    }),
  );
}

function isTitle({ title }: ColumnSpec, name: string): boolean {
  return name === title.zh || name === title.en;
}
