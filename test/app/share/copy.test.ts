import { planShare, type SharePlan } from "../../../src/app/share/share";
import { shareCopy, type CopyOutcome, type CopyStep } from "../../../src/app/share/share-copy";
import type { WorkbookFacts } from "../../../src/app/workbook/facts";
import { unwatched } from "../../../src/app/slices";
import type { Result } from "../../../src/domain/result";
import { openWorkbook } from "../../../src/host/file/open";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  addCustomers,
  contents,
  contentsBesideAudit,
  customer,
  must,
  openBook,
  setUpBook,
  trace,
  type Book,
} from "../../excel/book";

async function bookWith(count: number): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  const customers = Array.from({ length: count }, (_, at) => customer(at + 1));
  await addCustomers(book, customers);
  return book;
}

const planned = async (book: Book, to: ShareMode): Promise<SharePlan> =>
  must(await planShare(book.port, must(await book.port.describe()), to));

/** The audit table tells of the copy; a hidden sheet nobody needs any more may be left where the connection is lost. */
const seen = (book: Book): string =>
  contentsBesideAudit(book.model)
    .split("\n# ")
    .filter((sheet) => !sheet.startsWith("计算结果存照"))
    .join("\n# ");

async function copied(
  book: Book,
  plan: SharePlan,
  facts: WorkbookFacts,
  onStep: (step: CopyStep) => void = () => undefined,
): Promise<{ done: Result<CopyOutcome, { readonly code: string }>; files: Uint8Array[] }> {
  const files: Uint8Array[] = [];
  const stop = book.host.onOpenFile((bytes) => files.push(bytes));
  const watch = (step: CopyStep) => {
    onStep(step);
    return unwatched;
  };
  const done = await shareCopy(book.port, facts, plan, "原生公式", trace, watch);
  stop();
  book.wire.reset();
  return { done, files };
}

const heldFile = (): Promise<Office.File> =>
  new Promise((resolve) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, ({ value }) => resolve(value)),
  );

describe("making a share copy and opening it", () => {
  it("[P2] [P4] opens a workbook of native formulas, leaves this one as it was, and tells of it", async () => {
    const book = await bookWith(3);
    const before = seen(book);
    expect(book.port.opensCopies()).toBe(true);
    const steps: CopyStep[] = [];
    const facts = must(await book.port.describe());
    const { done, files } = await copied(book, await planned(book, "native"), facts, (step) =>
      steps.push(step),
    );
    expect(done).toEqual({ ok: true, value: { kind: "opened", ownLeft: [], unrecorded: null } });
    expect(steps).toEqual(["switching", "taking", "going-back", "opening"]);
    expect(seen(book)).toBe(before);
    expect(must(await book.port.describe()).mode).toBe("functions");
    expect(contents(book.model)).toContain("原生公式");

    expect(files).toHaveLength(1);
    const copy = await openWorkbook(files[0]!, "副本.xlsx");
    if (!copy.ok) throw new Error(copy.failure.code);
    const formulas = copy.workbook.sheets.flatMap(({ cells }) =>
      [...cells.formulas()].map(({ formula }) => formula.text),
    );
    expect(formulas.filter((text) => text.includes("CRM.GRADE("))).toEqual([]);
    expect(formulas.filter((text) => text.includes("crm_twin_grade_bands"))).toHaveLength(3);
    expect(copy.workbook.sheets.map(({ name }) => name)).toContain("原生公式");
    // Nothing in it needs the add-in, and what is native anyway has come along.
    const [own, handed] = [book.model, copy.workbook].map((model) => model.sheetByName("客户")!);
    expect(handed!.conditionalFormats).toHaveLength(own!.conditionalFormats.length);
    expect(handed!.conditionalFormats.length).toBeGreaterThan(0);
    expect(handed!.validations).toHaveLength(own!.validations.length);
    expect(handed!.validations.length).toBeGreaterThan(0);
    const rules = JSON.stringify([handed!.conditionalFormats, handed!.validations]);
    expect(rules).toContain('N(\\"ks1\\")=0');
    expect(rules).not.toContain("CRM.");
    const named = copy.workbook.names.map(({ formula }) => formula);
    expect(named.filter((formula) => /CRM\.|#REF!/u.test(formula))).toEqual([]);
  });

  it("[P2] leaves nothing switched where Excel gives no file, or opens none", async () => {
    const book = await bookWith(2);
    const before = seen(book);
    const plan = await planned(book, "values");
    const facts = must(await book.port.describe());
    const notOpened = must(await shareCopy(book.port, facts, plan, "数值", trace, () => unwatched));
    expect(notOpened.kind).toBe("not-opened");
    expect(seen(book)).toBe(before);

    // Excel keeps no more than two files that were not closed.
    const open = [await heldFile(), await heldFile()];
    const { done } = await copied(book, plan, facts);
    expect(must(done)).toMatchObject({ kind: "not-taken", cause: { code: "host" } });
    expect(seen(book)).toBe(before);
    for (const file of open) await new Promise((resolve) => file.closeAsync(resolve));
    expect(must((await copied(book, plan, facts)).done).kind).toBe("opened");
  });

  it("[P2] is whole, or leaves the workbook as it was, or says that it is still switched", async () => {
    const whole = await bookWith(2);
    const before = seen(whole);
    const plan = await planned(whole, "values");
    const facts = must(await whole.port.describe());
    whole.wire.reset();
    let trips = 0;
    whole.wire.beforeTrip = () => (trips += 1);
    must((await copied(whole, plan, facts)).done);
    expect(trips).toBeLessThanOrEqual(40);

    const outcomes = new Set<string>();
    for (let trip = 0; trip < trips; trip += 1) {
      const book = await bookWith(2);
      const work = await planned(book, "values");
      const now = must(await book.port.describe());
      book.wire.fail(
        { trip, actions: 0 },
        { trip: trip + 1, actions: 0 },
        { trip: trip + 2, actions: 0 },
      );
      const { done, files } = await copied(book, work, now);
      const kind = done.ok ? done.value.kind : "refused";
      outcomes.add(kind);
      const { mode } = must(await book.port.describe());
      expect({ trip, mode, files: files.length }).toEqual({
        trip,
        mode: kind === "still-switched" ? "values" : "functions",
        files: kind === "opened" ? 1 : 0,
      });
      if (kind !== "still-switched")
        expect({ trip, cells: seen(book) }).toEqual({ trip, cells: before });
      else {
        must(await book.port.switchFormulas((await planned(book, "functions")).work));
        expect({ trip, cells: seen(book) }).toEqual({ trip, cells: before });
      }
    }
    expect([...outcomes].sort()).toEqual(["not-opened", "opened", "refused", "still-switched"]);
  });
});
