import { associateCommand, officeReady, showPane } from "../../src/excel/office-host";
import { openBook } from "./book";

describe("officeReady", () => {
  it("tells that the page is in Excel, on which platform and in which language", async () => {
    await openBook();
    expect(await officeReady()).toEqual({
      inExcel: true,
      platform: "PC",
      displayLanguage: "en-US",
    });
  });
});

describe("associateCommand", () => {
  it("completes the ribbon's event once the handler is done", async () => {
    const { client } = await openBook();
    let called = 0;
    associateCommand("ShowToday", () => {
      called += 1;
      return Promise.resolve();
    });
    await client.invokeCommand("ShowToday");
    expect(called).toBe(1);
  });
});

describe("showPane", () => {
  it("says whether Excel showed it", async () => {
    await openBook();
    expect(await showPane()).toBe(true);
  });
});
