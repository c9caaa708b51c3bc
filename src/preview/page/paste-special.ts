import type { PastedPart } from "../../host/edit/person-edits";
import type { WordKey } from "../words";
import type { Copied } from "./copied";
import type { Desk } from "./desk";
import type { MenuEntry } from "./menu";

const parts: readonly (readonly [WordKey, PastedPart])[] = [
  ["pasteAll", {}],
  ["pasteValues", { what: "Values" }],
  ["pasteFormulas", { what: "Formulas" }],
  ["pasteFormats", { what: "Formats" }],
  ["pasteTransposed", { transpose: true }],
];

/** The parts of copied cells that can be pasted; none of cut cells, and none of what other programs copied. */
export function pasteEntries(
  { say }: Desk,
  copied: Copied,
  done: () => void,
): readonly MenuEntry[] {
  return parts.map(([name, part]) => ({
    label: say(name),
    disabled: !copied.hasParts,
    run: () => {
      copied.pasteOwn(part);
      done();
    },
  }));
}
