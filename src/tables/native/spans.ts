import type { CodeList } from "../../domain/code-list";
import { grades } from "../../domain/grade";
import {
  defaultCadences,
  defaultHorizons,
  defaultUrgencyBounds,
  longestSpanDays,
} from "../../domain/limits";
import { spanUnits, type Span } from "../../domain/span";
import { urgencies } from "../../domain/urgency";
import {
  daysLater,
  daysLaterEarly,
  isBlankCell,
  isEarly,
  literal,
  plainWord,
  type Native,
} from "./text";
import { arrayOf, placedWords, placeOf, spellingsOf } from "./words";
import type { DraftColumn, SheetDraft } from "./readings-sheet";

interface SettingsArea {
  readonly name: string;
  /** Name of the reading that is 1 when the area can be used, and the function's error otherwise. */
  readonly status: string;
  readonly items: CodeList<string>;
  readonly defaults: Readonly<Record<string, Span>>;
  readonly ordered: boolean;
}

const horizons: SettingsArea = {
  name: "crm_horizons",
  status: "crm_twin_horizons",
  items: grades.slice(0, 3),
  defaults: defaultHorizons,
  ordered: true,
};
const cadences: SettingsArea = {
  name: "crm_cadences",
  status: "crm_twin_cadences",
  items: grades,
  defaults: defaultCadences,
  ordered: false,
};
const urgency: SettingsArea = {
  name: "crm_urgency",
  status: "crm_twin_urgency",
  items: urgencies.slice(0, 3),
  defaults: defaultUrgencyBounds,
  ordered: true,
};

const items = [horizons, cadences, urgency].flatMap((area) =>
  area.items.map((item) => ({ area, item })),
);

/** Row of an area's first item among all items. */
function startOf(area: SettingsArea): number {
  return items.findIndex((entry) => entry.area === area);
}

interface SpanColumns {
  readonly months: DraftColumn;
  readonly days: DraftColumn;
  readonly average: DraftColumn;
  readonly nominal: DraftColumn;
}

/** Reads the areas of Settings that hold spans: horizons, cadences, urgency bounds; rules G4, F1, D3. */
export function draftSpans(draft: SheetDraft): void {
  const spans = draftItems(draft);
  draft.readings(
    "settings",
    [horizons, cadences, urgency].map((area) => [area.status, statusOf(area, spans)] as const),
  );
  draftBands(draft, horizons, spans, "crm_twin_grade_bands");
  draftBands(draft, urgency, spans, "crm_twin_urgency_bands");
  draftUrgencyWords(draft);
  draftGrades(draft, spans);
}

function draftItems(draft: SheetDraft): SpanColumns {
  draft.column(
    "item",
    items.map(({ area, item }) => `${area.name} ${item.code}`),
  );
  const place = draft.column(
    "row",
    items.map(({ area, item }) => {
      const words = plainWord(`INDEX(${area.name},0,1)`);
      const found = `ISNUMBER(MATCH(${words},${arrayOf(spellingsOf(item))},0))`;
      const rows = `(ROW(INDEX(${area.name},0,1))-ROW(INDEX(${area.name},1,1))+1)`;
      return `=IF(SUMPRODUCT(--${found})=1,SUMPRODUCT(${found}*${rows}),#VALUE!)`;
    }),
  );
  const amount = draft.column(
    "amount",
    items.map(({ area }, row) => {
      const cell = `INDEX(${area.name},${place.cell(row)},2)`;
      return (
        `=IF(ISLOGICAL(${cell}),#VALUE!,IF(ISNUMBER(${cell}),` +
        `IF(AND(${cell}>=1,${cell}=INT(${cell})),${cell}+0,#VALUE!),#VALUE!))`
      );
    }),
  );
  const unit = draft.column(
    "unit",
    items.map(({ area, item }, row) => {
      const cell = `INDEX(${area.name},${place.cell(row)},3)`;
      const usual = spanUnits.findIndex(({ code }) => code === area.defaults[item.code]?.unit) + 1;
      return `=IF(${isBlankCell(cell)},${usual},CHOOSE(1+${placeOf(cell, spanUnits)},#VALUE!,1,2,3))`;
    }),
  );
  const times = (heading: string, day: number, month: number, year: number) =>
    draft.column(
      heading,
      items.map(
        (_, row) => `=${amount.cell(row)}*CHOOSE(${unit.cell(row)},${day},${month},${year})`,
      ),
    );
  return {
    months: times("months", 0, 1, 12),
    days: times("days", 1, 0, 0),
    average: times("average days", 1, 30.436875, 365.2425),
    nominal: times("nominal days", 1, 30, 365),
  };
}

/** 1 when a settings area can be used; otherwise the error the function answers. */
function statusOf(area: SettingsArea, { average, nominal }: SpanColumns): Native {
  const start = startOf(area);
  const end = start + area.items.length - 1;
  const cells = (column: number) => `INDEX(${area.name},0,${column})`;
  const says = (column: number) => `(TRIM(${cells(column)})<>"")*(TRIM(${cells(column)})<>"0")`;
  const rowsUsed = `SUMPRODUCT(--(${[1, 2, 3, 4].map(says).join("+")}>0))`;
  const lengths = nominal.cells(start, end);
  const ownBases = `SUMPRODUCT(--(${cells(4)}=crm_twin_base))`;
  const failures = [
    // MATCH takes these for any letters; no item is spelled with them.
    `SUMPRODUCT(--ISNUMBER(FIND({"*","?","~"},${cells(1)})))>0`,
    `${rowsUsed}<>${area.items.length}`,
    `MAX(${lengths})>${longestSpanDays}`,
    `${ownBases}+SUMPRODUCT(1-${says(4)})<>ROWS(${area.name})`,
    // Without a base the functions count as the 1900 system does.
    `AND(${ownBases}=0,crm_twin_first=0)`,
    ...area.items
      .slice(area.ordered ? 1 : area.items.length)
      .map((_, index) => `${average.cell(start + index)}>${average.cell(start + index + 1)}`),
  ];
  return (
    `IF(SUMPRODUCT(--ISERROR(${area.name}))>0,IF(SUMPRODUCT(--ISNA(${area.name}))>0,NA(),#VALUE!),` +
    `IF(COUNT(${lengths})<${area.items.length},#VALUE!,IF(OR(${failures.join(",")}),#VALUE!,1)))`
  );
}

/**
 * Where each band begins, in serial numbers plus one: 0 is a blank, 1 the first day there is. A bound that
 * falls before a nearer one, as 30 days and 1 month do in February, leaves nothing for its band.
 */
function draftBands(
  draft: SheetDraft,
  area: SettingsArea,
  { months, days }: SpanColumns,
  name: string,
): void {
  const start = startOf(area);
  draft.column(
    name,
    (own) => [
      0,
      1,
      ...area.items.map((_, index) => {
        const span = { days: days.cell(start + index), months: months.cell(start + index) };
        const [early, later] = [daysLaterEarly, daysLater].map((add) =>
          add("crm_twin_as_of", span),
        );
        return `=MAX(${own.cell(index + 1)},2+IF(${isEarly("crm_twin_as_of")},${early},IFERROR(${later},1E7)))`;
      }),
    ],
    name,
  );
}

/** The answers of CRM.URGENCY, in the language of the first item. */
function draftUrgencyWords(draft: SheetDraft): void {
  const english = urgencies.flatMap(spellingsOf).filter((word) => /[a-z]/u.test(word));
  const first = plainWord("INDEX(crm_urgency,1,1)");
  draft.readings("language", [
    ["crm_twin_in_english", `SUMPRODUCT(--(${first}=${arrayOf(english)}))>0`],
  ]);
  const words = urgencies.map(
    ({ title }) => `=IF(crm_twin_in_english,${literal(title.en)},${literal(title.zh)})`,
  );
  draft.column("urgency words", ['=""', ...words], "crm_twin_urgency_words");
}

/** Every spelling of a grade beside its cadence: word, calendar months, days, days for showing, last day to count from. */
function draftGrades(draft: SheetDraft, { months, days, nominal }: SpanColumns): void {
  const words = placedWords(grades);
  const start = startOf(cadences);
  const beside = (column: DraftColumn) =>
    words.map(({ place }) => `=${column.cell(start + place - 1)}`);
  draft.column(
    "grade",
    words.map(({ word }) => word),
    "crm_twin_grade_words",
  );
  draft.column("months", beside(months));
  draft.column("days", beside(days));
  draft.column("nominal days", beside(nominal));
  draft.column(
    "last day",
    words.map(
      ({ place }) =>
        `=EDATE(crm_twin_last,-${months.cell(start + place - 1)})-${days.cell(start + place - 1)}`,
    ),
  );
  draft.nameLast(5, "crm_twin_grades");
}
