import type { Language } from "../words";

/** What the ribbon needs of manifest.xml: the add-in's own tab and its entries in the cells' context menu. */

export type CommandAction =
  { readonly kind: "show-pane" } | { readonly kind: "function"; readonly name: string };

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly tip: string;
  /** Path of the icon on this server, for 16, 32 and 80 pixels. */
  readonly icon: (size: 16 | 32 | 80) => string;
  readonly action: CommandAction;
}

export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

export interface AddInRibbon {
  /** Of the manifest; with these a saved file's settings belong to the add-in, in Excel too. */
  readonly id: string;
  readonly version: string;
  readonly tab: string;
  readonly groups: readonly CommandGroup[];
  readonly contextMenu: readonly Command[];
  /** Of custom functions, as typed: "CRM". */
  readonly namespace: string;
}

const childrenNamed = (parent: Element, name: string): Element[] =>
  [...parent.children].filter((child) => child.localName === name);
const childNamed = (parent: Element, name: string): Element | undefined =>
  childrenNamed(parent, name)[0];

/** Looks up a resource in that language, as Excel does: the override of the locale, else the default value. */
function resources(document: Document, locale: string): (id: string) => string {
  const found = new Map<string, string>();
  for (const list of document.getElementsByTagName("*")) {
    if (!["Images", "Urls", "ShortStrings", "LongStrings"].includes(list.localName)) continue;
    for (const entry of list.children) {
      const override = [...entry.children].find((child) => child.getAttribute("Locale") === locale);
      const value =
        (override ?? entry).getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? "";
      found.set(entry.getAttribute("id") ?? "", value);
    }
  }
  return (id) => found.get(id) ?? "";
}

/** Reads the add-in's ribbon from the text of its manifest. */
export function readRibbon(xml: string, language: Language): AddInRibbon {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const text = resources(document, language === "zh" ? "zh-CN" : "en-US");
  const said = (parent: Element, name: string): string =>
    text(childNamed(parent, name)?.getAttribute("resid") ?? "");
  // The manifest names the server it will be deployed to; the preview serves the same paths itself.
  const path = (url: string): string => (url === "" ? "" : new URL(url, location.href).pathname);

  const command = (control: Element): Command => {
    const supertip = childNamed(control, "Supertip");
    const action = childNamed(control, "Action");
    const images = new Map(
      childrenNamed(childNamed(control, "Icon") ?? control, "Image").map((image) => [
        Number(image.getAttribute("size")),
        path(text(image.getAttribute("resid") ?? "")),
      ]),
    );
    const isFunction = action?.getAttribute("xsi:type") === "ExecuteFunction";
    const name = (action && childNamed(action, "FunctionName")?.textContent) ?? "";
    return {
      id: control.getAttribute("id") ?? "",
      label: said(control, "Label"),
      title: supertip === undefined ? "" : said(supertip, "Title"),
      tip: supertip === undefined ? "" : said(supertip, "Description"),
      icon: (size) => images.get(size) ?? images.get(32) ?? "",
      action: isFunction ? { kind: "function", name: name.trim() } : { kind: "show-pane" },
    };
  };
  const controls = (parent: Element): Command[] => childrenNamed(parent, "Control").map(command);

  const points = [...document.getElementsByTagName("*")].filter(
    (one) => one.localName === "ExtensionPoint",
  );
  const pointOf = (type: string): Element | undefined =>
    points.find((one) => one.getAttribute("xsi:type") === type);
  const ribbon = pointOf("PrimaryCommandSurface");
  const tab = ribbon && (childNamed(ribbon, "CustomTab") ?? childNamed(ribbon, "OfficeTab"));
  const cellMenu = [...(pointOf("ContextMenu")?.children ?? [])].find(
    (one) => one.getAttribute("id") === "ContextMenuCell",
  );
  const functions = pointOf("CustomFunctions");
  const top = document.documentElement;
  return {
    id: childNamed(top, "Id")?.textContent.trim() ?? "",
    version: childNamed(top, "Version")?.textContent.trim() ?? "",
    tab: tab === undefined ? "" : said(tab, "Label"),
    groups:
      tab === undefined
        ? []
        : childrenNamed(tab, "Group").map((group) => ({
            label: said(group, "Label"),
            commands: controls(group),
          })),
    contextMenu: cellMenu === undefined ? [] : controls(cellMenu),
    namespace: functions === undefined ? "" : said(functions, "Namespace"),
  };
}
