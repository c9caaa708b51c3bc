/**
 * Gives the focus to an element, but only while the pane has it: a person typing in a cell must not be torn away
 * because the pane shows something new.
 */
export function takeFocus(element: HTMLElement | null, options?: FocusOptions): void {
  if (element !== null && document.hasFocus()) element.focus(options);
}
