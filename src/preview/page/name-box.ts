import { parseArea, splitSheet } from "../../host/model/address";
import { element } from "../dom";
import type { Desk } from "./desk";
import { selectionName } from "./pointer";

/** Shows where the selection is; an address, a table or a defined name typed into it goes there. */
export class NameBox {
  readonly root: HTMLInputElement;

  constructor(
    private readonly desk: Desk,
    private readonly done: () => void,
  ) {
    this.root = element("input", {
      class: "name-box",
      "aria-label": desk.say("nameBox"),
      autocomplete: "off",
      spellcheck: "false",
    });
    this.root.addEventListener("focus", () => this.root.select());
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.done();
      if (event.key === "Enter") {
        event.preventDefault();
        const text = this.root.value.trim();
        if (this.#go(text)) this.done();
        else desk.tell(desk.say("noSuchPlace", { text }));
      }
    });
    this.root.addEventListener("blur", () => this.refresh());
  }

  refresh(): void {
    if (document.activeElement !== this.root) this.root.value = selectionName(this.desk);
  }

  #go(text: string): boolean {
    const { workbook } = this.desk;
    const named = workbook.names.find((one) => one.name.toLowerCase() === text.toLowerCase());
    const table = workbook.tableByName(text);
    if (table !== undefined) {
      this.desk.showSheet(table.sheet.id);
      this.desk.selectArea(table.table.area);
      return true;
    }
    const { sheet: sheetName, rest } = splitSheet(
      named === undefined ? text : named.formula.replace(/^=/, ""),
    );
    const sheet = sheetName === null ? this.desk.sheet : workbook.sheetByName(sheetName);
    const area = parseArea(rest);
    if (sheet === undefined || area === null) return false;
    this.desk.showSheet(sheet.id);
    this.desk.selectArea(area);
    return true;
  }
}
