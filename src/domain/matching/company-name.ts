import {
  districtAtStart,
  isCommon,
  isName,
  isRemark,
  withoutBranch,
  withoutForms,
} from "./company-parts";
import { simplify } from "./han-variants";
import { regionAtStart, regionsIn } from "./regions";

/** A company's name taken apart, so that two spellings of one name come out alike. */
export interface CompanyName {
  /** What tells the company from others: no legal form, no region, no width, case, spaces or traditional characters. */
  readonly core: string;
  /** Places named before the core or in brackets, shortest form, sorted: ["上海"]. */
  readonly regions: readonly string[];
  /** The part of the place that is named after it, 朝阳区; "" without one. */
  readonly district: string;
  /** Which branch, office or shop of the company, 北京分公司; "" for the company itself. */
  readonly branch: string;
  /** Whether a legal form was written (有限公司, 集团, Ltd): a name without one may be a person's. */
  readonly hasForm: boolean;
}

/**
 * Takes a company's name apart: rule T3. Brackets that hold a place count as region, those that hold a remark (已注销,
 * 普通合伙) as nothing; others stay part of the name, since 天和酒店（东店） and 天和酒店（西店） are two.
 *
 * `companyName(name).core` is a normal form: taken apart again it is itself.
 *
 * @example
 * companyName("上海華瑞電子（集團）股份有限公司") //=> { core: "华瑞电子", regions: ["上海"], hasForm: true, … }
 * companyName("华瑞电子有限公司苏州办事处")       //=> { core: "华瑞电子", branch: "苏州办事处", … }
 * companyName("Acme Trading Co., Ltd.").core //=> "acme trading"
 */
export function companyName(name: string): CompanyName {
  const plain = simplify(name.normalize("NFKC").toLowerCase().normalize("NFKC"));
  const regions = new Set<string>();
  const said = unbracketed(plain, regions).replace(/^个体工商户(?=..)/u, "");
  const { rest: whole, branch } = withoutBranch(said);
  const { rest, found } = withoutForms(whole);
  let core = withoutCountry(rest, regions);
  let district = "";
  for (let at = regionAtStart(core); at !== null; at = regionAtStart(core)) {
    let left = core.slice(at.length).trim();
    if (!isName(left)) break;
    regions.add(at.region);
    if (isCommon(left)) {
      core = at.region + left;
      break;
    }
    const part = regionAtStart(left) === null ? districtAtStart(left) : "";
    if (part !== "" && isName(left.slice(part.length))) {
      district = part;
      left = left.slice(part.length);
    }
    core = left;
  }
  return { core, regions: [...regions].sort(), district, branch, hasForm: found };
}

/**
 * Whether two names can belong to one company as far as their places tell: a name without a place says nothing about it.
 */
export function placesAgree(a: CompanyName, b: CompanyName): boolean {
  const sameDistrict = a.district === "" || b.district === "" || a.district === b.district;
  if (!sameDistrict) return false;
  return (
    a.regions.length === 0 ||
    b.regions.length === 0 ||
    a.regions.some((region) => b.regions.includes(region))
  );
}

/** The text without its brackets; the places in them are entered into `regions`. */
function unbracketed(text: string, regions: Set<string>): string {
  let out = "";
  let end = 0;
  for (const match of text.matchAll(/[([{【〔「〈](.*?)[)\]}】〕」〉]/gu)) {
    const inner = spaced(match[1] ?? "");
    out += ` ${text.slice(end, match.index)} `;
    end = match.index + match[0].length;
    const places = regionsIn(inner);
    for (const place of places ?? []) regions.add(place);
    if (places !== null || isRemark(inner)) continue;
    // 天和酒店有限公司（东店） is 天和酒店（东店）: the form stands before the bracket, too.
    const before = spaced(out);
    const isLast = spaced(text.slice(end)) === "";
    out = ` ${isLast ? withoutForms(before).rest : before} ${inner} `;
  }
  return spaced(out + text.slice(end));
}

const countries = ["中国", "香港", "澳门", "台湾"];

/** 西门子中国 is 西门子（中国）. */
function withoutCountry(name: string, regions: Set<string>): string {
  let rest = name;
  for (;;) {
    const country = countries.find((each) => rest.endsWith(each));
    if (country === undefined) return rest;
    const left = withoutForms(rest.slice(0, -country.length).trim()).rest;
    if (!isName(left) || regionsIn(left) !== null) return rest;
    regions.add(country);
    rest = left;
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
