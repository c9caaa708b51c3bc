import type { Intents } from "../app/intents";
import type { Workbook } from "../app/workbook";
import type { Day } from "../domain/day";
import type { Moment } from "../domain/moment";
import type { NewId } from "../tables/ids";

/** What the pane is given by the composition root; everything else it knows comes through these. */
export interface PaneServices {
  readonly workbook: Workbook;
  /** The calendar day of this computer, asked anew each time. */
  readonly today: () => Day;
  /** Day and time of this computer, for the audit table. */
  readonly now: () => Moment;
  readonly newId: NewId;
  readonly intents: Intents;
  readonly facts: PaneFacts;
  readonly preferences: Preferences;
}

export interface PaneFacts {
  /** As Office names it: "PC", "Mac", "OfficeOnline". */
  readonly platform: string;
  /** The language of Excel's menus, a BCP 47 tag. */
  readonly displayLanguage: string;
  readonly version: string;
}

/** A person's own choices on this computer, never customer data. In memory only where storage is blocked. */
export interface Preferences {
  read(key: string): string | null;
  write(key: string, value: string): void;
}
