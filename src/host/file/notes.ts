import { cellAddress, parseArea } from "../model/address";
import { cornersOf } from "../model/chart-place";
import type { Note, Sheet } from "../model/sheet";
import { shownHeight, shownWidth } from "../model/sizes";
import { inUsualKind } from "./namespaces";
import {
  attributesText,
  childNamed,
  childrenNamed,
  encodeEscapes,
  escapeXml,
  runsText,
  xmlHeader,
  type XmlElement,
} from "./xml";

/** Notes ("comments" in the file). Which of them are always shown is told by their drawings, not by the list. */
export function readNotes(root: XmlElement, source: string, drawing: string | null): Note[] {
  const authors = childrenNamed(childNamed(root, "authors"), "author").map((author) => author.text);
  const boxes = noteBoxes(drawing ?? "");
  return childrenNamed(childNamed(root, "commentList"), "comment").flatMap((comment) => {
    const area = parseArea(comment.attributes.ref ?? "");
    const text = childNamed(comment, "text");
    if (area === null) return [];
    const { ref: _, authorId, ...attributes } = comment.attributes;
    const box = boxes.get(`${area.top},${area.left}`);
    const note = {
      row: area.top,
      column: area.left,
      author: authors[Number(authorId ?? 0)] ?? "",
      content: text === undefined ? "" : runsText(text),
      visible: box?.visible === true,
      ...(box?.size === undefined ? {} : { size: box.size }),
    };
    const runs = (text?.children ?? []).map(({ start, end }) => source.slice(start, end)).join("");
    const asRead = {
      content: note.content,
      // A prefix is declared by the part the text comes from, and by no other.
      runs: inUsualKind(runs).replace(/(<\/?)\w+:/g, "$1"),
      attributes: Object.fromEntries(
        Object.entries(attributes).filter(([name]) => !name.includes(":")),
      ),
      place: placeOf(note),
      shape: box?.shape ?? "",
    };
    return [{ ...note, asRead }];
  });
}

/** Where a note stands and how it is shown. */
function placeOf({ row, column, visible, size }: Note): string {
  return JSON.stringify([row, column, visible, size ?? null]);
}

interface NoteBox {
  readonly visible: boolean;
  readonly size?: NonNullable<Note["size"]>;
  readonly shape: string;
}

/** The size of a note's box nobody has set, in points; Excel's own is three quarters of a point lower. */
const usualSize = { width: 108, height: 60 };

/** A drawing in pieces: shapes, and what stands between them. Shapes do not hold one another. */
function pieces(drawing: string): { readonly text: string; readonly isShape: boolean }[] {
  const [head = "", ...rest] = drawing.split(/(?=<(?:\w+:)?shape\b)/i);
  return [
    { text: head, isShape: false },
    ...rest.flatMap((piece) => {
      const close = /<\/(?:\w+:)?shape>/i.exec(piece);
      const end = close === null ? piece.indexOf("/>") + 2 : close.index + close[0].length;
      return [
        { text: piece.slice(0, end), isShape: true },
        { text: piece.slice(end), isShape: false },
      ];
    }),
  ];
}

function isNote(shape: string): boolean {
  return /ObjectType="Note"/i.test(shape);
}

/** Old drawings (VML) are often not well formed; the few facts needed are found as text. */
function noteBoxes(drawing: string): ReadonlyMap<string, NoteBox> {
  const boxes = new Map<string, NoteBox>();
  for (const { text: shape, isShape } of pieces(drawing)) {
    if (!isShape) continue;
    const row = /<(?:\w+:)?Row>\s*(\d+)/i.exec(shape)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)/i.exec(shape)?.[1];
    if (row === undefined || column === undefined || !isNote(shape)) continue;
    const width = Number(/[;"'\s]width:\s*([\d.]+)pt/i.exec(shape)?.[1]);
    const height = Number(/[;"'\s]height:\s*([\d.]+)pt/i.exec(shape)?.[1]);
    const usual = width === usualSize.width && Math.abs(height - usualSize.height) < 1;
    const sized = width > 0 && height > 0 && !usual;
    boxes.set(`${Number(row)},${Number(column)}`, {
      visible: /<(?:\w+:)?Visible\b/i.test(shape),
      ...(sized ? { size: { width, height } } : {}),
      shape,
    });
  }
  return boxes;
}

/** An old drawing without the notes' shapes. */
export function withoutNotes(drawing: string): string {
  return pieces(drawing)
    .map(({ text, isShape }) => (isShape && isNote(text) ? "" : text))
    .join("");
}

/** Whether an old drawing holds shapes at all. */
export function drawsShapes(drawing: string): boolean {
  return pieces(drawing).some(({ isShape }) => isShape);
}

/** True when the drawing holds more than notes: buttons, check boxes and other form controls. */
export function drawsControls(drawing: string): boolean {
  return [...drawing.matchAll(/ObjectType="(\w+)"/gi)].some((match) => match[1] !== "Note");
}

/**
 * The notes a file gets: the sheet's own and, as Excel writes for versions that know no comments, a note with the words
 * of each conversation. The conversations themselves are not written.
 */
export function notesToSave(sheet: Sheet): readonly Note[] {
  const told = sheet.comments.map(({ row, column, author, content, replies }): Note => {
    const replied = replies.map((reply) => `${reply.author}: ${reply.content}`);
    return { row, column, author, content: [content, ...replied].join("\n"), visible: false };
  });
  const noted = new Set(sheet.notes.map(({ row, column }) => `${row},${column}`));
  return [...sheet.notes, ...told.filter(({ row, column }) => !noted.has(`${row},${column}`))];
}

export function notesText(notes: readonly Note[]): string {
  const authors = [...new Set(notes.map((note) => note.author))];
  const items = notes.map((note) => {
    const { asRead } = note;
    const runs =
      asRead?.content === note.content
        ? asRead.runs
        : `<t xml:space="preserve">${escapeXml(encodeEscapes(note.content))}</t>`;
    const attributes = attributesText({
      ref: cellAddress(note.row, note.column),
      authorId: authors.indexOf(note.author),
      ...asRead?.attributes,
    });
    return `<comment${attributes}><text>${runs}</text></comment>`;
  });
  return (
    `${xmlHeader}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<authors>${authors.map((author) => `<author>${escapeXml(author)}</author>`).join("")}</authors>` +
    `<commentList>${items.join("")}</commentList></comments>`
  );
}

/** A box beside the cell, a little higher than it: where Excel puts it. */
function cornersBeside(
  sheet: Sheet,
  row: number,
  column: number,
  { width, height }: NonNullable<Note["size"]>,
): ReturnType<typeof cornersOf> & { readonly left: number; readonly top: number } {
  const left = shownWidth(sheet, 0, column) + 11.25;
  const top = Math.max(0, shownHeight(sheet, 0, row - 1) - 7.5);
  return { left, top, ...cornersOf(sheet, { left, top, width, height }) };
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${shapeType}</xml>`;

/**
 * The drawing Excel needs for each note, else it does not show them.
 *
 * @param kept - the opened file's drawing without its notes
 */
export function notesDrawing(notes: readonly Note[], sheet: Sheet, kept: string | null): string {
  const before = kept ?? emptyDrawing;
  if (notes.length === 0) return before;
  const frame = before.includes('id="_x0000_t202"')
    ? before
    : before.replace(/(?=<\/xml>\s*$)/, shapeType);
  const stated = [frame, ...notes.map(({ asRead }) => asRead?.shape ?? "")].join("");
  const numbers = [...stated.matchAll(/\sid="_x0000_s(\d+)"/g)].map((found) => Number(found[1]));
  let number = numbers.reduce((last, one) => Math.max(last, one), 1024);
  const shapes = notes.map((note, index) => {
    const { asRead, row, column } = note;
    if (asRead === undefined || asRead.shape === "") return shapeText(note, ++number, index, sheet);
    if (asRead.place === placeOf(note)) return asRead.shape;
    const moved = asRead.place === placeOf({ ...note, ...placeIn(asRead.place) });
    return moved
      ? asRead.shape
          .replace(/(<(?:\w+:)?Row>)[^<]*/i, `$1${row}`)
          .replace(/(<(?:\w+:)?Column>)[^<]*/i, `$1${column}`)
          .replace(/(<(?:\w+:)?Anchor>)[^<]*/i, `$1${anchorOf(note, sheet).text}`)
      : shapeText(note, ++number, index, sheet);
  });
  return frame.replace(/(?=<\/xml>\s*$)/, () => shapes.join(""));
}

function placeIn(place: string): { row: number; column: number } {
  const [row = 0, column = 0] = JSON.parse(place) as number[];
  return { row, column };
}

function anchorOf(
  { row, column, size = usualSize }: Note,
  sheet: Sheet,
): { readonly left: number; readonly top: number; readonly text: string } {
  const { left, top, ...corners } = cornersBeside(sheet, row, column, size);
  const pixels = (points: number): number => Math.round(points / 0.75);
  const text = [corners.from, corners.to]
    .flatMap((at) => [at.column, pixels(at.right), at.row, pixels(at.down)])
    .join(", ");
  return { left, top, text };
}

function shapeText(note: Note, number: number, index: number, sheet: Sheet): string {
  const { row, column, visible, size = usualSize } = note;
  const { left, top, text } = anchorOf(note, sheet);
  const style = `position:absolute;margin-left:${left}pt;margin-top:${top}pt;width:${size.width}pt;height:${size.height}pt;z-index:${index + 1};visibility:${visible ? "visible" : "hidden"}`;
  return (
    `<v:shape${attributesText({
      id: `_x0000_s${number}`,
      type: "#_x0000_t202",
      style,
      fillcolor: "#ffffe1",
      "o:insetmode": "auto",
    })}><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>` +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${text}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column>${visible ? "<x:Visible/>" : ""}</x:ClientData></v:shape>`
  );
}
