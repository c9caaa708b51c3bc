/**
 * How a person made a row's cells look: what differs from a plain cell, and what was said about it. It goes where a row
 * goes, so that a merge that is split again is as before to the eye, too.
 */
export interface CellLook {
  /** "#RRGGBB" */
  readonly fill?: string;
  /** Of the letters, "#RRGGBB". */
  readonly colour?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly underline?: Underline;
  /** What the cell's comment says, then its answers, each after its author's name. */
  readonly comment?: readonly string[];
}

/** As Excel calls them. */
export const underlines = ["Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

type Underline = (typeof underlines)[number];

/** By our column id; cells that are plain are absent. */
export type RowLooks = Readonly<Record<string, CellLook>>;

const texts = ["fill", "colour"] as const;
const marks = ["bold", "italic", "struck"] as const;

/**
 * What is known of a row's looks in a text that was parsed; cells it says nothing sound of are left out.
 *
 * @example
 * soundLooks({ name: { fill: "#FFF2CC", bold: 1 } }) //=> { name: { fill: "#FFF2CC" } }
 */
export function soundLooks(parsed: unknown): RowLooks {
  if (!isRecord(parsed)) return {};
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([column, each]): [string, CellLook][] => {
      const look = isRecord(each) ? soundLook(each) : {};
      return Object.keys(look).length === 0 ? [] : [[column, look]];
    }),
  );
}

function soundLook(given: Readonly<Record<string, unknown>>): CellLook {
  const { comment } = given;
  const said = Array.isArray(comment) ? comment.filter((line) => typeof line === "string") : [];
  const underline = underlines.find((each) => each === given["underline"]);
  return {
    ...(underline === undefined ? {} : { underline }),
    ...Object.fromEntries(
      texts.flatMap((name) => (typeof given[name] === "string" ? [[name, given[name]]] : [])),
    ),
    ...Object.fromEntries(marks.flatMap((name) => (given[name] === true ? [[name, true]] : []))),
    ...(said.length > 0 ? { comment: said } : {}),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
