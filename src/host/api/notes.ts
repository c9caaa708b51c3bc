import type { Note as StoredNote, Sheet } from "../model/sheet";
import { refuseUnlessAllowed } from "../edit/protection";
import { ApiObject, items } from "../protocol/api-object";
import { HostError, itemNotFound } from "../protocol/host-error";
import { number, text } from "./arguments";
import { ListedCollection } from "./collections";
import { serve, serveKept, type Keeping, type Property } from "./properties";
import * as kind from "./property-kinds";
import { cellGiven } from "./range-part";
import { sheetOf, type Session } from "./session";

/**
 * Notes (once called comments) of a worksheet or of the workbook. The office.js package this project develops with has
 * no such class yet; the one Excel loads has. https://learn.microsoft.com/javascript/api/excel/excel.notecollection
 */
export class NoteCollection extends ListedCollection<Note> {
  readonly className = "NoteCollection";
  readonly itemName = "the note";

  constructor(
    readonly session: Session,
    /** Null for the workbook's. */
    readonly sheetId: string | null,
  ) {
    super();
  }

  override [items](): readonly Note[] {
    return sheetsOf(this).flatMap((sheet) =>
      sheet.notes.map(({ row, column }) => new Note(this.session, sheet.id, row, column)),
    );
  }

  /** #add: one note a cell */
  add(cellAddress: unknown, content: unknown): Note {
    const { sheet, row, column } = cellOf(this, cellAddress);
    const said = text(content, "content");
    if (noteAt(sheet, row, column) !== undefined) {
      throw new HostError("ItemAlreadyExists", "The cell has a note already.");
    }
    changeNotes(this.session, sheet, () =>
      sheet.notes.push({ row, column, author: "User", content: said, visible: false }),
    );
    return new Note(this.session, sheet.id, row, column);
  }

  /** #getItemOrNullObject: by the cell's address */
  override getItemOrNullObject(key: unknown): Note | null {
    const { sheet, row, column } = cellOf(this, key);
    const known = noteAt(sheet, row, column);
    return known === undefined ? null : new Note(this.session, sheet.id, row, column);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.note */
export class Note extends ApiObject {
  readonly className = "Note";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly row: number,
    readonly column: number,
  ) {
    super();
  }

  /** #delete */
  delete(): void {
    stored(this);
    const sheet = sheetOf(this.session, this.sheetId);
    changeNotes(this.session, sheet, () => {
      sheet.notes = sheet.notes.filter(
        (note) => note.row !== this.row || note.column !== this.column,
      );
    });
  }

  /** #getLocation */
  getLocation(): ApiObject {
    const { row, column } = this;
    return this.session.objects.range(this.sheetId, {
      top: row,
      bottom: row,
      left: column,
      right: column,
    });
  }
}

const said: Keeping<Note, StoredNote> = {
  read: stored,
  change: (of, change) => changeNote(of, (note) => Object.assign(note, change)),
};

serveKept(Note, said, { content: kind.text(""), visible: kind.truth(false) });

serve(Note, {
  authorName: (of) => stored(of).author,
  width: side("width"),
  height: side("height"),
});

/** A measure of the note's box, in points. */
function side(name: "width" | "height"): Property<Note> {
  return {
    get: (of) => sizeOf(stored(of))[name],
    set: (of, value) => {
      const points = number(value, name);
      changeNote(of, (note) => (note.size = { ...sizeOf(note), [name]: points }));
    },
  };
}

/** The box Excel draws for a new note, in points. */
const newSize = { width: 108, height: 59.25 };

function sizeOf(note: StoredNote): { width: number; height: number } {
  return note.size ?? newSize;
}

function noteAt(sheet: Sheet, row: number, column: number): StoredNote | undefined {
  return sheet.notes.find((note) => note.row === row && note.column === column);
}

/** @throws HostError ItemNotFound where the note has been deleted meanwhile */
function stored({ session, sheetId, row, column }: Note): StoredNote {
  const note = noteAt(sheetOf(session, sheetId), row, column);
  if (note === undefined) throw itemNotFound("the note has been deleted");
  return note;
}

function changeNote(of: Note, change: (note: StoredNote) => void): void {
  const note = stored(of);
  changeNotes(of.session, sheetOf(of.session, of.sheetId), () => change(note));
}

function changeNotes(session: Session, sheet: Sheet, change: () => void): void {
  refuseUnlessAllowed(session.workspace, sheet, "allowEditObjects");
  session.workspace.history.layers(sheet);
  change();
}

function sheetsOf({ session, sheetId }: NoteCollection): readonly Sheet[] {
  return sheetId === null ? session.workspace.workbook.sheets : [sheetOf(session, sheetId)];
}

function cellOf(
  { session, sheetId }: NoteCollection,
  address: unknown,
): ReturnType<typeof cellGiven> {
  const home = sheetOf(session, sheetId ?? session.workspace.window.activeSheetId);
  return cellGiven(session, home, address, "cellAddress");
}
