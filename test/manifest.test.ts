import { DOMParser, type Element } from "@xmldom/xmldom";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { commandNames } from "../src/commands/command-names";

/** The manifest is checked here because Microsoft's validator is an online service; what it must hold is in its reference pages. */
const root = path.resolve(__dirname, "..");
const base = "https://localhost:3000/";
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");
const document = new DOMParser().parseFromString(text, "text/xml");
const app = document.documentElement as Element;

function childrenOf(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}

function descendants(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => [child, ...descendants(child)]);
}

const everything = descendants(app);

function named(localName: string): Element[] {
  return everything.filter((element) => element.localName === localName);
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null || value === "") throw new Error(`<${element.tagName}> has no ${name}`);
  return value;
}

/** Resources have an id; an icon's images only refer to one. */
function resources(localName: string): Element[] {
  return named(localName).filter(
    (element) => element.hasAttribute("id") && !element.hasAttribute("resid"),
  );
}

/** The order Office enforces; an element out of place makes it refuse the whole add-in. */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  AllFormFactors: ["ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
};

describe("manifest.xml", () => {
  it("keeps the order of elements that Office enforces", () => {
    for (const parent of [app, ...everything]) {
      const expected = order[parent.localName ?? ""];
      if (expected === undefined) continue;
      const places = childrenOf(parent).map((child) => expected.indexOf(child.localName ?? ""));
      expect({ parent: parent.tagName, places }).toEqual({
        parent: parent.tagName,
        places: places.toSorted((a, b) => a - b),
      });
      expect(places).not.toContain(-1);
    }
    const hosts = named("Host").filter((host) => host.getAttribute("xsi:type") === "Workbook");
    expect(hosts.map((host) => childrenOf(host).map((child) => child.localName))).toEqual([
      ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
    ]);
  });

  it("gives every resid a resource, and every resource a user", () => {
    const used = new Set(
      everything
        .flatMap((element) => element.getAttribute("resid") ?? [])
        .filter((id) => id !== ""),
    );
    const given = ["Image", "Url", "String"]
      .flatMap(resources)
      .map((element) => attribute(element, "id"));
    expect([...used].filter((id) => !given.includes(id))).toEqual([]);
    expect(given.filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  it("uses every control, group and tab id once, none longer than 32 characters", () => {
    const ids = ["Control", "Group", "CustomTab"]
      .flatMap(named)
      .map((element) => attribute(element, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    const all = everything.flatMap((element) => [
      element.getAttribute("id"),
      element.getAttribute("resid"),
    ]);
    expect(all.filter((id) => (id ?? "").length > 32)).toEqual([]);
  });

  it("says everything in both languages within Office's lengths", () => {
    for (const [list, limit] of [
      ["ShortStrings", 125],
      ["LongStrings", 250],
    ] as const) {
      for (const string of named(list).flatMap(childrenOf)) {
        const overrides = childrenOf(string);
        const words = [
          attribute(string, "DefaultValue"),
          ...overrides.map((override) => attribute(override, "Value")),
        ];
        for (const word of words) expect(word.length).toBeLessThanOrEqual(limit);
        // A function's namespace is the same in every language, or formulas break when shared (office-js#891).
        const locales = overrides.map((override) => override.getAttribute("Locale"));
        expect(locales).toEqual(attribute(string, "id") === "Functions.Namespace" ? [] : ["zh-CN"]);
      }
    }
    expect(named("DefaultLocale")[0]?.textContent).toBe("en-US");
  });

  it("runs pane, commands and functions in one long-lived runtime that older hosts and the iPad can do without", () => {
    const [runtime] = named("Runtime");
    expect(runtime?.getAttribute("lifetime")).toBe("long");
    const pages = [
      ...named("FunctionFile"),
      ...named("Page").flatMap(childrenOf),
      ...named("Action").flatMap(childrenOf),
    ]
      .filter((element) => element.localName !== "FunctionName")
      .map((element) => element.getAttribute("resid"));
    expect(new Set(pages)).toEqual(new Set([runtime?.getAttribute("resid")]));
    expect(named("TaskpaneId")).toEqual([]);
    const baseSets = childrenOf(app).find((child) => child.localName === "Requirements");
    expect(descendants(baseSets as Element).map((set) => set.getAttribute("Name"))).not.toContain(
      "SharedRuntime",
    );
    const sets = named("Set").map((set) => set.getAttribute("Name"));
    expect(sets).toContain("SharedRuntime");
  });

  it("names icons that exist in exactly the size asked for", () => {
    const wanted = [
      ...resources("Image").map(
        (image) =>
          [
            attribute(image, "DefaultValue"),
            Number(/(\d+)$/.exec(attribute(image, "id"))?.[1]),
          ] as const,
      ),
      [attribute(named("IconUrl")[0] as Element, "DefaultValue"), 32] as const,
      [attribute(named("HighResolutionIconUrl")[0] as Element, "DefaultValue"), 64] as const,
    ];
    expect(wanted.length).toBeGreaterThan(10);
    for (const [url, size] of wanted) {
      const png = readFileSync(path.join(root, url.replace(base, "")));
      expect({ url, width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
        url,
        width: size,
        height: size,
      });
    }
    for (const icon of named("Icon")) {
      expect(childrenOf(icon).map((image) => image.getAttribute("size"))).toEqual([
        "16",
        "32",
        "80",
      ]);
    }
  });

  it("calls the commands the add-in answers, each of them", () => {
    const called = named("FunctionName").map((element) => element.textContent ?? "");
    const shortcuts = JSON.parse(
      readFileSync(path.join(root, "src/commands/shortcuts.json"), "utf8"),
    ) as {
      actions: { id: string }[];
      shortcuts: { action: string }[];
    };
    const byKey = shortcuts.actions.map((action) => action.id);
    expect(new Set([...called, ...byKey])).toEqual(new Set(commandNames));
    expect(
      shortcuts.shortcuts.map((shortcut) => shortcut.action).filter((id) => !byKey.includes(id)),
    ).toEqual([]);
  });

  it("points only at files the build makes", () => {
    const dist = path.join(root, "dist");
    if (!existsSync(dist)) throw new Error("no dist/: run `npm run build` first (npm test does)");
    const urls = [...text.matchAll(/"(https:\/\/localhost:3000\/[^"]*)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.filter((url) => !existsSync(path.join(dist, url.replace(base, ""))))).toEqual([]);
  });

  it("says different things in Chinese where it says different things in English", () => {
    const inEnglish = new Map<string, string>();
    for (const element of ["String", "Url"].flatMap(resources)) {
      const english = attribute(element, "DefaultValue");
      for (const override of childrenOf(element)) {
        const chinese = attribute(override, "Value");
        // "Log follow-up" and "Log a follow-up" may be one in Chinese: what they begin with tells them apart.
        const begins = english.split(" ")[0];
        expect([chinese, inEnglish.get(chinese) ?? begins]).toEqual([chinese, begins]);
        expect(chinese.startsWith(base)).toBe(english.startsWith(base));
        inEnglish.set(chinese, begins ?? english);
      }
    }
    expect(inEnglish.size).toBeGreaterThan(20);
  });

  it("offers exactly the functions that are registered", () => {
    const registered = [
      ...readFileSync(path.join(root, "src/functions/register.ts"), "utf8").matchAll(
        /associate\(\s*"([A-Z]+)"/g,
      ),
    ];
    for (const file of ["functions.json", "functions.zh-CN.json"]) {
      const metadata = JSON.parse(readFileSync(path.join(root, "dist", file), "utf8")) as {
        functions: { id: string }[];
      };
      expect(metadata.functions.map((entry) => entry.id).toSorted()).toEqual(
        registered.map((match) => match[1]).toSorted(),
      );
    }
  });
});
