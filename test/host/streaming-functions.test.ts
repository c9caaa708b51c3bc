import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

/** Lets the client deliver what it holds back: its first results within 50 ms, further ones every half second. */
async function eventually(check: () => void): Promise<void> {
  for (let left = 200; ; left--) {
    try {
      check();
      return;
    } catch (failure) {
      if (left === 0) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-web-reqs#make-a-streaming-function
describe("streaming custom functions", () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  const streams = new Map<string, CustomFunctions.StreamingInvocation<number>>();
  const cancelled: string[] = [];

  beforeAll(async () => {
    const client = host.connect({
      functions: {
        namespace: "DEMO",
        functions: [
          {
            id: "TICK",
            name: "TICK",
            parameters: [{}],
            options: { stream: true, cancelable: true },
          },
        ],
      },
    });
    await officeClient(client);
    CustomFunctions.associate(
      "TICK",
      (name: string, invocation: CustomFunctions.StreamingInvocation<number>) => {
        streams.set(name, invocation);
        invocation.onCanceled = () => void cancelled.push(name);
      },
    );
  });
  beforeEach(() => {
    streams.clear();
    cancelled.length = 0;
  });

  const value = (row: number, column: number) => sheet.cells.value(row, column);
  const ask = async (row: number, name: string): Promise<void> => {
    host.editor.type(sheet.id, row, 0, name);
    host.editor.type(sheet.id, row, 1, `=DEMO.TICK(A${row + 1})`);
    host.editor.type(sheet.id, row, 2, `=B${row + 1}*10`);
    await eventually(() => expect(streams.has(name)).toBe(true));
  };

  it("answer again and again; what depends on the cell follows", async () => {
    await ask(0, "first");
    expect(value(0, 1)).toEqual({ error: "#BUSY!" });
    streams.get("first")?.setResult(1);
    await eventually(() => expect([value(0, 1), value(0, 2)]).toEqual([1, 10]));
    streams.get("first")?.setResult(2);
    await eventually(() => expect([value(0, 1), value(0, 2)]).toEqual([2, 20]));
    expect(cancelled).toEqual([]);
  });

  it("are cancelled when the formula is deleted", async () => {
    await ask(1, "gone");
    streams.get("gone")?.setResult(1);
    await eventually(() => expect(value(1, 1)).toBe(1));
    host.editor.type(sheet.id, 1, 1, "");
    await eventually(() => expect(cancelled).toEqual(["gone"]));
    expect(value(1, 1)).toBeNull();
  });

  it("are cancelled and asked anew when an argument changes, answered already or not", async () => {
    await ask(2, "old");
    host.editor.type(sheet.id, 2, 0, "new");
    await eventually(() => expect(cancelled).toEqual(["old"]));
    await eventually(() => expect(streams.has("new")).toBe(true));
    streams.get("old")?.setResult(7);
    streams.get("new")?.setResult(8);
    await eventually(() => expect(value(2, 1)).toBe(8));
    host.editor.type(sheet.id, 2, 0, "newest");
    await eventually(() => expect(cancelled).toEqual(["old", "new"]));
    expect(value(2, 1)).toEqual({ error: "#BUSY!" });
  });

  it("are not waited for: the host is quiet though they have not answered", async () => {
    await ask(3, "silent");
    await host.quiet();
    expect(value(3, 1)).toEqual({ error: "#BUSY!" });
  });
});
