import { simplify } from "./han-variants";
import { regionAtStart, regionsIn } from "./regions";

/** A company's name taken apart, so that two spellings of one name come out alike. */
export interface CompanyName {
  /** What tells the company from others: no legal form, no region, no width, case, spaces or traditional characters. */
  readonly core: string;
  /** Places named before the core or in brackets, shortest form, sorted: ["上海"]. */
  readonly regions: readonly string[];
  /** Whether a legal form was written (有限公司, 集团, Ltd): a name without one may be a person's. */
  readonly hasForm: boolean;
}

/** Longest first, so that 股份有限公司 is not left with 股份. */
const hanForms = [
  "股份有限公司",
  "有限责任公司",
  "集团有限公司",
  "股份公司",
  "有限公司",
  "集团公司",
  "总公司",
  "公司",
  "集团",
  "股份",
];

const latinForms =
  /(?:^|(?<=[^a-z0-9]))(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|bv|pty|pte|group|holding|holdings)$/u;

/** Fewer characters than this are no name: 公司 alone, 北京. */
const leastCore = 2;

/**
 * Takes a company's name apart: rule T3. Brackets that hold a place count as region, others stay part of the name,
 * since 天和酒店（东店） and 天和酒店（西店） are two.
 *
 * `companyName(name).core` is a normal form: taken apart again it is itself.
 *
 * @example
 * companyName("上海華瑞電子（集團）股份有限公司") //=> { core: "华瑞电子", regions: ["上海"], hasForm: true }
 * companyName("Acme Trading Co., Ltd.").core //=> "acme trading"
 */
export function companyName(name: string): CompanyName {
  const plain = simplify(name.normalize("NFKC").toLowerCase().normalize("NFKC"));
  const regions = new Set<string>();
  const unbracketed = plain.replace(/[([{【〔「〈](.*?)[)\]}】〕」〉]/gu, (_, inner: string) => {
    const places = regionsIn(spaced(inner));
    if (places === null) return ` ${inner} `;
    for (const place of places) regions.add(place);
    return " ";
  });
  const { rest, found } = withoutForms(spaced(unbracketed));
  let core = rest;
  for (let at = regionAtStart(core); at !== null; at = regionAtStart(core)) {
    const left = core.slice(at.length).trim();
    if (Array.from(left).length < leastCore) break;
    regions.add(at.region);
    core = left;
  }
  return { core, regions: [...regions].sort(), hasForm: found };
}

/** Whether two lists of regions can belong to one company: a name without a place says nothing about it. */
export function regionsAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((region) => b.includes(region));
}

function withoutForms(name: string): { readonly rest: string; readonly found: boolean } {
  let rest = name;
  let found = false;
  for (;;) {
    const form = hanForms.find((each) => rest.endsWith(each)) ?? latinForms.exec(rest)?.[0];
    if (form === undefined) return { rest, found };
    const left = rest.slice(0, rest.length - form.length).trim();
    if (Array.from(left).length < leastCore) return { rest, found };
    rest = left;
    found = true;
  }
}

/** Letters and digits; single spaces stand only between words that are not Chinese. */
function spaced(text: string): string {
  return (
    text
      // "AT&T" and "O'Neill" are one word each.
      .replace(/(?<=\p{L})['’&.](?=\p{L})/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
      .trim()
  );
}
