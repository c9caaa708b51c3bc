import type { CellsOfSheet } from "../../host/edit/person-edits";
import { pasteCells } from "../../host/edit/person-edits";
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

  /** Pastes what was copied here, whatever the clipboard holds; false where nothing was. */
  pasteOwn(): boolean {
    return this.#cells !== null && this.paste(this.#cells.text);
  }

  /** Pastes the copied cells over the selection; false where the clipboard holds something else. */
  paste(text: string): boolean {
    const { desk } = this;
    const cells = this.#cells;
    const [area] = desk.usedAreas();
    if (cells === null || area === undefined || plain(text) !== plain(cells.text)) return false;
    const target = { sheetId: desk.sheet.id, area };
    void desk
      .perform(() => pasteCells(desk.editor, cells, target, cells))
      .then((pasted) => {
        if (!pasted) return;
        const rows = cells.area.bottom - cells.area.top;
        const columns = cells.area.right - cells.area.left;
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

/** Clipboards change line ends on their way. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\n$/, "");
}
