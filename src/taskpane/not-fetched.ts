import type { Language } from "../tables/schema";

/** The pane's own words are part of what could not be fetched; these are said without them. */
const said = {
  zh: {
    what: "客户簿的面板没有取到：当前离线，或加载项刚发布了新版本。",
    remedy: "连上网络再试一次；若仍然不行，保存后重新打开工作簿。工作簿未做任何改动。",
    retry: "重试",
  },
  en: {
    what: "Keepsheet’s pane could not be fetched: you are offline, or a new version has just been published.",
    remedy:
      "Connect and try again; if that does not help, save and reopen the workbook. Nothing in the workbook was changed.",
    retry: "Try again",
  },
} as const;

/** Stands in the pane's place where its code could not be fetched, so that it is never just blank. */
export function showNotFetched(root: HTMLElement, language: Language, retry: () => void): void {
  const { what, remedy, retry: title } = said[language];
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  const alert = document.createElement("div");
  alert.setAttribute("role", "alert");
  alert.style.cssText =
    'padding: 12px; font: 14px/1.5 "Segoe UI", "Microsoft YaHei UI", sans-serif';
  for (const text of [what, remedy]) {
    const line = document.createElement("p");
    line.style.margin = "0 0 8px";
    line.textContent = text;
    alert.append(line);
  }
  const button = document.createElement("button");
  button.textContent = title;
  button.style.font = "inherit";
  button.addEventListener("click", retry);
  alert.append(button);
  root.replaceChildren(alert);
}
