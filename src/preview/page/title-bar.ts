import { element, pushButton } from "../dom";
import type { Desk } from "./desk";
import { icon } from "./icons";

/** What the page asks of the program around it. */
export interface PageOrders {
  open(): void;
  save(): void;
  switchLanguage(): void;
  colleague(): void;
}

/** The line at the top: the product, the file, opening, saving and the language. */
export function makeTitleBar({ say, language }: Desk, orders: PageOrders): HTMLElement {
  return element(
    "header",
    { class: "title-bar" },
    element("img", { src: "/assets/icon-32.png", width: 20, height: 20, alt: "" }),
    element("h1", { title: say("previewNote") }, say("app")),
    element("bdi", { class: "file-name" }),
    element("span", { class: "spacer" }),
    pushButton(
      { class: "title-button", title: say("colleagueTip"), "data-colleague": true },
      () => orders.colleague(),
      icon("colleague"),
      say("colleague"),
    ),
    pushButton(
      { class: "title-button", title: say("openHint"), "data-open": true },
      () => orders.open(),
      icon("open"),
      say("open"),
    ),
    pushButton(
      { class: "title-button", "data-save": true },
      () => orders.save(),
      icon("save"),
      say("save"),
    ),
    pushButton(
      {
        class: "title-button",
        lang: language === "zh" ? "en" : "zh",
        title: say("languageHint"),
        "data-language": true,
      },
      () => orders.switchLanguage(),
      say("language"),
    ),
  );
}

/** The line above a colleague's window in the same page: whose it is, and a way to close it. */
export function makeColleagueBar({ say }: Desk, close: () => void): HTMLElement {
  return element(
    "header",
    { class: "title-bar colleague-bar" },
    icon("colleague"),
    element("h2", {}, say("colleague")),
    element("bdi", { class: "file-name" }),
    element("span", { class: "spacer" }),
    pushButton(
      {
        class: "quiet",
        "aria-label": say("colleagueClose"),
        title: say("colleagueClose"),
        "data-colleague-close": true,
      },
      close,
      icon("close"),
    ),
  );
}
