import { demands } from "../../domain/demand";
import { draftSpans } from "./spans";
import {
  countOfNumber,
  countOfText,
  dayFormat,
  dayShapes,
  literal,
  dayParts,
  readDayCell,
} from "./text";
import { placedWords } from "./words";
import { draftWorkdays } from "./workdays";
import { readingsTitle, SheetDraft, type ReadingsSheet } from "./readings-sheet";

/**
 * The sheet the twins read: settings, as-of day, accepted words and the calendar of working days. It reads the same
 * `crm_*` names as the functions, so that what a manager edits counts at once.
 */
export function readingsSheet(): ReadingsSheet {
  made ??= drafted();
  return made;
}

/** Twelve thousand cells that are always the same. */
let made: ReadingsSheet | null = null;

function drafted(): ReadingsSheet {
  const draft = new SheetDraft();
  // Serial 60 is a 29 February that never was, in the system whose first serial is 1.
  draft.column(
    "numbers from",
    ["=-1E+300", "=crm_twin_first", "=60", "=61", "=crm_twin_last+1"],
    "crm_twin_from",
  );
  draft.column(
    "are days",
    ["=#VALUE!", "=TRUE", "=IF(crm_twin_first=1,#VALUE!,TRUE)", "=TRUE", "=#VALUE!"],
    "crm_twin_ok",
  );
  draft.readings("calendar", [
    ["crm_twin_base", "DATE(2000,1,1)"],
    ["crm_twin_first", "IF(crm_twin_base=36526,1,0)"],
    ["crm_twin_last", "crm_twin_base+2921939"],
    [
      "crm_twin_format",
      `IF(crm_twin_first=1,${literal(dayFormat(19_000_301))},${literal(dayFormat(19_040_101))})`,
    ],
    ["crm_twin_as_of", readDayCell("crm_as_of", { blank: "TODAY()", day: (serial) => serial })],
    [
      "crm_twin_as_of_count",
      readDayCell("crm_as_of", {
        blank: countOfText("TODAY()"),
        day: countOfText,
        number: countOfNumber,
        system: "unknown",
      }),
    ],
  ]);
  draft.column("day spellings", dayShapes, "crm_twin_shapes");
  for (const { numbers, start, weight } of dayParts)
    draft.column("part of a day", [numbers, start, weight]);
  ["crm_twin_numbers", "crm_twin_starts", "crm_twin_weights"].forEach((name, row) =>
    draft.nameLast(dayParts.length, name, row),
  );
  const words = placedWords(demands);
  draft.column(
    "demand",
    words.map(({ word }) => word),
    "crm_twin_demand_words",
  );
  draft.column(
    "1 clear, 2 latent, 3 none",
    words.map(({ place }) => place),
    "crm_twin_demand_places",
  );
  draftSpans(draft);
  draftWorkdays(draft);
  return {
    title: readingsTitle,
    columns: draft.columns,
    names: draft.names,
  };
}
