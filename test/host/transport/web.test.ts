import { ExcelHost, type Client } from "../../../src/host/excel-host";
import { Workbook } from "../../../src/host/model/workbook";
import { serveWebHost, webPageAddress, type Arrival } from "../../../src/host/transport/web";
import { officeClient, type OfficeClient } from "../../office-client";

const bytes = Uint8Array.from({ length: 250 }, (_, at) => at);

describe("the web transport: office.js in a frame, the host in the page around it", () => {
  let host: ExcelHost;
  let office: OfficeClient;

  beforeAll(async () => {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    workbook.settings.set("before", { kept: true });
    host = new ExcelHost(workbook, { fileOf: () => Promise.resolve(bytes) });
    const before = process.env["KEEPSHEET_TRANSPORT"];
    process.env["KEEPSHEET_TRANSPORT"] = "web";
    office = await officeClient(host.connect(), { locale: "zh-CN", documentUrl: "客户.xlsx" });
    if (before === undefined) delete process.env["KEEPSHEET_TRANSPORT"];
    else process.env["KEEPSHEET_TRANSPORT"] = before;
  });

  const touch = (): Promise<void> =>
    office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
      await context.sync();
    });

  it("is Excel on the web for the add-in, in the host's language", () => {
    expect(office.Office.context.platform).toBe("OfficeOnline");
    expect(office.Office.context.displayLanguage).toBe("zh-CN");
    expect(office.Office.context.document.url).toBe("客户.xlsx");
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
  });

  it("carries requests and events", async () => {
    const seen: string[] = [];
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.onChanged.add((event) => Promise.resolve(void seen.push(event.address)));
      await context.sync();
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, "=B2+C2"],
      ];
      const range = sheet.getRange("C3").load("values");
      await context.sync();
      expect(range.values).toEqual([[3]]);
    });
    for (let turn = 0; turn < 5; turn += 1) await host.quiet();
    expect(seen).toEqual(["B2:C3"]);
  });

  it("carries the workbook's file in slices, and opens another one", async () => {
    const file = await new Promise<Office.AsyncResult<Office.File>>((resolve) =>
      office.Office.context.document.getFileAsync(
        office.Office.FileType.Compressed,
        { sliceSize: 100 },
        resolve,
      ),
    );
    expect([file.value.size, file.value.sliceCount]).toEqual([250, 3]);
    const last = await new Promise<Office.AsyncResult<Office.Slice>>((resolve) =>
      file.value.getSliceAsync(2, resolve),
    );
    expect(last.value.data).toEqual([...bytes.subarray(200)]);
    const closed = await new Promise<Office.AsyncResult<void>>((resolve) =>
      file.value.closeAsync(resolve),
    );
    expect(closed.status).toBe("succeeded");
    const opened: Uint8Array[] = [];
    host.onOpenFile((other) => opened.push(other));
    await office.Excel.createWorkbook(Buffer.from(bytes).toString("base64"));
    expect(opened).toEqual([bytes]);
  });

  it("reads the settings of the file and saves them", async () => {
    const { settings } = office.Office.context.document;
    expect(settings.get("before")).toEqual({ kept: true });
    settings.set("after", [1, "二"]);
    await new Promise<void>((resolve, reject) =>
      settings.saveAsync((result) =>
        result.status === office.Office.AsyncResultStatus.Succeeded
          ? resolve()
          : reject(new Error(result.error.message)),
      ),
    );
    expect(host.workbook.settings.get("after")).toEqual([1, "二"]);
    expect(host.workbook.settings.get("before")).toEqual({ kept: true });
  });

  // What office.js makes of the status numbers: buildResponseOnError and _processOfficeJsErrorResponse in
  // excel-web-16.00.debug.js.
  it.each([
    "InvalidOperationInCellEditMode",
    "InvalidOrTimedOutSession",
    "ActivityLimitReached",
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "AccessDenied",
    "GeneralException",
  ] as const)("a request refused as a whole fails as %s, the next one works", async (code) => {
    host.faults.failNext({ after: 0, when: "before", code });
    await expect(touch()).rejects.toMatchObject({ code });
    await touch();
  });

  it("answers a host that is being edited, or a request too large, by the status numbers", async () => {
    host.setEditing(true);
    await expect(touch()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    host.setEditing(false);
    const limit = host.faults.payloadLimit;
    host.faults.payloadLimit = 100;
    await expect(touch()).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    host.faults.payloadLimit = limit;
    await touch();
  });
});

describe("the parent page's side alone", () => {
  const conversationId = "c1";
  const page = "https://localhost:3000";
  const parentOrigin = "https://localhost:4000";
  const request = (actionName: string, data: unknown, actionType = 0): string =>
    JSON.stringify({
      _messageType: 0,
      _actionName: actionName,
      _conversationId: conversationId,
      _correlationId: 7,
      _actionType: actionType,
      _data: data,
    });

  function stage(): {
    arrive: (arrival: Partial<Arrival>) => Promise<void>;
    answers: { _data: unknown; _errorCode: number }[];
    clients: Client[];
  } {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    const host = new ExcelHost(workbook);
    const answers: { _data: unknown; _errorCode: number }[] = [];
    const clients: Client[] = [];
    let listener: (arrival: Arrival) => void = () => undefined;
    const frame = {
      postMessage: (text: string) =>
        void answers.push(JSON.parse(text) as { _data: unknown; _errorCode: number }),
    };
    serveWebHost({
      parent: {
        addEventListener: (_type, added) => (listener = added),
        removeEventListener: () => undefined,
      },
      frame: () => frame,
      pageOrigin: page,
      parentOrigin,
      conversationId,
      connect: () => {
        const client = host.connect();
        clients.push(client);
        return { client, facts: { locale: "en-US", documentUrl: "Book1.xlsx", readOnly: false } };
      },
    });
    return {
      arrive: async (arrival) => {
        listener({ data: "", origin: page, source: frame, ...arrival });
        await host.quiet();
      },
      answers,
      clients,
    };
  }

  it("says in the address who talks to whom", () => {
    expect(webPageAddress(`${page}/taskpane.html`, "zh-CN", { conversationId, parentOrigin })).toBe(
      "https://localhost:3000/taskpane.html?_host_Info=Excel$Web$16.01$zh-CN$$$disableLogging$3" +
        "#&_xdm_Info=c1|keepsheet-pane|https://localhost:4000",
    );
  });

  it("hears nothing but its own frame, origin and conversation", async () => {
    const { arrive, answers } = stage();
    const data = request("ContextActivationManager_getAppContextAsync", "keepsheet-pane");
    await arrive({ data, origin: "https://elsewhere.example" });
    await arrive({ data, source: {} });
    await arrive({ data: data.replace(conversationId, "c2") });
    await arrive({ data: "{not json" });
    await arrive({ data: { kind: "extension" } });
    await arrive({ data: "[]" });
    expect(answers).toEqual([]);
    await arrive({ data });
    expect(answers).toHaveLength(1);
  });

  it("answers what it does not know, and a request without a body, by an error", async () => {
    const { arrive, answers } = stage();
    await arrive({ data: request("executeMethod", { DdaMethod: { DispatchId: 93 } }) });
    await arrive({ data: request("ContextActivationManager_getAppContextAsync", "") });
    await arrive({ data: request("executeMethod", { DdaMethod: { DispatchId: 93 } }) });
    await arrive({ data: request("Unheard", null) });
    await arrive({ data: request("executeMethod", { DdaMethod: { DispatchId: 64 } }) });
    expect(answers.map((answer) => answer._errorCode)).toEqual([-2, 0, -2, -2, 0]);
    expect(answers[4]?._data).toMatchObject({ Error: 5000 });
  });

  it("a page that is loaded again is a new client; the old one tells it nothing", async () => {
    const { arrive, answers, clients } = stage();
    await arrive({ data: request("ContextActivationManager_getAppContextAsync", "") });
    await arrive({ data: request("appCommandInvoked", {}, 1) });
    await arrive({ data: request("ContextActivationManager_getAppContextAsync", "") });
    expect(clients).toHaveLength(2);
    expect(answers).toHaveLength(3);
  });
});
