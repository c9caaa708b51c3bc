import type { Area } from "./address";
import { CellGrid } from "./grid";
import type { ConditionalFormat, Validation } from "./rules";
import type { CellStyle } from "./style";
import type { Table } from "./table";

export interface Note {
  row: number;
  column: number;
  author: string;
  content: string;
  visible: boolean;
}

/** What one person said in a comment or in a reply to it. */
export interface Said {
  readonly id: string;
  content: string;
  readonly author: string;
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

export interface SheetProtection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password: string | null;
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
  /** Rows and columns frozen at the top and left; null when nothing is. */
  freeze: { rows: number; columns: number } | null = null;
  /** Widths in characters and heights in points, only where they differ from the defaults. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  /** The look a whole column gives to cells below the used rows; used rows carry it cell by cell. */
  readonly columnStyles = new Map<number, CellStyle>();
  readonly hiddenColumns = new Set<number>();
  /** Hidden by hand; rows a filter hides are in `filteredRows`. */
  readonly hiddenRows = new Set<number>();
  readonly filteredRows = new Set<number>();
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  tabColor = "";
  showGridlines = true;
  protection: SheetProtection | null = null;

  constructor(
    /** Unique and kept for the sheet's life, in the form Excel uses: "{00000000-0001-0000-0000-000000000000}". */
    readonly id: string,
    public name: string,
  ) {}
}
