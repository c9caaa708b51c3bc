import type { Calculation } from "../calc/calculation";
import type { Workbook } from "../model/workbook";
import type { BookWindow } from "./book-window";
import type { CellEditing } from "./cell-editing";
import type { History } from "./history";
import type { Journal } from "./journal";
import type { Shift } from "./shift";

export type Locale = "zh-CN" | "en-US";

/** What every edit works on: one workbook and those who must hear of its changes. */
export interface Workspace {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly journal: Journal;
  /** The undo of the one who acts. */
  readonly history: History;
  /** Whether the one who acts is editing a cell. */
  readonly editing: CellEditing;
  readonly locale: Locale;
  readonly clock: () => Date;
  /** Called with each move of cells: references kept by clients follow. */
  readonly shiftListeners: Set<(shift: Shift) => void>;
  /** Where the one who acts stands: their sheet in front and their selection. */
  readonly window: BookWindow;
  /** Where everybody stands who has the workbook open. */
  readonly windows: () => Iterable<BookWindow>;
}
