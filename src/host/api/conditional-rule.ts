import { moveFormula } from "../calc/rewrite";
import { intersection, type Area } from "../model/address";
import type { ConditionalFormat, ConditionalRule, RuleStyle } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { HostError, itemNotFound } from "../protocol/host-error";
import { refuseUnlessAllowed } from "../edit/protection";
import { number, text } from "./arguments";
import { sheetOf, type Session } from "./session";

export type RuleKind = ConditionalRule["kind"];
export type RuleOf<Kind extends RuleKind> = Extract<ConditionalRule, { kind: Kind }>;

/** A stored conditional format as the API's objects reach it: found anew each time, changed as one thing to undo. */
export class StoredRule {
  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly formatId: string,
    /** The range it was fetched through: Excel reads and writes formulas as seen from there (office-js#5194). */
    readonly through: readonly Area[],
  ) {}

  /** @throws HostError ItemNotFound where the format has been deleted meanwhile */
  find(): { readonly sheet: Sheet; readonly format: ConditionalFormat } {
    const sheet = sheetOf(this.session, this.sheetId);
    const format = sheet.conditionalFormats.find((one) => one.id === this.formatId);
    if (format === undefined) throw itemNotFound("the conditional format has been deleted");
    return { sheet, format };
  }

  get format(): ConditionalFormat {
    return this.find().format;
  }

  /** @throws HostError InvalidOperation where the format is of another type */
  rule<Kind extends RuleKind>(kind: Kind): RuleOf<Kind> {
    const { rule } = this.format;
    if (isOf(rule, kind)) return rule;
    throw new HostError(
      "InvalidOperation",
      `The conditional format is of type ${rule.kind}, not ${kind}.`,
    );
  }

  /** Puts another rule in the place of this one. */
  replace(rule: ConditionalRule): void {
    this.change((format) => (format.rule = rule));
  }

  change(work: (format: ConditionalFormat, sheet: Sheet) => void): void {
    const { sheet, format } = this.find();
    refuseUnlessAllowed(this.session.workspace, sheet, "allowFormatCells");
    this.session.workspace.history.layers(sheet);
    work(format, sheet);
  }

  get style(): RuleStyle {
    const { rule } = this.format;
    return "style" in rule ? rule.style : {};
  }

  /** Lays members over the rule's looks; a member that is undefined goes. Rules without looks stay as they are. */
  restyle(part: { readonly [Name in keyof RuleStyle]?: RuleStyle[Name] | undefined }): void {
    const { rule } = this.format;
    if (!("style" in rule)) return;
    const members = Object.entries({ ...rule.style, ...part });
    this.replace({
      ...rule,
      style: Object.fromEntries(members.filter(([, value]) => value !== undefined)),
    });
  }

  /** A formula given as seen from the range the format was fetched through, as its own first cell sees it. */
  ownFormula(given: string): string {
    const [own] = this.format.areas;
    const [through] = this.through;
    if (own === undefined || through === undefined) return given;
    const seen = intersection(own, through) ?? own;
    return moveFormula(given, own.top - seen.top, own.left - seen.left);
  }
}

function isOf<Kind extends RuleKind>(rule: ConditionalRule, kind: Kind): rule is RuleOf<Kind> {
  return rule.kind === kind;
}

/** A formula or a plain number, as rules and bounds are given. */
export function formulaText(value: unknown, argument: string): string {
  return typeof value === "number" ? String(number(value, argument)) : text(value, argument);
}
