import type { Area } from "./address";
import type { Chart } from "./charts";
import { CellGrid } from "./grid";
import type { Unmodelled } from "./unmodelled";
import type { ConditionalFormat, Validation } from "./rules";
import type { CellStyle } from "./style";
import type { ColumnFilter, Table } from "./table";

export interface Note {
  row: number;
  column: number;
  author: string;
  content: string;
  visible: boolean;
  /** The size of its box in points; null where nobody has set one. */
  size?: { width: number; height: number };
  /** The note as the file had it: fonts of its words, the colours of its box. */
  readonly asRead?: NoteAsRead;
}

interface NoteAsRead {
  readonly content: string;
  /** The `text` element's inside, and the note's attributes. */
  readonly runs: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where and how it was shown, and its shape as VML; "" where it had none. */
  readonly place: string;
  readonly shape: string;
}

/** A person named in a comment; `id` counts from 0 in the order of the text. */
export interface Mention {
  readonly email: string;
  readonly id: number;
  readonly name: string;
}

/** What one person said in a comment or in a reply to it. */
export interface Said {
  readonly id: string;
  content: string;
  readonly author: string;
  /** Absent in comments from files. */
  readonly email?: string;
  /** Who is named in the content, and the content with marks where they stand. */
  mentions?: readonly Mention[];
  richContent?: string;
  /** ISO 8601. */
  readonly created: string;
}

/** A conversation at a cell. */
export interface Comment extends Said {
  row: number;
  column: number;
  resolved: boolean;
  replies: Said[];
}

/** A link at a cell: to an address outside the workbook, or to a place in it. */
export interface Hyperlink {
  row: number;
  column: number;
  readonly address: string | null;
  /** "Sheet1!A1" or a defined name. */
  readonly documentReference: string | null;
  readonly screenTip: string | null;
  readonly unmodelled?: Unmodelled;
}

export interface SheetProtection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password: string | null;
}

/** Cells a protected sheet lets people change: all of them, or those who know the password. */
export interface EditableRange {
  readonly title: string;
  readonly areas: readonly Area[];
  readonly password: string | null;
}

/** A filter over an area whose first row is its header. */
export interface SheetFilter {
  area: Area;
  filters: ColumnFilter[];
  /** Columns whose buttons the opened file hides, with what it says of them; they count from the area's left. */
  buttons?: readonly FilterButton[];
  sort?: SortRecord;
  unmodelled?: Unmodelled;
}

export interface FilterButton {
  readonly column: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How a filtered area was sorted last, as the opened file says: by columns, colours or a list of a person's own. */
export interface SortRecord {
  readonly area: Area;
  readonly attributes: Readonly<Record<string, string>>;
  readonly conditions: readonly Pick<SortRecord, "area" | "attributes">[];
}

/** One worksheet: its cells and everything laid over them. */
export class Sheet {
  readonly cells = new CellGrid();
  tables: Table[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  merges: Area[] = [];
  notes: Note[] = [];
  comments: Comment[] = [];
  hyperlinks: Hyperlink[] = [];
  /** The hindmost first. */
  charts: Chart[] = [];
  /** Rows and columns frozen at the top and left; null when nothing is. */
  freeze: { rows: number; columns: number } | null = null;
  /** Widths in characters and heights in points, only where they differ from the defaults. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  /** The size of columns and rows that have none of their own, in characters and points. */
  standardWidth = 8.43;
  standardHeight = 15;
  /** Outline levels from 1 to 8 of grouped rows and columns. */
  readonly rowOutline = new Map<number, number>();
  readonly columnOutline = new Map<number, number>();
  /** The look a whole column gives to cells below the used rows; used rows carry it cell by cell. */
  readonly columnStyles = new Map<number, CellStyle>();
  /** The look a whole row gives to cells that have none of their own; it wins over the column's. */
  readonly rowStyles = new Map<number, CellStyle>();
  readonly hiddenColumns = new Set<number>();
  /** Hidden by hand; rows a filter hides are in `filteredRows`. */
  readonly hiddenRows = new Set<number>();
  readonly filteredRows = new Set<number>();
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  tabColor = "";
  showGridlines = true;
  /** Percent, 10 to 400. */
  zoom = 100;
  showHeadings = true;
  /** False keeps the sheet's formulas from being calculated. */
  enableCalculation = true;
  /** Properties add-ins attach to the sheet, by key. */
  readonly customProperties = new Map<string, string>();
  /** How the sheet is printed, by the API's names; only what was set. */
  readonly pageLayout = new Map<string, unknown>();
  printArea: Area[] = [];
  printTitles: { rows: Area | null; columns: Area | null } = { rows: null, columns: null };
  /** The first rows and columns of pages that begin by hand. */
  readonly rowBreaks = new Set<number>();
  readonly columnBreaks = new Set<number>();
  /** The filter laid over cells that are no table; columns count from the area's left. */
  autoFilter: SheetFilter | null = null;
  protection: SheetProtection | null = null;
  /** What the sheet allowed when it was protected last; null where it never was, and while it is. */
  savedProtectionOptions: SheetProtection["options"] | null = null;
  editableRanges: EditableRange[] = [];

  constructor(
    /** Unique and kept for the sheet's life, in the form Excel uses: "{00000000-0001-0000-0000-000000000000}". */
    readonly id: string,
    public name: string,
  ) {}
}
