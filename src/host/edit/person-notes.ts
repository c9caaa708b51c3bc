import type { Comment, Sheet } from "../model/sheet";
import { HostError, itemNotFound } from "../protocol/host-error";
import { changeComments, sayNow, tellOfComment } from "./comments";
import type { Editor, Outcome } from "./editor";
import { refuseUnlessAllowed } from "./protection";

/** What a person writes beside cells, notes and comments; each is one step of undo, and may be refused. */

const done: Outcome = { accepted: true };

interface CellOfSheet {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What is said and by whom: a person at the grid has a name, though the host knows no accounts. */
interface Words {
  readonly author: string;
  readonly content: string;
}

/** Gives a cell a note or words its note anew; null takes the note away. */
export function writeNote(editor: Editor, cell: CellOfSheet, words: Words | null): Outcome {
  const { row, column } = cell;
  return editor.act(
    "note",
    (sheet) => {
      refuseUnlessAllowed(editor.workspace, sheet, "allowEditObjects");
      editor.workspace.history.layers(sheet);
      const known = sheet.notes.find((note) => note.row === row && note.column === column);
      if (words === null) sheet.notes = sheet.notes.filter((note) => note !== known);
      else if (known !== undefined) known.content = words.content;
      else sheet.notes.push({ row, column, ...words, visible: false });
      return done;
    },
    cell.sheetId,
  );
}

/** Begins a comment at a cell that has none. */
export function addComment(editor: Editor, cell: CellOfSheet, words: Words): Outcome {
  const { workspace } = editor;
  const { row, column } = cell;
  return editor.act(
    "comment",
    (sheet) => {
      if (sheet.comments.some((one) => one.row === row && one.column === column)) {
        throw new HostError("ItemAlreadyExists", "The cell has a comment already.");
      }
      const said = { ...sayNow(workspace, words.content), author: words.author };
      const comment: Comment = { ...said, row, column, resolved: false, replies: [] };
      changeComments(workspace, sheet, (comments) => comments.push(comment));
      tellOfComment(workspace, sheet, "comment-added", comment);
      return done;
    },
    cell.sheetId,
  );
}

export function replyToComment(
  editor: Editor,
  sheetId: string,
  commentId: string,
  words: Words,
): Outcome {
  return onComment(editor, "reply", sheetId, commentId, (sheet, comment) => {
    const said = { ...sayNow(editor.workspace, words.content), author: words.author };
    changeComments(editor.workspace, sheet, () => comment.replies.push(said));
    tellOfComment(editor.workspace, sheet, "comment-changed", comment, "ReplyAdded");
  });
}

/** Closes a comment's thread, or opens it again. */
export function resolveComment(
  editor: Editor,
  sheetId: string,
  commentId: string,
  resolved: boolean,
): Outcome {
  return onComment(editor, "resolve", sheetId, commentId, (sheet, comment) => {
    changeComments(editor.workspace, sheet, () => (comment.resolved = resolved));
    const told = resolved ? "CommentResolved" : "CommentReopened";
    tellOfComment(editor.workspace, sheet, "comment-changed", comment, told);
  });
}

/** Takes a comment away with its replies. */
export function deleteComment(editor: Editor, sheetId: string, commentId: string): Outcome {
  return onComment(editor, "delete comment", sheetId, commentId, (sheet, comment) => {
    changeComments(editor.workspace, sheet, (comments) =>
      comments.splice(comments.indexOf(comment), 1),
    );
    tellOfComment(editor.workspace, sheet, "comment-deleted", comment);
  });
}

function onComment(
  editor: Editor,
  label: string,
  sheetId: string,
  commentId: string,
  work: (sheet: Sheet, comment: Comment) => void,
): Outcome {
  return editor.act(
    label,
    (sheet) => {
      const comment = sheet.comments.find(({ id }) => id === commentId);
      if (comment === undefined) throw itemNotFound("the comment has been deleted");
      work(sheet, comment);
      return done;
    },
    sheetId,
  );
}
