import type { Side } from "../../app/conflicts/resolve";
import type { CellObstacle } from "../../app/deeds/obstacles";
import type { ViewWords } from "./view-words";

/** What the list of changes says. */
export interface HistoryWords extends ViewWords {
  readonly whoMissing: string;
  readonly whoHint: string;
  readonly whoLabel: string;
  readonly whoSave: string;
  readonly whoIs: (name: string) => string;
  readonly whoChange: string;

  readonly none: string;
  readonly noneHint: string;
  readonly extent: (entries: number, since: string | null) => string;
  readonly search: string;
  readonly nothingFound: (query: string) => string;
  readonly routine: string;
  readonly onlyOf: (name: string) => string;
  readonly everything: string;
  readonly older: string;
  /** Over what the pane has said since it was opened. */
  readonly notices: (count: number) => string;
  readonly unreadable: (rows: number) => string;
  /** Somebody sorted the sheet of changes. */
  readonly sortedOtherwise: string;

  readonly noName: string;
  readonly entries: (count: number) => string;
  readonly state: Readonly<Record<"all" | "part", string>>;
  /** Where a cell is: its row and column. */
  readonly place: (row: string, column: string) => string;
  readonly rowAdded: (table: string, row: string) => string;
  readonly rowRemoved: (table: string, row: string) => string;
  readonly noted: string;
  readonly before: string;
  readonly after: string;
  readonly moreEntries: (count: number) => string;

  readonly takeBack: string;
  readonly takeBackOf: (what: string) => string;
  readonly takeBackShown: string;
  /** For a share copy, whose opposite is a switch. */
  readonly switchBack: string;
  readonly switchBackOf: (what: string) => string;
  /** To take a take-back back. */
  readonly bringBack: string;
  readonly bringBackOf: (what: string) => string;
  readonly looking: string;
  readonly cannot: (refused: number, all: number) => string;
  readonly noneCan: string;
  readonly takeRest: (count: number) => string;
  readonly leave: string;
  /** Cells that somebody changed since: each is left, or put back all the same. */
  readonly chooseCells: string;
  readonly cellLabels: Readonly<Record<"read" | Side, string>>;
  readonly takeCells: (count: number) => string;
  readonly notTheseEither: (count: number) => string;
  readonly moreRefused: (count: number) => string;
  readonly obstacle: {
    readonly [
      Code in Exclude<CellObstacle["code"], "changed-since" | "row-in-use" | "id-in-use">
    ]: string;
  };
  readonly inputGone: (header: string) => string;
  readonly changedSince: (found: string, expected: string) => string;
  readonly changedBy: (who: string, when: string, deed: string) => string;
  readonly changedInSheet: string;
  readonly rowInUse: (table: string) => string;
  readonly idInUse: (table: string) => string;

  readonly trim: string;
  readonly trimHint: string;
  readonly trimBefore: string;
  readonly trimCount: (entries: number, day: string) => string;
  readonly trimNothing: (day: string) => string;
  readonly trimLook: string;
  readonly trimDo: (entries: number) => string;
  readonly trimmed: (entries: number) => string;
}
