import { deleteComment } from "../../host/edit/person-notes";
import { commentAt, deleteNote, goToRemark, noteAt } from "../page/remarks";
import { bigButton } from "./controls";
import { ribbonGroup, type RibbonTab } from "./ribbon";
import { tabOf, type TabContext, type TabGroup } from "./tab-group";

/** The Review tab: comments and notes, one after the other. */
export function reviewTab(context: TabContext): RibbonTab & { refresh(): void } {
  const { say } = context.desk;
  return tabOf("review", say("reviewTab"), [commentsGroup(context), notesGroup(context)]);
}

function commentsGroup(context: TabContext): TabGroup {
  const { desk, open, focusGrid } = context;
  const { say } = desk;
  const write = bigButton("comment", say("newComment"), () => open.comment(), "Ctrl+Shift+F2");
  const remove = bigButton("clear", say("deleteComment"), () => {
    const comment = commentAt(desk, desk.selection.active);
    if (comment === undefined) return;
    void desk
      .perform(() => deleteComment(desk.editor, desk.sheet.id, comment.id))
      .then(() => focusGrid());
  });
  const go = (name: "previousRemark" | "nextRemark", step: 1 | -1): HTMLElement =>
    bigButton(step < 0 ? "up" : "down", say(name), () => {
      if (!goToRemark(desk, step)) {
        desk.tell(say("noRemarks"));
        focusGrid();
      } else if (commentAt(desk, desk.selection.active) === undefined) open.note();
      else open.comment();
    });
  return {
    root: ribbonGroup(
      say("groupComments"),
      write,
      remove,
      go("previousRemark", -1),
      go("nextRemark", 1),
    ),
    refresh: () => {
      const known = commentAt(desk, desk.selection.active) !== undefined;
      remove.disabled = !known;
      rename(write, say(known ? "editComment" : "newComment"));
    },
  };
}

function notesGroup({ desk, open, focusGrid }: TabContext): TabGroup {
  const { say } = desk;
  const write = bigButton("note", say("newNote"), () => open.note(), "Shift+F2");
  const remove = bigButton("clear", say("deleteNote"), () => {
    deleteNote(desk);
    focusGrid();
  });
  return {
    root: ribbonGroup(say("groupNotes"), write, remove),
    refresh: () => {
      const known = noteAt(desk, desk.selection.active) !== undefined;
      remove.disabled = !known;
      rename(write, say(known ? "editNote" : "newNote"));
    },
  };
}

function rename(button: HTMLElement, label: string): void {
  const words = button.querySelector("span");
  if (words !== null && words.textContent !== label) words.textContent = label;
}
