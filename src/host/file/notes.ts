import { cellAddress, parseArea } from "../model/address";
import { cornersOf } from "../model/chart-place";
import type { Note, Sheet } from "../model/sheet";
import { shownHeight, shownWidth } from "../model/sizes";
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
export function readNotes(root: XmlElement, drawing: string | null): Note[] {
  const authors = childrenNamed(childNamed(root, "authors"), "author").map((author) => author.text);
  const boxes = noteBoxes(drawing ?? "");
  return childrenNamed(childNamed(root, "commentList"), "comment").flatMap((comment) => {
    const area = parseArea(comment.attributes.ref ?? "");
    const text = childNamed(comment, "text");
    if (area === null) return [];
    const box = boxes.get(`${area.top},${area.left}`);
    return [
      {
        row: area.top,
        column: area.left,
        author: authors[Number(comment.attributes.authorId ?? 0)] ?? "",
        content: text === undefined ? "" : runsText(text),
        visible: box?.visible === true,
        ...(box?.size === undefined ? {} : { size: box.size }),
      },
    ];
  });
}

interface NoteBox {
  readonly visible: boolean;
  readonly size?: NonNullable<Note["size"]>;
}

/** The size of a note's box nobody has set, in points; Excel's own is three quarters of a point lower. */
const usualSize = { width: 108, height: 60 };

/** Old drawings (VML) are often not well formed; the few facts needed are found as text. */
function noteBoxes(drawing: string): ReadonlyMap<string, NoteBox> {
  const boxes = new Map<string, NoteBox>();
  for (const shape of drawing.split(/<(?:\w+:)?shape\b/i).slice(1)) {
    const row = /<(?:\w+:)?Row>\s*(\d+)/i.exec(shape)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)/i.exec(shape)?.[1];
    if (row === undefined || column === undefined) continue;
    const width = Number(/[;"'\s]width:\s*([\d.]+)pt/i.exec(shape)?.[1]);
    const height = Number(/[;"'\s]height:\s*([\d.]+)pt/i.exec(shape)?.[1]);
    const usual = width === usualSize.width && Math.abs(height - usualSize.height) < 1;
    const sized = width > 0 && height > 0 && !usual;
    boxes.set(`${Number(row)},${Number(column)}`, {
      visible: /<(?:\w+:)?Visible\b/i.test(shape),
      ...(sized ? { size: { width, height } } : {}),
    });
  }
  return boxes;
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
  const items = notes.map(
    (note) =>
      `<comment ref="${cellAddress(note.row, note.column)}" authorId="${authors.indexOf(note.author)}">` +
      `<text><t xml:space="preserve">${escapeXml(encodeEscapes(note.content))}</t></text></comment>`,
  );
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

/** The drawing Excel needs for each note, else it does not show them. */
export function notesDrawing(notes: readonly Note[], sheet: Sheet): string {
  const shapes = notes.map(({ row, column, visible, size = usualSize }, index) => {
    const { left, top, ...corners } = cornersBeside(sheet, row, column, size);
    const style = `position:absolute;margin-left:${left}pt;margin-top:${top}pt;width:${size.width}pt;height:${size.height}pt;z-index:${index + 1};visibility:${visible ? "visible" : "hidden"}`;
    const pixels = (points: number): number => Math.round(points / 0.75);
    const anchor = [corners.from, corners.to]
      .flatMap((at) => [at.column, pixels(at.right), at.row, pixels(at.down)])
      .join(", ");
    return (
      `<v:shape${attributesText({
        id: `_x0000_s${1025 + index}`,
        type: "#_x0000_t202",
        style,
        fillcolor: "#ffffe1",
        "o:insetmode": "auto",
      })}><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>` +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column>${visible ? "<x:Visible/>" : ""}</x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join("")}</xml>`
  );
}
