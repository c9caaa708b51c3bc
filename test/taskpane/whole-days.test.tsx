import { FluentProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { WholeDays } from "../../src/taskpane/parts/whole-days";
import { lightTheme } from "../../src/taskpane/theme";

/** What is kept in one line, part by part. */
function kept(text: string): readonly string[] {
  const html = renderToStaticMarkup(
    <FluentProvider theme={lightTheme}>
      <WholeDays text={text} />
    </FluentProvider>,
  );
  expect(html.replaceAll(/<style.*?<\/style>|<[^>]+>/gu, "")).toBe(text);
  return [...html.matchAll(/<span class="[^"]*">([^<]*)<\/span>/gu)].map(([, part]) => part ?? "");
}

describe("days in a text", () => {
  it("stay in one line each, however they are written", () => {
    expect(kept("2026-11-23 → 2025/1/5")).toEqual(["2026-11-23", "2025/1/5"]);
    expect(kept("下次 11月23日，之前 2025年1月5日。")).toEqual(["11月23日", "2025年1月5日"]);
  });

  it("are all there is kept: numbers and other words break as ever", () => {
    for (const text of ["", "138-0013-8000", "11-23", "12.5", "C2026-1-x"])
      expect(kept(text)).toEqual([]);
  });
});
