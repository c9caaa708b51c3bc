/**
 * Moves the bar that the page shows until the pane takes its place; see `taskpane.html`. Nothing once it has.
 *
 * @param share - how much of what the pane needs has come, 0 to 1
 */
export function showBoot(share: number): void {
  const bar = document.querySelector("#boot [role=progressbar]");
  if (bar === null) return;
  bar.setAttribute("aria-valuenow", String(share));
  const done = bar.firstElementChild;
  if (done instanceof HTMLElement) done.style.width = `${share * 100}%`;
}
