import type { Scalar } from "../model/cell";

/** A function of Excel 2007 and before by its newer name, with the arguments that one asks for besides. */
interface NewerName {
  readonly name: string;
  readonly further: readonly Scalar[];
}

const newer = (name: string, ...further: readonly Scalar[]): NewerName => ({ name, further });

/**
 * Functions that Excel keeps for older workbooks under their first names (Excel help, "Compatibility functions
 * (reference)"), where they differ from their successors by nothing but the name or an argument that is left out. PEARSON
 * is the same as CORREL by its own page.
 */
export const olderFunctions: ReadonlyMap<string, NewerName> = new Map([
  ["BETAINV", newer("BETA.INV")],
  ["CHIDIST", newer("CHISQ.DIST.RT")],
  ["CHIINV", newer("CHISQ.INV.RT")],
  ["COVAR", newer("COVARIANCE.P")],
  ["CRITBINOM", newer("BINOM.INV")],
  ["EXPONDIST", newer("EXPON.DIST")],
  ["FDIST", newer("F.DIST.RT")],
  ["FINV", newer("F.INV.RT")],
  ["GAMMADIST", newer("GAMMA.DIST")],
  ["GAMMAINV", newer("GAMMA.INV")],
  ["HYPGEOMDIST", newer("HYPGEOM.DIST", false)],
  ["LOGINV", newer("LOGNORM.INV")],
  ["LOGNORMDIST", newer("LOGNORM.DIST", true)],
  ["NEGBINOMDIST", newer("NEGBINOM.DIST", false)],
  ["PEARSON", newer("CORREL")],
  ["POISSON", newer("POISSON.DIST")],
  ["TINV", newer("T.INV.2T")],
  ["WEIBULL", newer("WEIBULL.DIST")],
]);
