import { addChart } from "../../src/host/edit/charts";
import { freshDataBar } from "../../src/host/api/conditional-data-bar";
import { addConditionalFormat } from "../../src/host/edit/rules";
import { ExcelHost } from "../../src/host/excel-host";
import { saveXlsx } from "../../src/host/file/save";
import { cornersOf } from "../../src/host/model/chart-place";
import { internStyle } from "../../src/host/model/style";
import { Workbook } from "../../src/host/model/workbook";
import { eventually, openStage, Preview, type Stage } from "./browser";

const types = [
  ...["ColumnClustered", "Line", "Pie", "BarStacked", "Area", "3DPie"],
  ...["XYScatterLines", "RadarMarkers"],
];

/** Six sales of three quarters, eight charts beside them, and a scale, a bar and icons over the numbers. */
async function chartFile(): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("图表");
  const rows = [
    [null, "一季度", "二季度", "三季度"],
    ["江南纺织", 120, 180, 90],
    ["北方机械", 80, -40, 60],
    ["海珠贸易", 150, 130, 170],
    ["星河电子", 60, 90, 140],
    ["云岭茶业", 30, 45, 20],
  ];
  rows.forEach((row, at) =>
    row.forEach((value, column) => sheet.cells.setValue(at, column, value)),
  );
  for (let row = 1; row < 6; row++) {
    for (let column = 1; column < 4; column++) {
      sheet.cells.setStyle(row, column, internStyle({ numberFormat: "#,##0" }));
    }
  }
  const { workspace } = new ExcelHost(workbook).editor;
  types.forEach((type, index) => {
    const right = type.endsWith("Pie") ? 1 : 3;
    const area = { top: 0, left: 0, bottom: 5, right };
    const chart = addChart(workspace, sheet, type, { sheet, area, seriesBy: "Columns" });
    const place = { left: 8 + (index % 3) * 270, top: 110 + Math.floor(index / 3) * 165 };
    Object.assign(chart, cornersOf(sheet, { ...place, width: 260, height: 155 }));
    if (type.endsWith("Pie")) chart.labels = { showValue: false, showPercentage: true, look: {} };
    else chart.title.text = type;
  });
  const column = (at: number) => [{ top: 1, bottom: 5, left: at, right: at }];
  addConditionalFormat(workspace, sheet, column(1), {
    kind: "ColorScale",
    definition: {
      minimum: { type: "LowestValue", color: "#F8696B" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    },
  });
  addConditionalFormat(workspace, sheet, column(2), freshDataBar());
  addConditionalFormat(workspace, sheet, column(3), {
    kind: "IconSet",
    definition: {
      style: "ThreeArrows",
      showIconOnly: false,
      reverseIconOrder: false,
      criteria: [0, 33, 67].map((share) => ({
        type: "Percent",
        formula: `=${share}`,
        operator: "GreaterThanOrEqual",
      })),
    },
  });
  return Buffer.from(await saveXlsx(workbook));
}

describe("charts and what conditional formats draw, in the preview", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
    preview = await Preview.open(stage);
    await preview.page.setInputFiles("[data-file]", {
      name: "charts.xlsx",
      mimeType: "application/octet-stream",
      buffer: await chartFile(),
    });
    await preview.page.locator(".chart").first().waitFor();
  });
  afterAll(() => stage.close());

  const charts = () => preview.page.locator(".chart");

  it("draws charts with titles, categories and a name for who cannot see them", async () => {
    expect(await charts().count()).toBe(types.length);
    const text = await charts().first().textContent();
    for (const word of ["ColumnClustered", "江南纺织", "一季度", "150"]) {
      expect(text).toContain(word);
    }
    expect(await charts().first().getAttribute("aria-label")).toContain("一季度, 二季度, 三季度");
    expect(await charts().nth(5).textContent()).toContain("按平面显示");
    await preview.screenshot("charts-zh");
  });

  it("draws scales, bars with their axis and icons in the cells", async () => {
    const color = await preview
      .cell("B4")
      .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    expect(color).toBe("rgb(99, 190, 123)");
    expect(await preview.cell("C3").locator(".data-bar-axis").count()).toBe(1);
    expect(await preview.cell("D2").locator(".cell-icon svg").count()).toBe(1);
  });

  it("redraws when a value changes", async () => {
    const before = await charts().first().innerHTML();
    await preview.type("B4", "400");
    await eventually(
      () => charts().first().innerHTML(),
      (after) => expect(after).not.toBe(before),
    );
    expect(await charts().first().textContent()).toContain("400");
  });

  it("moves a chart by dragging, takes it back, and moves it by keys", async () => {
    const box = async () => {
      const found = await charts().first().boundingBox();
      if (found === null) throw new Error("the chart is not in view");
      return found;
    };
    const before = await box();
    const { mouse, keyboard } = preview.page;
    await mouse.move(before.x + 60, before.y + 12);
    await mouse.down();
    await mouse.move(before.x + 100, before.y + 52, { steps: 4 });
    await mouse.up();
    await eventually(box, (after) => {
      expect(Math.round(after.x - before.x)).toBe(40);
      expect(Math.round(after.y - before.y)).toBe(40);
    });
    await keyboard.press("Escape");
    await keyboard.press("Control+z");
    await eventually(box, (after) => expect(Math.round(after.x)).toBe(Math.round(before.x)));
    await charts()
      .first()
      .click({ position: { x: 10, y: 10 } });
    await keyboard.press("ArrowRight");
    await eventually(box, (after) => expect(Math.round(after.x - before.x)).toBe(8));
  });

  it("scrolls charts along with the cells", async () => {
    const top = async (): Promise<number> => (await charts().nth(3).boundingBox())?.y ?? NaN;
    const before = await top();
    await preview.cell("A2").hover();
    await preview.page.mouse.wheel(0, 100);
    await eventually(top, (after) => expect(Math.round(before - after)).toBe(100));
    await preview.page.mouse.wheel(0, -100);
    await eventually(top, (after) => expect(Math.round(after)).toBe(Math.round(before)));
  });

  it("deletes the chosen chart with the Delete key and gives the keys back to the cells", async () => {
    const count = await charts().count();
    await charts()
      .nth(1)
      .click({ position: { x: 10, y: 10 } });
    await preview.page.keyboard.press("Delete");
    await eventually(
      () => charts().count(),
      (left) => expect(left).toBe(count - 1),
    );
    await preview.page.keyboard.press("Control+z");
    await eventually(
      () => charts().count(),
      (left) => expect(left).toBe(count),
    );
  });

  it("looks right on a dark page, too, and nothing complained", async () => {
    await preview.page.emulateMedia({ colorScheme: "dark" });
    await eventually(
      () => charts().first().innerHTML(),
      (drawn) => expect(drawn).toContain("#26282b"),
    );
    await preview.screenshot("charts-dark");
    expect(preview.complaints).toEqual([]);
  });
});
