import { changeComments, sayNow, tellOfComment } from "../edit/comments";
import type { Comment as StoredComment, Said, Sheet } from "../model/sheet";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { text, truth } from "./arguments";
import { ListedCollection } from "./collections";
import { words, type NewWords } from "./comment-words";
import { serveEvents } from "./event-registration";
import { serve, type Property } from "./properties";
import { Range } from "./range";
import { cellGiven } from "./range-part";
import { EventType, sheetOf, wholeWorkbook, type Session } from "./session";

/** Comments of a worksheet or of the workbook. https://learn.microsoft.com/javascript/api/excel/excel.commentcollection */
export class CommentCollection extends ListedCollection<Comment> {
  readonly className = "CommentCollection";
  readonly itemName = "the comment";
  override readonly keyName = "commentId";

  constructor(
    readonly session: Session,
    /** Null for the workbook's. */
    readonly sheetId: string | null,
  ) {
    super();
  }

  get _EventTargetId(): string {
    return this.sheetId ?? wholeWorkbook;
  }

  override [items](): readonly Comment[] {
    return sheetsOf(this).flatMap((sheet) =>
      sheet.comments.map((comment) => new Comment(this.session, comment.id)),
    );
  }

  /** #add: InvalidArgument for more than one cell */
  add(cellAddress: unknown, content: unknown, contentType?: unknown): Comment {
    const { sheet, row, column } = cellOf(this, cellAddress);
    const { workspace } = this.session;
    const said = { ...sayNow(workspace, ""), ...words(content, contentType) };
    if (sheet.comments.some((one) => one.row === row && one.column === column)) {
      throw new HostError("ItemAlreadyExists", "The cell has a comment already.");
    }
    const comment: StoredComment = { ...said, row, column, resolved: false, replies: [] };
    changeComments(workspace, sheet, (comments) => comments.push(comment));
    tellOfComment(workspace, sheet, "comment-added", comment);
    return new Comment(this.session, said.id);
  }

  /** #getItemByCell */
  getItemByCell(cellAddress: unknown): Comment {
    const { sheet, row, column } = cellOf(this, cellAddress);
    const comment = sheet.comments.find((one) => one.row === row && one.column === column);
    if (comment === undefined) throw itemNotFound("a comment at the cell");
    return new Comment(this.session, comment.id);
  }

  /** #getItemByReplyId */
  getItemByReplyId(replyId: unknown): Comment {
    const id = text(replyId, "replyId");
    const comment = sheetsOf(this)
      .flatMap((sheet) => sheet.comments)
      .find(({ replies }) => replies.some((reply) => reply.id === id));
    if (comment === undefined) throw itemNotFound(`the reply '${id}'`);
    return new Comment(this.session, comment.id);
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments#comment-events */
serveEvents(CommentCollection.prototype, ({ sheetId }) => sheetId ?? wholeWorkbook, {
  AddedEvent: EventType.commentAdded,
  ChangedEvent: EventType.commentChanged,
  DeletedEvent: EventType.commentDeleted,
});

/** https://learn.microsoft.com/javascript/api/excel/excel.comment */
export class Comment extends ApiObject {
  readonly className = "Comment";

  constructor(
    readonly session: Session,
    readonly commentId: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.commentId;
  }

  /** #updateMentions */
  updateMentions(contentWithMentions: unknown): void {
    editComment(this, words(contentWithMentions, "Mention"));
  }

  /** #delete: its replies go with it */
  delete(): void {
    const { sheet, comment } = stored(this);
    changeComments(this.session.workspace, sheet, (comments) =>
      comments.splice(comments.indexOf(comment), 1),
    );
    tellOfComment(this.session.workspace, sheet, "comment-deleted", comment);
  }

  /** #getLocation */
  getLocation(): Range {
    const { sheet, comment } = stored(this);
    const { row, column } = comment;
    return new Range(this.session, sheet.id, {
      top: row,
      bottom: row,
      left: column,
      right: column,
    });
  }
}

serve(Comment, {
  id: ({ commentId }) => commentId,
  ...saying((of: Comment) => stored(of).comment, editComment),
  resolved: {
    get: (of) => stored(of).comment.resolved,
    set: (of, value) => {
      const resolved = truth(value, "resolved");
      const told = resolved ? "CommentResolved" : "CommentReopened";
      change(of, told, (comment) => (comment.resolved = resolved));
    },
  },
  replies: ({ session, commentId }) => new CommentReplyCollection(session, commentId),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.commentreplycollection */
export class CommentReplyCollection extends ListedCollection<CommentReply> {
  readonly className = "CommentReplyCollection";
  readonly itemName = "the reply";
  override readonly keyName = "commentReplyId";

  constructor(
    readonly session: Session,
    readonly commentId: string,
  ) {
    super();
  }

  override [items](): readonly CommentReply[] {
    const { replies } = stored(new Comment(this.session, this.commentId)).comment;
    return replies.map((reply) => new CommentReply(this.session, this.commentId, reply.id));
  }

  /** #add */
  add(content: unknown, contentType?: unknown): CommentReply {
    const said = { ...sayNow(this.session.workspace, ""), ...words(content, contentType) };
    change(new Comment(this.session, this.commentId), "ReplyAdded", (comment) =>
      comment.replies.push(said),
    );
    return new CommentReply(this.session, this.commentId, said.id);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.commentreply */
export class CommentReply extends ApiObject {
  readonly className = "CommentReply";

  constructor(
    readonly session: Session,
    readonly commentId: string,
    readonly replyId: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.replyId;
  }

  /** #updateMentions */
  updateMentions(contentWithMentions: unknown): void {
    editReply(this, words(contentWithMentions, "Mention"));
  }

  /** #delete */
  delete(): void {
    const gone = reply(this);
    change(this.getParentComment(), "ReplyDeleted", ({ replies }) =>
      replies.splice(replies.indexOf(gone), 1),
    );
  }

  /** #getLocation */
  getLocation(): Range {
    return this.getParentComment().getLocation();
  }

  /** #getParentComment */
  getParentComment(): Comment {
    return new Comment(this.session, this.commentId);
  }
}

serve(CommentReply, {
  id: ({ replyId }) => replyId,
  ...saying(reply, editReply),
  resolved: (of) => stored(of.getParentComment()).comment.resolved,
});

/** What comments and replies have in common; richContent is the content with marks where people are mentioned. */
function saying<Of extends Comment | CommentReply>(
  said: (of: Of) => Said,
  edit: (of: Of, words: NewWords) => void,
): Record<string, Property<Of>> {
  return {
    authorName: { get: (of) => said(of).author },
    authorEmail: { get: (of) => said(of).email ?? "" },
    content: {
      get: (of) => said(of).content,
      set: (of, value) => edit(of, words(value, "Plain")),
    },
    contentType: { get: (of) => ((said(of).mentions ?? []).length === 0 ? "Plain" : "Mention") },
    creationDate: { get: (of) => said(of).created },
    mentions: { get: (of) => said(of).mentions ?? [] },
    richContent: { get: (of) => said(of).richContent ?? said(of).content },
  };
}

function sheetsOf(collection: CommentCollection): readonly Sheet[] {
  const { session, sheetId } = collection;
  return sheetId === null ? session.workspace.workbook.sheets : [sheetOf(session, sheetId)];
}

/** @throws HostError ItemNotFound where the comment has been deleted meanwhile */
function stored({ session, commentId }: Comment): { sheet: Sheet; comment: StoredComment } {
  for (const sheet of session.workspace.workbook.sheets) {
    const comment = sheet.comments.find((one) => one.id === commentId);
    if (comment !== undefined) return { sheet, comment };
  }
  throw itemNotFound("the comment has been deleted");
}

/** https://learn.microsoft.com/javascript/api/excel/excel.commentchangetype */
type CommentChange =
  | "CommentEdited"
  | "CommentResolved"
  | "CommentReopened"
  | "ReplyAdded"
  | "ReplyDeleted"
  | "ReplyEdited";

function change(of: Comment, told: CommentChange, edit: (comment: StoredComment) => void): void {
  const { workspace } = of.session;
  const { sheet, comment } = stored(of);
  changeComments(workspace, sheet, () => edit(comment));
  tellOfComment(workspace, sheet, "comment-changed", comment, told);
}

function editComment(of: Comment, said: NewWords): void {
  change(of, "CommentEdited", (comment) => Object.assign(comment, said));
}

function editReply(of: CommentReply, said: NewWords): void {
  change(of.getParentComment(), "ReplyEdited", () => Object.assign(reply(of), said));
}

function reply(of: CommentReply): Said {
  const { replies } = stored(of.getParentComment()).comment;
  const said = replies.find((one) => one.id === of.replyId);
  if (said === undefined) throw itemNotFound("the reply has been deleted");
  return said;
}

function cellOf(
  { session, sheetId }: CommentCollection,
  address: unknown,
): ReturnType<typeof cellGiven> {
  const home = sheetOf(session, sheetId ?? session.workspace.window.activeSheetId);
  const cell = cellGiven(session, home, address, "cellAddress");
  if (sheetId !== null && cell.sheet.id !== sheetId) {
    throw invalidArgument("cellAddress", "a cell of this worksheet is needed");
  }
  return cell;
}
