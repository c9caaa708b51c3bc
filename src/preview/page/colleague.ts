import type { Client } from "../../host/excel-host";
import type { Presence } from "../grid/selection-boxes";
import type { AddIn } from "../ribbon/add-in";
import { Desk } from "./desk";
import { Page } from "./page";
import { makeColleagueBar } from "./title-bar";

/**
 * The same workbook in a second window: another person with an office.js client of their own, another sheet in front,
 * another selection. Both windows stand in one page, so that what co-authoring does is seen as it happens.
 */
export class Colleague {
  readonly page: Page;
  readonly desk: Desk;
  #client: Client;
  #connected = false;

  constructor(
    mine: Desk,
    addIn: AddIn | null,
    setting: {
      readonly others: () => readonly Presence[];
      readonly save: () => void;
      readonly open: () => void;
      readonly close: () => void;
    },
  ) {
    const { host, language, say } = mine;
    const options = addIn === null ? {} : { functions: addIn.functions };
    this.#client = host.connect(options);
    this.desk = new Desk(
      host,
      () => this.#client.editor,
      language,
      say,
      (message) => this.page.status.tell(message),
      say("colleague"),
    );
    this.page = new Page(this.desk, addIn, {
      bar: makeColleagueBar(this.desk, () => setting.close()),
      seat: {
        connect: () => {
          // The client that was there before the pane's page is that page's; one that loads again takes another.
          if (this.#connected) {
            this.#client.close();
            this.#client = host.connect(options);
          }
          this.#connected = true;
          return this.#client;
        },
      },
      paneWidth: 0,
      save: setting.save,
      open: setting.open,
      colleague: null,
      others: setting.others,
    });
    this.page.root.classList.add("beside");
  }

  close(): void {
    this.page.close();
    this.#client.close();
  }
}

/** Where that person stands, for the window of the other. */
export function presenceOf(desk: Desk): Presence {
  return { name: desk.author, sheetId: desk.sheet.id, areas: desk.selection.areas };
}
