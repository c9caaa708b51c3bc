import type { Outcome } from "../../host/edit/editor";
import type { CellsOfSheet } from "../../host/edit/person-edits";
import { pasteCells, type PastedPart } from "../../host/edit/person-edits";
import type { Area } from "../../host/model/address";
import type { Desk } from "./desk";

interface CopiedCells extends CellsOfSheet {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * The cells a person has copied or cut. While the clipboard still holds their text, pasting brings formulas and formats
 * along; any other text is pasted as typed.
 */
export class Copied {
  #cells: CopiedCells | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {}

  /** The cells to be framed on the sheet on show; null where there are none. */
  get shown(): CellsOfSheet["area"] | null {
    return this.#cells?.sheetId === this.desk.sheet.id ? this.#cells.area : null;
  }

  take(text: string, cut: boolean): void {
    const [area] = this.desk.usedAreas();
    this.#cells = area === undefined ? null : { sheetId: this.desk.sheet.id, area, text, cut };
    this.changed();
  }

  forget(): boolean {
    if (this.#cells === null) return false;
    this.#cells = null;
    this.changed();
    return true;
  }

  /** Whether there is something of which a part can be pasted: cut cells move as a whole. */
  get hasParts(): boolean {
    return this.#cells?.cut === false;
  }

  /** Pastes what was copied here, whatever the clipboard holds; false where nothing was. */
  pasteOwn(part: PastedPart = {}): boolean {
    return this.#cells !== null && this.paste(this.#cells.text, part);
  }

  /** Rows that a filter hides stay behind when copied, and come along when cut, as in Excel. */
  #pasteRuns(cells: CopiedCells, area: Area, part: PastedPart): Outcome {
    const { editor, sheet } = this.desk;
    const how = { cut: cells.cut, ...part };
    const runs = cells.cut ? [cells.area] : shownRuns(this.desk, cells);
    const [only, second] = runs;
    if (only !== undefined && second === undefined && only.bottom === cells.area.bottom) {
      return pasteCells(editor, { ...cells, area: only }, { sheetId: sheet.id, area }, how);
    }
    return editor.act("paste", () => {
      let { top, left } = area;
      for (const run of runs) {
        const target = { top, left, bottom: top, right: left };
        const done = pasteCells(
          editor,
          { ...cells, area: run },
          { sheetId: sheet.id, area: target },
          how,
        );
        if (!done.accepted) return done;
        const rows = run.bottom - run.top + 1;
        if (part.transpose === true) left += rows;
        else top += rows;
      }
      return { accepted: true };
    });
  }

  /** Pastes the copied cells over the selection; false where the clipboard holds something else. */
  paste(text: string, part: PastedPart = {}): boolean {
    const { desk } = this;
    const cells = this.#cells;
    const [area] = desk.usedAreas();
    if (cells === null || area === undefined || plain(text) !== plain(cells.text)) return false;
    void desk
      .perform(() => this.#pasteRuns(cells, area, part))
      .then((pasted) => {
        if (!pasted) return;
        const down = shownRuns(desk, cells).reduce(
          (sum, run) => sum + run.bottom - run.top + 1,
          -1,
        );
        const across = cells.area.right - cells.area.left;
        const [rows, columns] = part.transpose === true ? [across, down] : [down, across];
        desk.selectArea({
          ...area,
          bottom: Math.max(area.bottom, area.top + rows),
          right: Math.max(area.right, area.left + columns),
        });
        if (cells.cut) this.forget();
      });
    return true;
  }
}

/** The stretches of rows of a copied area that a filter leaves in view. */
function shownRuns(desk: Desk, { sheetId, area }: CellsOfSheet): Area[] {
  const filtered = desk.workbook.sheetById(sheetId)?.filteredRows ?? new Set<number>();
  if (filtered.size === 0) return [area];
  const runs: Area[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (filtered.has(row)) continue;
    const last = runs.at(-1);
    if (last?.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ ...area, top: row, bottom: row });
  }
  return runs;
}

/** Clipboards change line ends on their way. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\n$/, "");
}
