import { openStage, type Stage } from "./browser";

interface Outcome {
  readonly file: string;
  readonly test: string;
  readonly passed: boolean;
  readonly complaint: string | null;
  readonly answers: readonly string[];
}

describe("the conformance page, which questions whichever Excel opens it", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it("runs every conformance test in the pane of this host and records each answer", async () => {
    const page = await stage.browser.newPage();
    await page.goto(`${stage.url}preview/?page=conformance`);
    const pane = page.frameLocator("iframe.pane-frame");
    await pane.locator("html[data-done]").waitFor({ state: "attached", timeout: 55_000 });
    const record = JSON.parse(await pane.locator("[data-record]").inputValue()) as {
      readonly platform: string;
      readonly outcomes: readonly Outcome[];
    };
    expect(record.outcomes.filter(({ passed }) => !passed)).toEqual([]);
    expect(await pane.getByRole("status").textContent()).toBe(
      `${record.outcomes.length} passed, 0 failed`,
    );
    // Every file is there, and what was compared is written down.
    expect(new Set(record.outcomes.map(({ file }) => file)).size).toBeGreaterThan(10);
    expect(record.outcomes.flatMap(({ answers }) => answers).length).toBeGreaterThan(100);
    await page.close();
  });
});
