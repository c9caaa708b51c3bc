import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { AddInReference } from "../../../src/host/model/kept";
import { Workbook } from "../../../src/host/model/workbook";

const addIn = (id: string): AddInReference => ({
  id,
  version: "1.0.0.0",
  store: "developer",
  storeType: "Registry",
});
const [theirs, ours] = [addIn("THEIRS"), addIn("ours")];

/** What is opened of these bytes by an add-in; by none in particular when left out. */
async function opened(bytes: Uint8Array, of?: AddInReference): Promise<Workbook> {
  const found = await openWorkbook(bytes, "客户.xlsx", of === undefined ? {} : { addIn: of.id });
  if (!found.ok) throw new Error(found.failure.code);
  return found.workbook;
}

/** A workbook that first one add-in has worked in, then another one. */
async function ofBoth(): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.addSheet("S");
  workbook.settings.set("layout", 1);
  const first = await opened(await saveXlsx(workbook, { addIn: theirs }));
  first.settings.set("layout", 2);
  return saveXlsx(first, { addIn: ours });
}

describe("settings of several add-ins in one file", () => {
  it("are each found again by the add-in whose they are", async () => {
    const bytes = await ofBoth();
    expect((await opened(bytes, ours)).settings.get("layout")).toBe(2);
    expect((await opened(bytes, addIn("theirs"))).settings.get("layout")).toBe(1);
  });

  it("are the first one's for who is neither", async () => {
    expect((await opened(await ofBoth())).settings.get("layout")).toBe(1);
    expect((await opened(await ofBoth(), addIn("a third"))).settings.get("layout")).toBe(1);
  });

  it("stay the other one's where nobody says again which add-in saves", async () => {
    const workbook = await opened(await ofBoth(), ours);
    workbook.settings.set("layout", 3);
    const bytes = await saveXlsx(workbook);
    expect((await opened(bytes, ours)).settings.get("layout")).toBe(3);
    expect((await opened(bytes, theirs)).settings.get("layout")).toBe(1);
  });
});
