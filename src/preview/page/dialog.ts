import { element, pushButton } from "../dom";

export interface DialogChoice<Answer extends string> {
  readonly answer: Answer;
  readonly label: string;
  readonly primary?: boolean;
}

/**
 * Asks in a dialog of the page's own; the browser's alert and confirm are never used.
 *
 * @returns the answer chosen; the last choice when the dialog is left with Escape
 */
export function ask<Answer extends string>(
  title: string,
  message: string,
  choices: readonly DialogChoice<Answer>[],
  kind: "info" | "warning" | "error" = "info",
): Promise<Answer> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    let answer = choices.at(-1)?.answer as Answer;
    const dialog = element("dialog", {
      class: `dialog ${kind}`,
      role: "alertdialog",
      "aria-labelledby": "dialog-title",
      "aria-describedby": "dialog-message",
    });
    const buttons = choices.map((choice) =>
      pushButton(
        { class: choice.primary === true ? "primary" : "" },
        () => {
          answer = choice.answer;
          dialog.close();
        },
        choice.label,
      ),
    );
    dialog.append(
      element("h2", { id: "dialog-title" }, title),
      element("p", { id: "dialog-message" }, message),
      element("div", { class: "dialog-buttons" }, ...buttons),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    buttons[choices.findIndex((choice) => choice.primary === true)]?.focus();
  });
}
