import { emptyHistory, forget, remember, type History } from "../../app/deeds/history";
import type { OpenFailure } from "../../app/today/open-today";
import type { Performed } from "../../app/deeds/perform";
import type { Today } from "../../app/today/today";
import type { Day } from "../../domain/day";
import type { Grade } from "../../domain/grade";
import type { DeedFacts } from "../../tables/audit/entries";
import type { Language, TableId } from "../../tables/schema";
import type { PaneFailure } from "../words/failure-words";
import type { Chosen } from "../today/own-choices";
import type { LanguageChoice } from "../words/language";

export type View =
  | { readonly name: "today" }
  | { readonly name: "customer"; readonly id: string }
  /** `from`: where saving and Esc lead back to. */
  | { readonly name: "log"; readonly id: string; readonly from: "today" | "customer" }
  | { readonly name: "set-up" }
  | { readonly name: "import" }
  | { readonly name: "duplicates" }
  | { readonly name: "health" }
  | { readonly name: "fields" }
  /** `called`: what a person looked for without finding it; the name to begin with. */
  | { readonly name: "new-customer"; readonly called?: string }
  | { readonly name: "share" }
  | { readonly name: "repair" }
  | { readonly name: "tools" }
  /** `of`: one customer's changes only. `take`: the deed that is to be taken back there at once. */
  | {
      readonly name: "history";
      readonly take?: string;
      readonly of: { readonly id: string; readonly name: string } | null;
    }
  | { readonly name: "settings" };

/** The view that Esc and the arrow in the header lead back to. */
export function parentOf(view: View): View {
  switch (view.name) {
    case "log":
      return view.from === "customer" ? { name: "customer", id: view.id } : { name: "today" };
    case "history":
      return view.of === null ? { name: "tools" } : { name: "customer", id: view.of.id };
    case "import":
    case "duplicates":
    case "fields":
    case "health":
    case "share":
    case "repair":
      return { name: "tools" };
    default:
      return { name: "today" };
  }
}

/** The answer to "what is due": while a newer one is on its way the older one stays in sight. */
export type TodayState =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: OpenFailure; readonly refreshing: boolean }
  | {
      readonly status: "ready";
      readonly today: Today;
      readonly refreshing: boolean;
      /** Why the latest refresh failed; the list shown is the one before. */
      readonly failure: OpenFailure | null;
    };

/** What has just happened, said once in the live region. */
export type Notice =
  | {
      readonly kind: "logged";
      readonly name: string;
      readonly grade: Grade | null;
      readonly next: Day | null;
    }
  | { readonly kind: "imported"; readonly added: number; readonly updated: number }
  /** Any other deed. `stays`: why it is never taken back, and what to do instead. */
  | {
      readonly kind: "did";
      readonly deed: DeedFacts;
      readonly stays?: Readonly<Record<Language, string>>;
    }
  /**
   * `part`: how many entries, where it was not the whole deed; `added` and `updated`: how many rows the deed had;
   * `emptied`: tables that stay though they hold nothing now; `undressed`: whether a row came back without the colours and
   * comments it had.
   */
  | {
      readonly kind: "taken-back";
      readonly deed: DeedFacts;
      readonly part: number | null;
      readonly added: number;
      readonly updated: number;
      readonly emptied: readonly TableId[];
      readonly undressed: boolean;
    }
  /** Taking back was cancelled; it can be asked for again. */
  | { readonly kind: "taking-back-cancelled" }
  | { readonly kind: "failed"; readonly failure: PaneFailure };

/** What the pane is busy with that a person asked for. */
export type Work =
  | "saving"
  | "taking-back"
  /** Taking back was cancelled: what it has taken back already comes again. */
  | "keeping"
  | "importing";

export interface PaneState {
  readonly choice: LanguageChoice;
  readonly language: Language;
  readonly today: TodayState;
  readonly view: View;
  readonly query: string;
  /** null: everybody's customers; "": those without an owner. */
  readonly owner: string | null;
  /** By fields of a person's own; forgotten with the pane. */
  readonly chosen: Chosen;
  /** As it shall stand in the audit table; "" until a person enters it. */
  readonly who: string;
  readonly history: History;
  readonly notice: Notice | null;
  /** The latest notices, the newest first, so that one that has vanished is found again. */
  readonly notices: readonly Notice[];
  readonly work: Work | null;
  readonly shares: Shares;
}

/** How far what takes its time has come, 0 to 1; 0 as long as it may be over at once. */
export interface Shares {
  /** The reading of Today. */
  readonly today: number;
  readonly work: number;
}

export type PaneAction =
  | { readonly type: "today-asked" }
  | { readonly type: "today-known"; readonly today: Today }
  | { readonly type: "today-failed"; readonly failure: OpenFailure }
  | { readonly type: "shown"; readonly view: View }
  | { readonly type: "query-typed"; readonly query: string }
  | { readonly type: "owner-chosen"; readonly owner: string | null }
  | { readonly type: "choices-chosen"; readonly chosen: Chosen }
  | {
      readonly type: "language-chosen";
      readonly choice: LanguageChoice;
      readonly language: Language;
    }
  | { readonly type: "work-started"; readonly work: Work }
  | { readonly type: "work-cancelled" }
  | { readonly type: "progressed"; readonly of: keyof Shares; readonly share: number }
  | { readonly type: "work-ended"; readonly notice: Notice | null; readonly history?: History }
  | { readonly type: "did"; readonly performed: Performed; readonly notice: Notice }
  | {
      readonly type: "took-back";
      readonly performed: Performed;
      readonly of: DeedFacts;
      readonly part: number | null;
      readonly emptied: readonly TableId[];
    }
  | { readonly type: "name-entered"; readonly who: string }
  | { readonly type: "noticed"; readonly notice: Notice }
  | { readonly type: "notice-dismissed" };

export function initialState(choice: LanguageChoice, language: Language, who: string): PaneState {
  return {
    choice,
    language,
    today: { status: "loading" },
    view: { name: "today" },
    query: "",
    owner: null,
    chosen: {},
    who,
    history: emptyHistory,
    notice: null,
    notices: [],
    work: null,
    shares: { today: 0, work: 0 },
  };
}

const mostNotices = 20;

/** The next state; pure, so that every way through the pane can be tested without one. */
export function nextState(state: PaneState, action: PaneAction): PaneState {
  const next = afterAction(state, action);
  const { notice } = next;
  return notice === null || notice === state.notice
    ? next
    : { ...next, notices: [notice, ...state.notices].slice(0, mostNotices) };
}

function afterAction(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "today-asked":
      return {
        ...state,
        today:
          state.today.status === "loading" ? state.today : { ...state.today, refreshing: true },
        shares: { ...state.shares, today: 0 },
      };
    case "today-known":
      return {
        ...state,
        today: { status: "ready", today: action.today, refreshing: false, failure: null },
        owner: stillAnOwner(state.owner, action.today),
      };
    case "today-failed":
      return { ...state, today: failedToday(state.today, action.failure) };
    case "shown":
      return { ...state, view: action.view, notice: noticeIn(action.view, state.notice) };
    case "query-typed":
      return { ...state, query: action.query };
    case "owner-chosen":
      return { ...state, owner: action.owner };
    case "choices-chosen":
      return { ...state, chosen: action.chosen };
    case "language-chosen":
      return { ...state, choice: action.choice, language: action.language };
    case "work-started":
      return { ...state, work: action.work, notice: null, shares: { ...state.shares, work: 0 } };
    case "work-cancelled":
      return state.work === "taking-back" ? { ...state, work: "keeping" } : state;
    case "progressed":
      return { ...state, shares: { ...state.shares, [action.of]: action.share } };
    case "work-ended":
      return {
        ...state,
        work: null,
        notice: action.notice,
        history: action.history ?? state.history,
      };
    case "did":
      return {
        ...state,
        notice: action.notice,
        history: stays(action.notice) ? state.history : remember(state.history, action.performed),
      };
    case "took-back": {
      // What the take-back removes, the deed had added.
      const { removed, updated } = action.performed.change;
      const counts = { added: removed.length, updated: updated.length };
      return {
        ...state,
        notice: {
          kind: "taken-back",
          deed: action.of,
          part: action.part,
          ...counts,
          emptied: action.emptied,
          undressed: action.performed.undressed !== undefined,
        },
        history: forget(state.history, action.of.id),
      };
    }
    case "name-entered":
      return { ...state, who: action.who };
    case "noticed":
      return { ...state, notice: action.notice };
    case "notice-dismissed":
      return { ...state, notice: null };
  }
}

/** Whether a notice tells of a deed that is never taken back. */
export function stays(notice: Notice): boolean {
  return notice.kind === "did" && notice.stays !== undefined;
}

/** Saving leads back to a list or card, where its notice offers to take it back; starting something new is having read it. */
function noticeIn(view: View, notice: Notice | null): Notice | null {
  return view.name === "today" || view.name === "customer" ? notice : null;
}

function failedToday(before: TodayState, failure: OpenFailure): TodayState {
  // Without its tables the old list speaks of rows that are gone; after any other failure it is still true enough.
  const listHolds = !["not-set-up", "newer-version", "older-version"].includes(failure.code);
  return before.status === "ready" && listHolds
    ? { ...before, refreshing: false, failure }
    : { status: "failed", failure, refreshing: false };
}

function stillAnOwner(owner: string | null, today: Today): string | null {
  return owner !== null && today.customers.owners().has(owner) ? owner : null;
}
