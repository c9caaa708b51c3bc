import { ExcelHost } from "../../../src/host/excel-host";
import { Workbook } from "../../../src/host/model/workbook";
import { anotherOfficeClient, officeClient, type OfficeClient } from "../../office-client";

const bytes = Uint8Array.from({ length: 250 }, (_, at) => at);

// Over the web's wire: web.test.ts; all tests run over both with KEEPSHEET_TRANSPORT.
describe("the workbook's file", () => {
  const opened: Uint8Array[] = [];
  let office: OfficeClient;
  let others: OfficeClient;

  beforeAll(async () => {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    const host = new ExcelHost(workbook, { fileOf: () => Promise.resolve(bytes) });
    host.onOpenFile((file) => opened.push(file));
    office = await officeClient(host.connect());
    const bare = new Workbook();
    bare.addSheet("Sheet1");
    others = await anotherOfficeClient(new ExcelHost(bare).connect());
  });

  const taken = (from: OfficeClient): Promise<Office.AsyncResult<Office.File>> =>
    new Promise((resolve) =>
      from.Office.context.document.getFileAsync(
        from.Office.FileType.Compressed,
        { sliceSize: 100 },
        resolve,
      ),
    );

  it("is read in slices until it is closed, and two are open at most", async () => {
    const { value: file } = await taken(office);
    expect([file.size, file.sliceCount]).toEqual([250, 3]);
    const read: number[] = [];
    for (let at = 0; at < file.sliceCount; at += 1) {
      const slice = await new Promise<Office.AsyncResult<Office.Slice>>((resolve) =>
        file.getSliceAsync(at, resolve),
      );
      read.push(...(slice.value.data as number[]));
    }
    expect(read).toEqual([...bytes]);
    await taken(office);
    expect((await taken(office)).status).toBe("failed");
    await new Promise((resolve) => file.closeAsync(resolve));
    expect((await taken(office)).status).toBe("succeeded");
    const gone = await new Promise<Office.AsyncResult<Office.Slice>>((resolve) =>
      file.getSliceAsync(0, resolve),
    );
    expect(gone.status).toBe("failed");
  });

  it("is opened as another workbook", async () => {
    await office.Excel.createWorkbook(Buffer.from(bytes).toString("base64"));
    expect(opened).toEqual([bytes]);
    await office.Excel.createWorkbook();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(opened).toHaveLength(2);
    await expect(office.Excel.createWorkbook("***")).rejects.toMatchObject({
      code: "InvalidArgument",
    });
  });

  it("is refused where nobody writes or opens files", async () => {
    expect((await taken(others)).status).toBe("failed");
    await expect(others.Excel.createWorkbook("QQ==")).rejects.toMatchObject({
      code: "UnsupportedOperation",
    });
  });
});
