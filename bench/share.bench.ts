import { planShare } from "../src/app/share/share";
import { unwatched, type Pace } from "../src/app/slices";
import type { ShareMode } from "../src/tables/specs/shared-columns";
import { growCustomers, must, openBook, setUpBook, type Book } from "../test/excel/book";
import type { BenchRow } from "./bench";
import { fillFormulas } from "./filled-formulas";

/**
 * What a share copy costs on the wire and in time, at 10,000 and 100,000 customers: functions → native formulas or
 * values, and back. The host, which calculates 300,000 native formulas, works in the same process; in Excel it is
 * another one, so its share of the time is told apart.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [10_000, 100_000]) {
    const book = await openBook();
    await setUpBook(book);
    await growCustomers(book, count);
    await fillFormulas(count);
    for (const mode of ["native", "values"] as const)
      for (const to of [mode, "functions"] as const)
        rows.push(...(await switched(book, nameOf(count, mode, to), to)));
  }
  return rows;
}

const pace: Pace = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

function nameOf(count: number, mode: ShareMode, to: ShareMode): string {
  const customers = `${count.toLocaleString("en-US")} customers`;
  return to === "functions" ? `${customers}, ${mode} → functions` : `${customers} → ${mode}`;
}

async function switched(book: Book, name: string, to: ShareMode): Promise<BenchRow[]> {
  const { wire } = book;
  wire.reset();
  const looking = new Stopwatch(book);
  const facts = must(await book.port.describe());
  const plan = must(
    await planShare(book.port, facts, to, { pace, onProgress: () => looking.sign() }),
  );
  looking.sign();
  const cells = plan.columns.reduce((sum, column) => sum + column.cells, 0);
  const looked = figures(book, `${name}: look`, looking, `${cells} cells`);

  wire.reset();
  const switching = new Stopwatch(book);
  let signs = 0;
  must(
    await book.port.switchFormulas(plan.work, {
      ...unwatched,
      pace,
      onProgress: () => {
        signs += 1;
        switching.sign();
      },
    }),
  );
  switching.sign();
  return [...looked, ...figures(book, `${name}: switch`, switching, `${signs} signs of progress`)];
}

function figures(
  { wire: { trips } }: Book,
  name: string,
  watch: Stopwatch,
  of: string,
): BenchRow[] {
  const sum = (bytes: "bytesUp" | "bytesDown") =>
    trips.reduce((total, trip) => total + trip[bytes], 0);
  return [
    {
      name,
      value: Math.round(watch.all),
      unit: "ms",
      note: `${of}; ${Math.round(watch.own)} ms without the host`,
    },
    {
      name: `${name}: longest silence`,
      value: Math.round(watch.silence),
      unit: "ms",
      note: `at most 500; longest own work ${Math.round(watch.ownSilence)} ms`,
    },
    {
      name: `${name}: bytes`,
      value: sum("bytesUp") + sum("bytesDown"),
      unit: "B",
      note: `${trips.length} trips, ${sum("bytesUp")} up, ${sum("bytesDown")} down`,
    },
  ];
}

/** How long nothing was heard of the work, with the host's share of it and without. */
class Stopwatch {
  all = 0;
  own = 0;
  silence = 0;
  ownSilence = 0;
  readonly #began: { readonly at: number; readonly host: number };
  #heard: { readonly at: number; readonly host: number };

  constructor(private readonly book: Book) {
    this.#began = this.#now();
    this.#heard = this.#began;
  }

  sign(): void {
    const now = this.#now();
    const silence = now.at - this.#heard.at;
    this.silence = Math.max(this.silence, silence);
    this.ownSilence = Math.max(this.ownSilence, silence - (now.host - this.#heard.host));
    this.#heard = now;
    this.all = now.at - this.#began.at;
    this.own = this.all - (now.host - this.#began.host);
  }

  #now(): { readonly at: number; readonly host: number } {
    return { at: performance.now(), host: this.book.wire.hostMs };
  }
}
