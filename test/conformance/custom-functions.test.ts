import { inExcel, until } from "./in-excel";

/**
 * The functions of page/functions.json, which the conformance page's manifest names in place of the add-in's own, and
 * the embedded host is given in jest. CRM is the namespace of the manifest.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-overview
 */
describe("custom functions", () => {
  const streams = new Map<string, CustomFunctions.StreamingInvocation<number>>();
  const waiting = new Map<string, (answer: number) => void>();
  const cancelled: string[] = [];
  const called: string[] = [];
  let volatileCalls = 0;
  let isRegistered = false;

  function failure(how: string): unknown {
    const { ErrorCode } = CustomFunctions;
    switch (how) {
      case "value":
        return new CustomFunctions.Error(ErrorCode.invalidValue, "not like this");
      case "n/a":
        // Excel documents it to be thrown; in the language's eyes it is no Error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw new CustomFunctions.Error(ErrorCode.notAvailable);
      case "zero":
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        return Promise.reject(new CustomFunctions.Error(ErrorCode.divisionByZero));
      case "number":
        return new CustomFunctions.Error(ErrorCode.invalidNumber);
      case "null":
        return new CustomFunctions.Error(ErrorCode.nullReference);
      default:
        throw new Error("an error of the language, not of Excel");
    }
  }

  function register(): void {
    if (isRegistered) return;
    isRegistered = true;
    const serve = (name: string, work: (...args: never[]) => unknown): void =>
      CustomFunctions.associate(`TRIAL_${name}`, work as (...args: unknown[]) => unknown);
    const asJson = (...args: unknown[]): string => JSON.stringify(args.slice(0, -1));
    serve("TWICE", (value: number) => {
      called.push(`twice ${value}`);
      return value * 2;
    });
    serve("LATER", async (value: number) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return value * 3;
    });
    serve("STREAM", (topic: string, invocation: CustomFunctions.StreamingInvocation<number>) => {
      streams.set(topic, invocation);
      invocation.onCanceled = () => void cancelled.push(topic);
    });
    serve("WAIT", (topic: string, invocation: CustomFunctions.CancelableInvocation) => {
      invocation.onCanceled = () => void cancelled.push(topic);
      return new Promise<number>((resolve) => waiting.set(topic, resolve));
    });
    serve("FAIL", failure);
    serve("GRID", (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => row * 10 + column),
      ),
    );
    serve("SEEN", (value: unknown) => JSON.stringify(value));
    serve("SEEN_RANGE", (values: unknown) => JSON.stringify(values));
    serve("OPTIONAL", asJson);
    serve("REPEATING", asJson);
    serve("REPEATING_RANGES", asJson);
    serve(
      "ADDRESS",
      (_: unknown, invocation: CustomFunctions.Invocation) => invocation.address ?? "none",
    );
    serve("ADDRESSES", (_: unknown, __: unknown, invocation: CustomFunctions.Invocation) =>
      JSON.stringify(invocation.parameterAddresses),
    );
    serve("UNADDRESSED", (_: unknown, invocation: CustomFunctions.Invocation) =>
      JSON.stringify([invocation.address ?? "none", invocation.parameterAddresses ?? "none"]),
    );
    serve("TOLERANT", (value: unknown) =>
      value instanceof CustomFunctions.Error ? `the error ${value.code}` : "no error",
    );
    serve("CALLS", () => ++volatileCalls);
  }

  /** What the cells show when no function is under way any more. */
  async function answers(context: Excel.RequestContext, range: Excel.Range): Promise<unknown[][]> {
    for (let looks = 0; ; looks += 1) {
      range.load("values");
      await context.sync();
      const values = range.values as unknown[][];
      if (looks === 250 || !values.flat().includes("#BUSY!")) return values;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function onSheet(
    work: (
      sheet: Excel.Worksheet,
      read: (address: string) => Promise<unknown[][]>,
      context: Excel.RequestContext,
    ) => Promise<void>,
  ): Promise<void> {
    await inExcel(async (context, sheet) => {
      register();
      await work(sheet, (address) => answers(context, sheet.getRange(address)), context);
    });
  }

  it("answer at once or by a promise, and what reads them follows", async () => {
    await onSheet(async (sheet, read) => {
      sheet.getRange("A1:C1").formulas = [
        ["=CRM.TRIAL_TWICE(21)", "=CRM.TRIAL_LATER(A1)", "=B1+1"],
      ];
      expect(await read("A1:C1")).toEqual([[42, 126, 127]]);
    });
  });

  it("are called again only where an argument changed, and all of them at a full calculation", async () => {
    await onSheet(async (sheet, read, context) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("B1:B2").formulas = [["=CRM.TRIAL_TWICE(A1)"], ["=CRM.TRIAL_TWICE(A2)"]];
      expect(await read("B1:B2")).toEqual([[2], [4]]);
      called.length = 0;
      sheet.getRange("A2").values = [[5]];
      sheet.getRange("D9").values = [["of no matter"]];
      expect(await read("B1:B2")).toEqual([[2], [10]]);
      expect(called).toEqual(["twice 5"]);
      called.length = 0;
      context.workbook.application.calculate("Full");
      expect(await read("B1:B2")).toEqual([[2], [10]]);
      expect(called).toEqual(expect.arrayContaining(["twice 1", "twice 5"]));
    });
  });

  it("are called at every calculation where they are volatile", async () => {
    await onSheet(async (sheet, read) => {
      sheet.getRange("A1").formulas = [["=CRM.TRIAL_CALLS()"]];
      const [[before]] = (await read("A1")) as [[number]];
      sheet.getRange("C3").values = [["anything"]];
      const [[after]] = (await read("A1")) as [[number]];
      expect(after).toBeGreaterThan(before);
      sheet.getRange("A1").clear();
    });
  });

  it("stream answer after answer until their formula is gone", async () => {
    await onSheet(async (sheet, read, context) => {
      sheet.getRange("A1:B1").formulas = [['=CRM.TRIAL_STREAM("rates")', "=A1*10"]];
      await context.sync();
      await until(() => streams.has("rates"));
      for (const rate of [1, 2]) {
        streams.get("rates")?.setResult(rate);
        // Excel takes up the answers of streams when it sees fit: at most some a second.
        let shown = await read("A1:B1");
        for (let looks = 0; looks < 250 && shown[0]?.[0] !== rate; looks += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          shown = await read("A1:B1");
        }
        expect(shown).toEqual([[rate, rate * 10]]);
      }
      expect(cancelled).not.toContain("rates");
      sheet.getRange("A1").clear();
      await context.sync();
      await until(() => cancelled.includes("rates"));
      expect(cancelled).toContain("rates");
      expect(await read("A1")).toEqual([[""]]);
    });
  });

  it("hear that they are cancelled when the argument they were asked with changes", async () => {
    await onSheet(async (sheet, read, context) => {
      sheet.getRange("A1:B1").formulas = [["first", "=CRM.TRIAL_WAIT(A1)"]];
      await context.sync();
      await until(() => waiting.has("first"));
      sheet.getRange("A1").values = [["second"]];
      await context.sync();
      await until(() => cancelled.includes("first") && waiting.has("second"));
      expect(cancelled).toContain("first");
      waiting.get("second")?.(7);
      expect(await read("B1")).toEqual([[7]]);
    });
  });

  it.each([
    ["value", "#VALUE!"],
    ["n/a", "#N/A"],
    ["zero", "#DIV/0!"],
    ["number", "#NUM!"],
    ["null", "#NULL!"],
    ["of the language", "#VALUE!"],
  ])("fail as they say: %s is %s", async (how, shown) => {
    await onSheet(async (sheet, read) => {
      sheet.getRange("A1:B1").formulas = [[`=CRM.TRIAL_FAIL("${how}")`, "=ISERROR(A1)"]];
      expect(await read("A1:B1")).toEqual([[shown, true]]);
    });
  });

  it("are not called with an error unless they say that they take them", async () => {
    await onSheet(async (sheet, read) => {
      called.length = 0;
      sheet.getRange("A1:C1").formulas = [
        ["=NA()", "=CRM.TRIAL_TWICE(A1)", "=CRM.TRIAL_TOLERANT(A1)"],
      ];
      expect(await read("A1:C1")).toEqual([["#N/A", "#N/A", "the error #N/A"]]);
      expect(called).toEqual([]);
    });
  });

  it("spill arrays, and say #SPILL! where there is no room", async () => {
    await onSheet(async (sheet, read, context) => {
      sheet.getRange("A1").formulas = [["=CRM.TRIAL_GRID(2,3)"]];
      expect(await read("A1:D3")).toEqual([
        [0, 1, 2, ""],
        [10, 11, 12, ""],
        ["", "", "", ""],
      ]);
      const spilled = sheet.getRange("A1").getSpillingToRange().load("address");
      sheet.getRange("F1").formulas = [["=SUM(A1#)"]];
      await context.sync();
      expect(spilled.address).toMatch(/!A1:C2$/);
      expect(await read("F1")).toEqual([[36]]);
      sheet.getRange("B2").values = [["in the way"]];
      expect(await read("A1")).toEqual([["#SPILL!"]]);
    });
  });

  it("get ranges as rows of values, blanks and omitted arguments as null", async () => {
    await onSheet(async (sheet, read) => {
      sheet.getRange("A1:B2").values = [
        [1, "two"],
        [true, ""],
      ];
      sheet.getRange("D1:D6").formulas = [
        ["=CRM.TRIAL_SEEN_RANGE(A1:B2)"],
        ["=CRM.TRIAL_SEEN_RANGE(A1)"],
        ['=CRM.TRIAL_SEEN("text")'],
        ["=CRM.TRIAL_SEEN(Z99)"],
        ["=CRM.TRIAL_OPTIONAL(1)"],
        ["=CRM.TRIAL_OPTIONAL(1,,3)"],
      ];
      expect(await read("D1:D6")).toEqual([
        ['[[1,"two"],[true,null]]'],
        ["[[1]]"],
        ['"text"'],
        ["null"],
        ["[1,null,null]"],
        ["[1,null,3]"],
      ]);
    });
  });

  it("get a repeating parameter as one list", async () => {
    await onSheet(async (sheet, read) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("D1:D3").formulas = [
        ['=CRM.TRIAL_REPEATING("sum",1,B1,3)'],
        ['=CRM.TRIAL_REPEATING("sum",A2)'],
        ["=CRM.TRIAL_REPEATING_RANGES(A1:B1,A2:B2)"],
      ];
      expect(await read("D1:D3")).toEqual([
        ['["sum",[1,2,3]]'],
        ['["sum",[3]]'],
        ["[[[[1,2]],[[3,4]]]]"],
      ]);
    });
  });

  it("know the address of their cell and of their arguments where they ask, and only there", async () => {
    await onSheet(async (sheet, read) => {
      const { name } = sheet;
      sheet.getRange("A1:A3").values = [[1], [1], [1]];
      sheet.getRange("C1:C4").formulas = [
        ["=CRM.TRIAL_ADDRESS(1)"],
        ["=CRM.TRIAL_UNADDRESSED(A1)"],
        ["=CRM.TRIAL_ADDRESSES(A1:A2,A3)"],
        // The same values elsewhere are another call.
        ["=CRM.TRIAL_ADDRESSES(A2:A3,A1)"],
      ];
      expect(await read("C1:C4")).toEqual([
        [`${name}!C1`],
        ['["none","none"]'],
        [JSON.stringify([`${name}!A1:A2`, `${name}!A3`])],
        [JSON.stringify([`${name}!A2:A3`, `${name}!A1`])],
      ]);
    });
  });

  it("read with their namespace, whatever case they were written in; unknown ones are #NAME?", async () => {
    await onSheet(async (sheet, read, context) => {
      const cells = sheet.getRange("A1:A2");
      cells.formulas = [["=crm.trial_twice(4)"], ["=CRM.TRIAL_NOBODY(1)"]];
      expect(await read("A1:A2")).toEqual([[8], ["#NAME?"]]);
      cells.load("formulas");
      await context.sync();
      expect(cells.formulas).toEqual([["=CRM.TRIAL_TWICE(4)"], ["=CRM.TRIAL_NOBODY(1)"]]);
    });
  });

  it("keep their arguments when rows and columns are inserted before them", async () => {
    await onSheet(async (sheet, read, context) => {
      sheet.getRange("A1").values = [[6]];
      sheet.getRange("B1").formulas = [["=CRM.TRIAL_TWICE(A1)"]];
      expect(await read("B1")).toEqual([[12]]);
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("A:A").insert("Right");
      const moved = sheet.getRange("C2").load("formulas");
      await context.sync();
      expect(moved.formulas).toEqual([["=CRM.TRIAL_TWICE(B2)"]]);
      expect(await read("C2")).toEqual([[12]]);
    });
  });
});
