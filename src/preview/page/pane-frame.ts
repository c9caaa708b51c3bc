import type { ClientFacts, TransportClient } from "../../host/transport/client";
import type { Client } from "../../host/excel-host";
import { element, pushButton } from "../dom";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { announced } from "./waiting";
import { openWebPane, webPaneOrigin } from "./web-pane";
import type { PaneExit, WebHost } from "../../host/transport/web";

/** What the pane's page gets from this one: its own connection to the host. */
export interface PaneConnection {
  readonly client: TransportClient;
  readonly facts: ClientFacts;
}

/** Where the pane's page sits down in the workbook. */
export interface Seat {
  /** A client for the page that has just loaded; the one of the page before is closed. */
  connect(): Client;
}

/** Which page the pane holds: the add-in, or with `?page=conformance` the questions to this host. */
function paneOf({ searchParams }: URL): "taskpane" | "conformance" {
  return searchParams.get("page") === "conformance" ? "conformance" : "taskpane";
}

const narrowest = 320;
const widest = 450;

/**
 * The real task pane: the production page in a frame, closable and resizable as in Excel. Closing only hides it,
 * because with a shared runtime the custom functions live in the same page.
 */
export class PaneFrame {
  readonly root: HTMLElement;
  readonly handle: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** A pane of another origin keeps its keys to itself: it says when the person leaves it by them. */
  onLeave: (how: PaneExit) => void = () => undefined;
  #client: Client | null = null;
  #web: WebHost | null = null;
  #width: number;
  readonly #stop: () => void;
  readonly #waiting: ((client: Client) => void)[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly seat: Seat,
    width: number,
    private readonly on: {
      readonly resized: () => void;
      /** The add-in's request takes a while, or is answered. */
      readonly busy: (on: boolean) => void;
    },
  ) {
    const { say } = desk;
    this.#width = Math.min(widest, Math.max(narrowest, width));
    this.frame = element("iframe", {
      class: "pane-frame",
      title: say("pane"),
    });
    const elsewhere = webPaneOrigin(new URL(location.href));
    if (elsewhere === null) this.frame.src = `/${paneOf(new URL(location.href))}.html?preview`;
    else {
      const connect = (): PaneConnection => this.connect();
      this.#web = openWebPane(this.frame, elsewhere, desk.locale, connect, (how) =>
        this.onLeave(how),
      );
    }
    this.root = element(
      "aside",
      { class: "task-pane", "aria-label": say("pane") },
      element(
        "div",
        { class: "pane-head" },
        element("h2", {}, say("paneTitle")),
        pushButton(
          {
            class: "quiet",
            "aria-label": say("closePane"),
            title: say("closePane"),
            "data-close-pane": true,
          },
          () => this.show(false),
          icon("close"),
        ),
      ),
      this.frame,
    );
    this.handle = element("div", {
      class: "pane-handle",
      role: "separator",
      "aria-orientation": "vertical",
      "aria-label": say("paneWidth"),
      "aria-valuemin": narrowest,
      "aria-valuemax": widest,
      tabindex: 0,
    });
    this.handle.addEventListener("pointerdown", (event) => this.#drag(event));
    this.handle.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowLeft" ? 10 : event.key === "ArrowRight" ? -10 : 0;
      if (step !== 0) this.width = this.#width + step;
    });
    this.width = this.#width;
    this.#stop = desk.host.onPaneVisibility((visible, clientId) => {
      if (clientId === this.#client?.id) this.show(visible);
    });
  }

  get width(): number {
    return this.#width;
  }

  /** Pixels, held between what Excel gives on small and on large screens. */
  set width(pixels: number) {
    this.#width = Math.round(Math.min(widest, Math.max(narrowest, pixels)));
    this.root.style.width = `${this.#width}px`;
    this.handle.setAttribute("aria-valuenow", String(this.#width));
    this.on.resized();
  }

  get shown(): boolean {
    return !this.root.classList.contains("closed");
  }

  show(visible: boolean): void {
    this.root.classList.toggle("closed", !visible);
    this.root.inert = !visible;
    this.handle.hidden = !visible;
    this.#client?.setPaneVisible(visible);
    this.on.resized();
  }

  /** The pane's client, as soon as its page has loaded. */
  client(): Promise<Client> {
    const client = this.#client;
    return client === null
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : Promise.resolve(client);
  }

  /** Called from the pane's page, through the page around it, each time it loads. */
  connect(): PaneConnection {
    const client = this.seat.connect();
    this.#client = client;
    for (const resolve of this.#waiting.splice(0)) resolve(client);
    const { workbook, locale } = this.desk;
    const { fileName: documentUrl, readOnly } = workbook;
    const told = announced(client, this.on.busy);
    return { client: told, facts: { locale, documentUrl, readOnly } };
  }

  close(): void {
    this.#stop();
    this.#client?.close();
    this.#web?.close();
    this.frame.remove();
  }

  #drag(event: PointerEvent): void {
    const start = event.clientX;
    const before = this.#width;
    this.handle.setPointerCapture(event.pointerId);
    // The frame would swallow the pointer on the way.
    this.frame.style.pointerEvents = "none";
    const moved = (move: PointerEvent): void => {
      this.width = before + start - move.clientX;
    };
    const stop = (): void => {
      this.handle.removeEventListener("pointermove", moved);
      this.handle.removeEventListener("pointerup", stop);
      this.frame.style.pointerEvents = "";
    };
    this.handle.addEventListener("pointermove", moved);
    this.handle.addEventListener("pointerup", stop);
  }
}
