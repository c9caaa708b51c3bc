/** Builds DOM without a framework: the preview's chrome is small and changes in few places. */

type Attribute = string | number | boolean | undefined;
export type Child = Node | string | null;

/**
 * An element with attributes and children. `true` sets a bare attribute; `false` and `undefined` leave it out.
 *
 * @example
 * element("button", { type: "button", "aria-label": "Undo" }, icon("undo"))
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

export function setAttributes(
  target: Element,
  attributes: Readonly<Record<string, Attribute>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A push button that never submits and never takes the focus away from the grid when clicked by mouse. */
export function pushButton(
  attributes: Readonly<Record<string, Attribute>>,
  onPress: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const button = element("button", { type: "button", ...attributes }, ...children);
  button.addEventListener("click", onPress);
  return button;
}

/** Keeps a floating box inside the window, below its anchor or above it where there is no room. */
export function placeBelow(
  box: HTMLElement,
  anchor: { readonly left: number; readonly top: number; readonly bottom: number },
): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(4, Math.min(anchor.left, window.innerWidth - width - 4));
  const below = anchor.bottom + 2;
  const top =
    below + height <= window.innerHeight - 4 ? below : Math.max(4, anchor.top - height - 2);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
