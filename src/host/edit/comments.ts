import type { Comment, Said, Sheet } from "../model/sheet";
import type { Workspace } from "./workspace";
import { refuseUnlessAllowed } from "./protection";

/** Whoever works with the host has no account; comments need a name and an address. */
const nobody = "User";
const nobodysEmail = "user@example.com";

/** Changes the comments of a sheet as one thing that can be undone. */
export function changeComments(
  workspace: Workspace,
  sheet: Sheet,
  change: (comments: Comment[]) => void,
): void {
  refuseUnlessAllowed(workspace, sheet, "allowEditObjects");
  workspace.history.layers(sheet);
  change(sheet.comments);
}

/** Something said now, under an id that nothing in the workbook has. */
export function sayNow(workspace: Workspace, content: string): Said {
  return {
    id: freeIds(workspace)(),
    content,
    author: nobody,
    email: nobodysEmail,
    created: workspace.clock().toISOString(),
  };
}

/** Answers with one id after the other, none of which anything in the workbook has. */
export function freeIds(workspace: Workspace): () => string {
  const taken = new Set(
    workspace.workbook.sheets.flatMap(({ comments }) =>
      comments.flatMap((comment) => [comment.id, ...comment.replies.map((reply) => reply.id)]),
    ),
  );
  let number = taken.size;
  return () => {
    for (;;) {
      number += 1;
      const serial = number.toString(16).padStart(12, "0").toUpperCase();
      const id = `{00000000-0000-0000-0005-${serial}}`;
      if (!taken.has(id)) return id;
    }
  };
}

type Told = "comment-added" | "comment-deleted" | "comment-changed";

/** Tells of a comment. https://learn.microsoft.com/javascript/api/excel/excel.commentchangedeventargs */
export function tellOfComment(
  workspace: Workspace,
  sheet: Sheet,
  kind: Told,
  comment: Comment,
  changeType: string | null = null,
): void {
  const replyIds = comment.replies.map((reply) => reply.id);
  const { id: commentId } = comment;
  workspace.journal.add({ kind, sheetId: sheet.id, commentId, replyIds, changeType });
}
