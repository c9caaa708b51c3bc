/**
 * Whether each class of `src/host/api` links its page of the reference, and each served member names its anchor there:
 * `/** #name … *\/` before it, or a link of its own. A getter speaks for its setter.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A class or member without its link, and where its declaration begins. */
export interface Unlinked {
  readonly file: string;
  readonly name: string;
  readonly at: number;
}

/** What office.js asks for by itself; the reference has no page for it. */
const withoutPage: ReadonlySet<string> = new Set(["services.ts", "custom-functions.ts"]);

const page = /https:\/\/learn\.microsoft\.com\//;

/** What lacks its link among the classes of a folder of API objects. */
export function unlinkedIn(folder: string): Unlinked[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !withoutPage.has(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return source.statements
        .filter((one) => ts.isClassDeclaration(one))
        .filter(isApiObject)
        .flatMap((one) => unlinkedOf(one, text, file));
    });
}

/** Objects of the API stand on others; ranges are written in parts that have no class name of their own. */
function isApiObject({ heritageClauses }: ts.ClassDeclaration): boolean {
  return heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword) === true;
}

function unlinkedOf(declaration: ts.ClassDeclaration, text: string, file: string): Unlinked[] {
  const className = declaration.name?.text ?? "";
  const found: Unlinked[] = [];
  if (!page.test(commentsBefore(declaration, text))) {
    found.push({ file, name: className, at: declaration.getStart() });
  }
  const seen = new Set<string>();
  for (const member of declaration.members) {
    const served =
      ts.isGetAccessor(member) || ts.isSetAccessor(member) || ts.isMethodDeclaration(member);
    if (!served || !ts.isIdentifier(member.name) || member.name.text.startsWith("_")) continue;
    const name = member.name.text;
    if (seen.has(name)) continue;
    seen.add(name);
    const said = commentsBefore(member, text);
    if (page.test(said) || said.includes(`#${name}`)) continue;
    // The client sets some properties by another name; what is said of them is said there.
    if (/How the client calls #/.test(said)) continue;
    found.push({ file, name: `${className}.${name}`, at: member.getStart() });
  }
  return found;
}

function commentsBefore(node: ts.Node, text: string): string {
  return text.slice(node.getFullStart(), node.getStart());
}
