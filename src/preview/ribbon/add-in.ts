import type { RegisteredFunctions } from "../../host/excel-host";
import type { Language } from "../words";
import { readRibbon, type AddInRibbon } from "./manifest";
import { loadShortcuts } from "./shortcuts";

/** One custom function as functions.json describes it: what the host needs, and what a person reads while typing. */
export interface FunctionFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
    readonly dimensionality?: string;
    readonly repeating?: boolean;
  }[];
  readonly allowErrorForDataTypeAny?: boolean;
}

interface FunctionsFile {
  readonly functions?: readonly FunctionFacts[];
  /** Stated once for all functions of the file. */
  readonly allowErrorForDataTypeAny?: boolean;
}

/** The add-in as its build describes it to Excel: manifest, functions and shortcuts. */
export interface AddIn {
  readonly ribbon: AddInRibbon;
  readonly functions: RegisteredFunctions & { readonly functions: readonly FunctionFacts[] };
  /** Chord → name of the function command. */
  readonly shortcuts: ReadonlyMap<string, string>;
}

/** Where the functions are described: with `?page=conformance` those the conformance tests call. */
function functionsAddress(language: Language): string {
  const page = new URLSearchParams(location.search).get("page");
  if (page === "conformance") return "/conformance/functions.json";
  return language === "zh" ? "/functions.zh-CN.json" : "/functions.json";
}

/** Reads the add-in in that language; null where the build has no manifest. */
export async function loadAddIn(language: Language): Promise<AddIn | null> {
  const [manifest, functions, shortcuts] = await Promise.all([
    fetch("/manifest.xml"),
    fetch(functionsAddress(language)),
    loadShortcuts(),
  ]);
  if (!manifest.ok) return null;
  const ribbon = readRibbon(await manifest.text(), language);
  const file: FunctionsFile = functions.ok ? ((await functions.json()) as FunctionsFile) : {};
  const forAll = file.allowErrorForDataTypeAny ?? false;
  return {
    ribbon,
    shortcuts,
    functions: {
      namespace: ribbon.namespace,
      functions: (file.functions ?? []).map((one) => ({
        ...one,
        allowErrorForDataTypeAny: one.allowErrorForDataTypeAny ?? forAll,
      })),
    },
  };
}
