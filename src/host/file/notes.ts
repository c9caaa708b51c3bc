import { cellAddress, parseArea } from "../model/address";
import type { Note, Sheet } from "../model/sheet";
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
  const shown = shownNotes(drawing ?? "");
  return childrenNamed(childNamed(root, "commentList"), "comment").flatMap((comment) => {
    const area = parseArea(comment.attributes.ref ?? "");
    const text = childNamed(comment, "text");
    if (area === null) return [];
    return [
      {
        row: area.top,
        column: area.left,
        author: authors[Number(comment.attributes.authorId ?? 0)] ?? "",
        content: text === undefined ? "" : runsText(text),
        visible: shown.has(`${area.top},${area.left}`),
      },
    ];
  });
}

/** Old drawings (VML) are often not well formed; the two facts needed are found as text. */
function shownNotes(drawing: string): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const data of drawing.split(/<(?:\w+:)?ClientData\b/i).slice(1)) {
    if (!/<(?:\w+:)?Visible\b/i.test(data)) continue;
    const row = /<(?:\w+:)?Row>\s*(\d+)/i.exec(data)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)/i.exec(data)?.[1];
    if (row !== undefined && column !== undefined) shown.add(`${Number(row)},${Number(column)}`);
  }
  return shown;
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

/** The drawing Excel needs for each note, else it does not show them. */
export function notesDrawing(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column, visible }, index) => {
    const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;z-index:${index + 1};visibility:${visible ? "visible" : "hidden"}`;
    const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(
      ", ",
    );
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
