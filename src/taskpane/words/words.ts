import type { Language } from "../../tables/schema";
import { en } from "./en";
import type { PaneWords } from "./pane-words";
import { zh } from "./zh";

/** What the pane says at once; both languages, so that switching is immediate. */
export const words: Readonly<Record<Language, PaneWords>> = { zh, en };
