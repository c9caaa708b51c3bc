import type { Border, BorderEdge } from "../model/style";
import type { RuleStyle } from "../model/rules";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, text, word } from "./arguments";
import type { StoredRule } from "./conditional-rule";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";

/** What a rule lays over its cells. https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends ApiObject {
  readonly className = "ConditionalRangeFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #clearFormat */
  clearFormat(): void {
    const { rule } = this.stored.format;
    if ("style" in rule) this.stored.replace({ ...rule, style: {} });
  }
}

serve(ConditionalRangeFormat, {
  fill: ({ stored }) => new ConditionalRangeFill(stored),
  font: ({ stored }) => new ConditionalRangeFont(stored),
  borders: ({ stored }) => new ConditionalRangeBorderCollection(stored),
  // Null takes the format away.
  numberFormat: look("numberFormat", {
    absent: null,
    read: (value, argument) => (value === null ? undefined : text(value, argument)),
  }),
});

interface RuleLook {
  readonly get: (of: { readonly stored: StoredRule }) => unknown;
  readonly set: (of: { readonly stored: StoredRule }, value: unknown, name: string) => void;
}

/** A look that is laid over the cells' own. */
function look<Name extends keyof RuleStyle>(
  name: Name,
  { absent, read }: kind.Kind<RuleStyle[Name] | undefined>,
): RuleLook {
  return {
    get: ({ stored }) => stored.style[name] ?? absent,
    set: ({ stored }, value, argument) => stored.restyle({ [name]: read(value, argument) }),
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends ApiObject {
  readonly className = "ConditionalRangeFill";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #clear */
  clear(): void {
    this.stored.restyle({ fill: undefined });
  }
}

serve(ConditionalRangeFill, { color: look("fill", kind.color("")) });

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends ApiObject {
  readonly className = "ConditionalRangeFont";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #clear */
  clear(): void {
    this.stored.restyle({
      bold: undefined,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
      fontColor: undefined,
    });
  }
}

serve(ConditionalRangeFont, {
  bold: look("bold", kind.truth(null)),
  italic: look("italic", kind.truth(null)),
  strikethrough: look("strikethrough", kind.truth(null)),
  underline: look("underline", kind.word(null, ["None", "Single", "Double"])),
  color: look("fontColor", kind.color("")),
});

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Side = Extract<BorderEdge, (typeof sides)[number]>;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangebordercollection */
export class ConditionalRangeBorderCollection extends ApiCollection<ConditionalRangeBorder> {
  readonly className = "ConditionalRangeBorderCollection";

  constructor(readonly stored: StoredRule) {
    super();
  }

  override [items](): readonly ConditionalRangeBorder[] {
    return sides.map((side) => new ConditionalRangeBorder(this.stored, side));
  }

  override [indexer](key: unknown): ConditionalRangeBorder {
    return this.getItem(key);
  }

  /** #getItem */
  getItem(index: unknown): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, word(index, "index", sides));
  }

  /** #getItemAt */
  getItemAt(index: unknown): ConditionalRangeBorder {
    const side = sides[integer(index, "index")];
    if (side === undefined) throw itemNotFound(`no border at ${String(index)}`);
    return new ConditionalRangeBorder(this.stored, side);
  }
}

serve(ConditionalRangeBorderCollection, {
  count: () => sides.length,
  top: ({ stored }) => new ConditionalRangeBorder(stored, "EdgeTop"),
  bottom: ({ stored }) => new ConditionalRangeBorder(stored, "EdgeBottom"),
  left: ({ stored }) => new ConditionalRangeBorder(stored, "EdgeLeft"),
  right: ({ stored }) => new ConditionalRangeBorder(stored, "EdgeRight"),
});

const noBorder: Border = { style: "None", weight: "Thin", color: "#000000" };

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeborder */
export class ConditionalRangeBorder extends ApiObject {
  readonly className = "ConditionalRangeBorder";

  constructor(
    readonly stored: StoredRule,
    readonly side: Side,
  ) {
    super();
  }

  override [identity](): string {
    return this.side;
  }
}

serve(ConditionalRangeBorder, { sideIndex: ({ side }) => side });

/** A colour given to a missing line makes it a continuous one. */
const line: Keeping<ConditionalRangeBorder, Pick<Border, "style" | "color">> = {
  read: borderOf,
  change: (border, change) => {
    const { stored, side } = border;
    const before = borderOf(border);
    const shown =
      before.style === "None" && change.style === undefined ? "Continuous" : before.style;
    const borders = { ...stored.style.borders, [side]: { ...before, style: shown, ...change } };
    stored.restyle({ borders });
  },
};

serveKept(ConditionalRangeBorder, line, {
  style: kind.word("None", ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
  color: kind.color("#000000"),
});

function borderOf({ stored, side }: ConditionalRangeBorder): Border {
  return stored.style.borders?.[side] ?? noBorder;
}
