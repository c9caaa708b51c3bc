import { element } from "../dom";

/** Lets a person choose a file by the browser's own box, or drop one on the page. */
export function watchFiles(
  words: () => { readonly dropHere: string; readonly onlyOne: () => void },
  opened: (file: File) => void,
): { readonly choose: () => void } {
  const chooser = element("input", {
    type: "file",
    accept: ".xlsx,.xlsm,.csv,.tsv,.txt",
    hidden: true,
    "data-file": true,
  });
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file !== undefined) opened(file);
  });
  const veil = element("div", { class: "drop-veil", hidden: true });
  document.body.append(chooser, veil);
  window.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    veil.textContent = words().dropHere;
    veil.hidden = false;
  });
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    veil.hidden = true;
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    const [file] = files;
    if (files.length > 1) words().onlyOne();
    else if (file !== undefined) opened(file);
  });
  return { choose: () => chooser.click() };
}
