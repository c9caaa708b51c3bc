import { identify, newcomerKey, newcomers } from "../../app/identify-customers";
import { findNewcomers } from "../../app/identify-rows";
import type { Intent } from "../../app/intents";
import { allInSlices } from "../../app/slices";
import { followingChange, isFollowed } from "../../app/today/after-change";
import { followable } from "../../app/today/followable";
import { openToday } from "../../app/today/open-today";
import { startDay } from "../../app/today/start-day";
import type { Today } from "../../app/today/today";
import type { WorkbookEvent } from "../../app/workbook";
import type { Newcomer } from "../../app/workbook/rows";
import type { LongChange } from "../../tables/change";
import type { Channel } from "../../domain/channel";
import { browserPace } from "../import/browser-pace";
import type { MappingStep } from "../import/import-flow";
import type { FollowUpDraft } from "../log/draft";
import type { NewCustomerDraft } from "../new-customer/draft";
import type { PaneServices } from "../services";
import type { Chosen } from "../today/own-choices";
import { languageOf, readLanguageChoice, type LanguageChoice } from "../words/language";
import { nowAndThen } from "./now-and-then";
import { paneDeeds, type PaneDeeds } from "./pane-deeds";
import {
  initialState,
  nextState,
  parentOf,
  type PaneAction,
  type PaneState,
  type View,
} from "./pane-state";

const languageKey = "language";
const nameKey = "name";
/** Edits come in bursts (paste, fill down): one reading afterwards is enough. */
const settleMilliseconds = 250;
const dayCheckMilliseconds = 60_000;

/** What the pane remembers for a person's convenience until it is closed. */
export interface PaneMemory {
  /** Unsaved follow-ups by customer, so that looking elsewhere loses nothing. */
  readonly drafts: Map<string, FollowUpDraft>;
  /** The customer who is being entered; null where nothing was typed. */
  newCustomer: NewCustomerDraft | null;
  /** The import that was left before it was written; null for none. */
  importing: MappingStep | null;
  /** The channel of the last follow-up saved: most people stay with one for a while. */
  usualChannel: Channel;
}

/** The pane without its looks: a state to subscribe to and the things a person can do. */
export interface Pane extends PaneDeeds {
  readonly services: PaneServices;
  readonly memory: PaneMemory;
  readonly state: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  start(): void;
  close(): void;
  refresh(): Promise<void>;
  show(view: View): void;
  back(): void;
  /** Shows the customer here and selects its row in the sheet. */
  openCustomer(id: string): void;
  /** Selects the row in the sheet and leaves the pane as it is. */
  selectInSheet(id: string): Promise<void>;
  find(query: string): void;
  chooseOwner(owner: string | null): void;
  /** Shows the customers with these words in fields of a person's own. */
  choose(chosen: Chosen): void;
  chooseLanguage(choice: LanguageChoice): void;
  /** The name that stands in the audit table for this computer (P4). */
  enterName(name: string): void;
  dismissNotice(): void;
}

/** Makes the pane's state machine; `start` connects it to the workbook. */
export function createPane(services: PaneServices): Pane {
  const { workbook, preferences, facts } = services;
  const listeners = new Set<() => void>();
  const choice = readLanguageChoice(preferences.read(languageKey));
  let state = initialState(
    choice,
    languageOf(choice, facts.displayLanguage),
    preferences.read(nameKey) ?? "",
  );

  /** Grows with each change of what is shown: an answer to an older question is dropped. */
  let question = 0;
  /** The latest question, as long as its answer is awaited. */
  let awaited: number | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let dayCheck: ReturnType<typeof setInterval> | undefined;
  let ownSelection: string | null = null;
  /** A co-author's newcomers are for the co-author's pane to identify: two would race for the same cells. */
  let remoteOnly = false;
  /** Newcomers that were given an id, or could not be: each is tried once. */
  const met = new Set<string>();
  let closed = false;
  const endings: (() => void)[] = [];

  const deeds = paneDeeds(services, { state: () => state, dispatch, adopt, follow, refresh });

  function dispatch(action: PaneAction): void {
    const next = nextState(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function currentToday(): Today | null {
    return state.today.status === "ready" ? state.today.today : null;
  }

  /** A question about Today: only the latest is answered. */
  function ask() {
    const asked = ++question;
    awaited = asked;
    dispatch({ type: "today-asked" });
    const isCurrent = (): boolean => asked === question && !closed;
    const onProgress = nowAndThen((share) => {
      if (isCurrent()) dispatch({ type: "progressed", of: "today", share });
    }, browserPace.now);
    return { isCurrent, onlooker: { pace: browserPace, onProgress } };
  }

  async function refresh(): Promise<void> {
    const { isCurrent, onlooker } = ask();
    // Reading again is not to keep what a person does meanwhile waiting behind large answers.
    const cutting = currentToday() === null ? "few" : "steady";
    const answer = await openToday(workbook, services.today(), onlooker, cutting);
    if (!isCurrent()) return;
    awaited = null;
    dispatch(
      answer.ok
        ? { type: "today-known", today: answer.value }
        : { type: "today-failed", failure: answer.error },
    );
    const isOurs = !remoteOnly;
    remoteOnly = false;
    if (answer.ok && isOurs) await identifyNewcomers(answer.value);
  }

  /** Rows written into the sheet by hand get their id as soon as they are seen: customers, and those of other tables. */
  async function identifyNewcomers(today: Today): Promise<void> {
    const found = await newcomersNow(today);
    if (found.length === 0) return;
    const keys = found.map(newcomerKey);
    for (const key of keys) met.add(key);
    const done = await identify(workbook, today.facts, found, deeds.trace());
    if (closed) return;
    if (done.ok) {
      if (done.value.identified > 0) await refresh();
    } else if (done.error.code === "busy-editing") {
      // Whoever is still typing will give the next occasion.
      for (const key of keys) met.delete(key);
    } else dispatch({ type: "noticed", notice: { kind: "failed", failure: done.error } });
  }

  async function newcomersNow(today: Today): Promise<readonly Newcomer[]> {
    const further = await findNewcomers(workbook, today.facts, services.newId, met);
    if (closed) return [];
    // What could not be looked at is looked at after the next change.
    return [...newcomers(today, services.newId, met), ...(further.ok ? further.value : [])];
  }

  async function turnDay(): Promise<void> {
    const started = await startDay(workbook, services.today(), deeds.trace());
    await refresh();
    // Where the list itself could not be read, its own message is enough.
    if (!started.ok && state.today.status === "ready")
      dispatch({ type: "noticed", notice: { kind: "failed", failure: started.error } });
  }

  /**
   * A change of our own is known without reading again; a reading under way would bring back the time before it. What
   * that was for is read afterwards.
   */
  function adopt(today: Today): void {
    question += 1;
    if (awaited !== null) settle();
    awaited = null;
    dispatch({ type: "today-known", today });
  }

  /** The same for a change of many rows, which takes its time: one round trip, and the rows that changed or moved. */
  async function follow(before: Today, change: LongChange): Promise<void> {
    // What Today shows now is not what the change came upon.
    if (awaited !== null) return refresh();
    const { isCurrent, onlooker } = ask();
    const described = await workbook.describe();
    if (!isCurrent()) return;
    if (!(await allInSlices(isFollowed(before, change), onlooker))) return refresh();
    const today = await allInSlices(followingChange(before, change), onlooker);
    if (!isCurrent()) return;
    const facts = described.ok ? followable(today, described.value) : null;
    if (facts === null) return refresh();
    awaited = null;
    dispatch({ type: "today-known", today: { ...today, facts } });
  }

  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(() => void refresh(), settleMilliseconds);
  }

  function onWorkbookEvent(event: WorkbookEvent): void {
    if (event.kind === "selected") return void followSelection();
    remoteOnly = event.remote;
    settle();
  }

  async function followSelection(): Promise<void> {
    const asked = state.view;
    // Only views that are about a customer anyway follow the sheet: a form half filled in must stay.
    if (asked.name !== "today" && asked.name !== "customer") return;
    const own = ownSelection;
    ownSelection = null;
    const selected = await workbook.selectedRow("customers");
    if (!selected.ok || selected.value === null || closed || state.view !== asked) return;
    const id = selected.value;
    if (id === own || (asked.name === "customer" && asked.id === id)) return;
    if (currentToday()?.customers.has(id)) show({ name: "customer", id });
  }

  function show(view: View): void {
    dispatch({ type: "shown", view });
  }

  async function selectInSheet(id: string): Promise<void> {
    if (currentToday()?.customers.get(id)?.identified === false) return;
    ownSelection = id;
    const selected = await workbook.selectRow("customers", id);
    if (!selected.ok)
      dispatch({ type: "noticed", notice: { kind: "failed", failure: selected.error } });
  }

  async function showSelected(name: "log" | "customer"): Promise<void> {
    if (currentToday() === null) await refresh();
    // Where there are no customers yet, Today says what to do first.
    if (currentToday() === null) {
      show({ name: "today" });
      return;
    }
    const selected = await workbook.selectedRow("customers");
    if (!selected.ok) {
      dispatch({ type: "noticed", notice: { kind: "failed", failure: selected.error } });
      return;
    }
    if (selected.value !== null && currentToday()?.customers.has(selected.value))
      show(
        name === "log" ? { name, id: selected.value, from: "today" } : { name, id: selected.value },
      );
    else {
      // Today is where the notice is seen, and where a customer can be chosen.
      show({ name: "today" });
      dispatch({ type: "noticed", notice: { kind: "failed", failure: { code: "no-selection" } } });
    }
  }

  function onIntent(intent: Intent): void {
    switch (intent) {
      case "log-selected":
        return void showSelected("log");
      case "show-selected":
        return void showSelected("customer");
      case "history":
        show({ name: "history", of: null });
        return;
      default:
        show({ name: intent });
    }
  }

  return {
    services,
    memory: { drafts: new Map(), newCustomer: null, importing: null, usualChannel: "phone" },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      void turnDay();
      void workbook.watch(onWorkbookEvent).then((watching) => {
        if (!watching.ok) {
          dispatch({ type: "noticed", notice: { kind: "failed", failure: watching.error } });
          return;
        }
        if (closed) void watching.value();
        else endings.push(() => void watching.value());
      });
      endings.push(services.intents.listen(onIntent));
      // A pane left open overnight turns the page by itself.
      dayCheck = setInterval(() => {
        const today = currentToday();
        if (today !== null && today.asOf !== services.today()) void turnDay();
      }, dayCheckMilliseconds);
    },
    close() {
      closed = true;
      clearTimeout(settling);
      clearInterval(dayCheck);
      for (const end of endings) end();
      listeners.clear();
    },
    refresh,
    show,
    back() {
      show(parentOf(state.view));
    },
    openCustomer(id) {
      show({ name: "customer", id });
      void selectInSheet(id);
    },
    selectInSheet,
    find: (query) => dispatch({ type: "query-typed", query }),
    chooseOwner: (owner) => dispatch({ type: "owner-chosen", owner }),
    choose: (chosen) => dispatch({ type: "choices-chosen", chosen }),
    chooseLanguage(chosen) {
      preferences.write(languageKey, chosen);
      const language = languageOf(chosen, facts.displayLanguage);
      dispatch({ type: "language-chosen", choice: chosen, language });
    },
    enterName(name) {
      preferences.write(nameKey, name.trim());
      dispatch({ type: "name-entered", who: name.trim() });
    },
    ...deeds,
    dismissNotice: () => dispatch({ type: "notice-dismissed" }),
  };
}
