import { nextFollowUp } from "../src/domain/cadence";
import { addMonths, addYears, day, type Day } from "../src/domain/day";
import type { Demand } from "../src/domain/demand";
import { gradeBands, gradeWithin } from "../src/domain/grade";
import { defaultCadences, defaultHorizons } from "../src/domain/limits";
import { serialFromDay } from "../src/domain/serial";
import { CellFailure } from "../src/functions/cell-failure";
import { grade } from "../src/functions/grade";
import { nextFollowup } from "../src/functions/next-follow-up";
import { medianMs, type BenchRow } from "./bench";

const rowCount = 100_000;
const asOf = day("2026-03-01");
const demandCodes: readonly Demand[] = ["clear", "latent", "none"];
const demandWords = ["目标", "潜在", "死亡"];
const base = 36_526;
const horizons = [
  ["A", 1, "月", base],
  ["B", 3, "月", base],
  ["C", 6, "月", base],
];
const cadences = [
  ["A", 1, "天", base],
  ["B", 7, "天", base],
  ["C", 15, "天", base],
  ["D", 30, "天", base],
  ["E", 1, "年", base],
];

/** A workbook's worth of customers, the same in every run: mostly clear demand, closing within ten months. */
function customers() {
  const demand = new Uint8Array(rowCount);
  const close = new Int32Array(rowCount);
  const last = new Int32Array(rowCount);
  let state = 20_260_101;
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let row = 0; row < rowCount; row++) {
    demand[row] = Math.max(0, upTo(5) - 2);
    close[row] = asOf - 20 + upTo(320);
    last[row] = asOf - upTo(400);
  }
  return { demand, close, last };
}

/** Grade (0 for A to 4 for E) and next day of every row, as bare as they can be written. */
function plainLoop({ demand, close, last }: ReturnType<typeof customers>) {
  const grades = new Uint8Array(rowCount);
  const next = new Int32Array(rowCount);
  const [lastOfA, lastOfB, lastOfC] = [1, 3, 6].map((months) => addMonths(asOf, months)) as [
    Day,
    Day,
    Day,
  ];
  for (let row = 0; row < rowCount; row++) {
    const closes = close[row] as number;
    const from = last[row] as Day;
    const need = demand[row];
    const letter =
      need === 2
        ? 4
        : need === 1
          ? 3
          : closes <= lastOfA
            ? 0
            : closes <= lastOfB
              ? 1
              : closes <= lastOfC
                ? 2
                : 3;
    grades[row] = letter;
    next[row] =
      letter === 4
        ? addYears(from, 1)
        : from + (letter === 0 ? 1 : letter === 1 ? 7 : letter === 2 ? 15 : 30);
  }
  return { grades, next };
}

/** The same through the domain's own functions, as Today does it. */
function domainLoop({ demand, close, last }: ReturnType<typeof customers>) {
  const grades = new Array<string | null>(rowCount);
  const next = new Int32Array(rowCount);
  const bands = gradeBands(asOf, defaultHorizons);
  for (let row = 0; row < rowCount; row++) {
    const graded = gradeWithin(bands, demandCodes[demand[row] ?? 0] ?? null, close[row] as Day);
    const due = nextFollowUp({
      grade: graded.grade,
      lastFollowUp: last[row] as Day,
      createdDay: null,
      agreedDay: null,
      cadences: defaultCadences,
      calendar: null,
    });
    grades[row] = graded.grade;
    next[row] = due.ok && due.value !== null ? due.value : 0;
  }
  return { grades, next };
}

interface Cells {
  readonly demand: readonly string[];
  readonly close: readonly number[];
  readonly last: readonly number[];
}

function cellsOf({ demand, close, last }: ReturnType<typeof customers>): Cells {
  return {
    demand: Array.from(demand, (code) => demandWords[code] ?? ""),
    close: Array.from(close, (d) => serialFromDay(d as Day, 1900)),
    last: Array.from(last, (d) => serialFromDay(d as Day, 1900)),
  };
}

/** The same through the cell functions: words, serial numbers and settings ranges, checked in every call. */
function cellLoop({ demand, close, last }: Cells, settings: (rows: unknown[][]) => unknown[][]) {
  const grades = new Array<unknown>(rowCount);
  const next = new Array<unknown>(rowCount);
  const today = serialFromDay(asOf, 1900);
  for (let row = 0; row < rowCount; row++) {
    const letter = grade(demand[row], close[row], today, settings(horizons));
    grades[row] = letter;
    next[row] = nextFollowup(letter, last[row], null, settings(cadences));
  }
  return { grades, next };
}

const freshCopy = (rows: unknown[][]) => rows.map((row) => [...row]);

/** All three ways must agree before their times mean anything. */
function checkSame(rows: ReturnType<typeof customers>, cells: Cells): void {
  const plain = plainLoop(rows);
  const domain = domainLoop(rows);
  const cell = cellLoop(cells, freshCopy);
  for (let row = 0; row < rowCount; row++) {
    const letter = "ABCDE"[plain.grades[row] ?? 0];
    const next = plain.next[row] as Day;
    const agree =
      domain.grades[row] === letter &&
      domain.next[row] === next &&
      cell.grades[row] === letter &&
      cell.next[row] === serialFromDay(next, 1900);
    if (!agree) throw new Error(`Row ${row} differs: ${JSON.stringify([letter, next])}`);
    if (cell.grades[row] instanceof CellFailure) throw new Error(`Row ${row} failed`);
  }
}

/**
 * Grade and next day of 100,000 customers: plain loop, domain, cell functions; rules G4 and F1.
 *
 * @public called from the bundle that `functions.bench.ts` makes
 */
export function measure(): BenchRow[] {
  const rows = customers();
  const cells = cellsOf(rows);
  checkSame(rows, cells);
  const plain = medianMs(() => plainLoop(rows));
  const domain = medianMs(() => domainLoop(rows));
  const cell = medianMs(() => cellLoop(cells, (settings) => settings));
  const cellFresh = medianMs(() => cellLoop(cells, freshCopy));
  const copying = medianMs(() => {
    let cellCount = 0;
    for (let row = 0; row < rowCount; row++)
      cellCount += freshCopy(horizons).length + freshCopy(cadences).length;
    return cellCount;
  });
  const name = (what: string) => `grade + next day, 100,000 rows: ${what}`;
  const ratio = (ms: number) => `${(ms / plain).toFixed(1)} × the plain loop`;
  return [
    { name: name("plain loop over typed arrays"), value: plain, unit: "ms" },
    { name: name("domain functions"), value: domain, unit: "ms", note: ratio(domain) },
    { name: name("cell functions"), value: cell, unit: "ms", note: ratio(cell) },
    {
      name: name("cell functions, settings unpacked anew for each call"),
      value: Math.max(0, cellFresh - copying),
      unit: "ms",
      note: `${ratio(Math.max(0, cellFresh - copying))}; without the ${copying.toFixed(0)} ms of unpacking`,
    },
  ];
}
