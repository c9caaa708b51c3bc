import {
  addComment,
  deleteComment,
  replyToComment,
  resolveComment,
  writeNote,
} from "../../host/edit/person-notes";
import type { Comment, Note, Said } from "../../host/model/sheet";
import { element, pushButton } from "../dom";
import { selectCell, type Place } from "../grid/selection";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { showFloating, type Anchor } from "./menu";

/** Notes and comments of cells: what is written beside a cell, and how a person writes it. */

export function noteAt({ sheet }: Desk, { row, column }: Place): Note | undefined {
  return sheet.notes.find((note) => note.row === row && note.column === column);
}

export function commentAt({ sheet }: Desk, { row, column }: Place): Comment | undefined {
  return sheet.comments.find((comment) => comment.row === row && comment.column === column);
}

/** Opens the active cell's note for writing; leaving the box stores it, an empty one takes the note away. */
export function openNote(desk: Desk, anchor: Anchor, done: () => void): void {
  const { say, author } = desk;
  const place = desk.selection.active;
  const cell = { sheetId: desk.sheet.id, ...place };
  const before = noteAt(desk, place)?.content ?? "";
  const box = element("textarea", { class: "remark-box", rows: 4, "aria-label": say("note") });
  box.value = before;
  const store = (): void => {
    const content = box.value.trim();
    if (content === before.trim()) return;
    const words = content === "" ? null : { author, content };
    void desk.perform(() => writeNote(desk.editor, cell, words));
  };
  const card = element(
    "div",
    { class: "remark note-card", role: "dialog", "aria-label": say("note") },
    element("b", {}, noteAt(desk, place)?.author || author),
    box,
  );
  const close = showFloating(card, anchor, () => {
    store();
    done();
  });
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

export function deleteNote(desk: Desk): void {
  const cell = { sheetId: desk.sheet.id, ...desk.selection.active };
  void desk.perform(() => writeNote(desk.editor, cell, null));
}

/** Opens the active cell's comment with its replies, or a new one. */
export function openComment(desk: Desk, anchor: Anchor, done: () => void): void {
  const { say } = desk;
  const place = desk.selection.active;
  const card = element("div", {
    class: "remark comment-card",
    role: "dialog",
    "aria-label": say("comment"),
  });
  let close: () => void = () => undefined;
  const redraw = (): void => {
    const comment = commentAt(desk, place);
    card.replaceChildren(
      ...(comment === undefined
        ? [writingBox(desk, say("commentHint"), begin)]
        : thread(desk, comment, { redraw, close: () => close() })),
    );
    card.querySelector("textarea")?.focus();
  };
  const begin = (content: string): Promise<boolean> =>
    desk
      .perform(() =>
        addComment(
          desk.editor,
          { sheetId: desk.sheet.id, ...place },
          { author: desk.author, content },
        ),
      )
      .then((stored) => {
        if (stored) redraw();
        return stored;
      });
  redraw();
  close = showFloating(card, anchor, done);
  card.querySelector("textarea")?.focus();
}

function thread(
  desk: Desk,
  comment: Comment,
  orders: { readonly redraw: () => void; readonly close: () => void },
): HTMLElement[] {
  const { say, editor, author } = desk;
  const sheetId = desk.sheet.id;
  const act = (label: string, run: () => void): HTMLElement =>
    pushButton({ class: "remark-act" }, run, label);
  const head = element(
    "div",
    { class: "remark-acts" },
    act(say(comment.resolved ? "reopenThread" : "resolveThread"), () => {
      const resolved = !comment.resolved;
      void desk
        .perform(() => resolveComment(editor, sheetId, comment.id, resolved))
        .then(() => orders.redraw());
    }),
    act(say("deleteThread"), () => {
      void desk
        .perform(() => deleteComment(editor, sheetId, comment.id))
        .then(() => orders.close());
    }),
  );
  const reply = (content: string): Promise<boolean> =>
    desk
      .perform(() => replyToComment(editor, sheetId, comment.id, { author, content }))
      .then((stored) => {
        if (stored) orders.redraw();
        return stored;
      });
  return [
    head,
    ...saidLines(desk, comment),
    ...(comment.resolved ? [] : [writingBox(desk, say("replyHint"), reply)]),
  ];
}

/** A comment and its replies as they are read. */
export function saidLines(desk: Desk, comment: Comment): HTMLElement[] {
  const when = new Intl.DateTimeFormat(desk.locale, { dateStyle: "medium", timeStyle: "short" });
  const line = ({ author, content, created }: Said): HTMLElement => {
    const at = new Date(created);
    return element(
      "div",
      { class: "remark-said" },
      element("b", {}, author),
      Number.isNaN(at.getTime()) ? null : element("time", {}, when.format(at)),
      element("p", { dir: "auto" }, content),
    );
  };
  const said = [comment, ...comment.replies].map(line);
  if (!comment.resolved) return said;
  return [...said, element("div", { class: "remark-state" }, desk.say("resolvedThread"))];
}

/** A box with a button beside it; Ctrl+Enter sends as well. */
function writingBox(
  { say }: Desk,
  hint: string,
  send: (content: string) => Promise<boolean>,
): HTMLElement {
  const box = element("textarea", {
    class: "remark-box",
    rows: 2,
    "aria-label": hint,
    placeholder: hint,
  });
  const post = (): void => {
    if (box.value.trim() !== "") void send(box.value.trim());
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return;
    event.stopPropagation();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    post();
  });
  return element(
    "div",
    { class: "remark-writing" },
    box,
    pushButton(
      {
        class: "primary remark-send",
        "aria-label": say("post"),
        title: `${say("post")} (Ctrl+Enter)`,
      },
      post,
      icon("send"),
    ),
  );
}

/** Goes to the next cell with a note or comment, row by row and round the sheet; false where there is none. */
export function goToRemark(desk: Desk, step: 1 | -1): boolean {
  const { sheet, selection } = desk;
  const order = ({ row, column }: Place): number => row * 20_000 + column;
  const places = [...sheet.comments, ...sheet.notes].sort((a, b) => order(a) - order(b));
  const now = order(selection.active);
  const next =
    step > 0
      ? (places.find((one) => order(one) > now) ?? places[0])
      : (places.findLast((one) => order(one) < now) ?? places.at(-1));
  if (next === undefined) return false;
  desk.select(selectCell(sheet, { row: next.row, column: next.column }));
  return true;
}
