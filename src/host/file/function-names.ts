/**
 * How function names stand in a file. Functions newer than Excel 2007 carry `_xlfn.`, FILTER and SORT `_xlfn._xlws.`,
 * names bound by LET and LAMBDA `_xlpm.` ([MS-XLSX] 2.2.2.1, "future functions").
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Stored with `_xlfn.`; names with a dot are told from custom functions by this list too. */
export const futureFunctions: ReadonlySet<string> = new Set(
  words(`
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND
  BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV
  CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P
  COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV
  F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT
  FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE
  GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED
  ISO.CEILING ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
  NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC
  PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC
  QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET
  SHEETS SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE
  TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P
  VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST FILTER SORT`),
);

/** Future functions that Excel nevertheless writes without a prefix. */
const plainInFile: ReadonlySet<string> = new Set([
  "NETWORKDAYS.INTL",
  "WORKDAY.INTL",
  "ISO.CEILING",
]);

const dottedSince2007: ReadonlySet<string> = new Set(["ERROR.TYPE", "INFO.TYPE", "RTD.SERVER"]);

/** Formulas with one of these answer an array by nature and are stored as dynamic arrays. */
export const arrayFunctions: ReadonlySet<string> = new Set(
  words(`BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER GROUPBY HSTACK MAKEARRAY MAP PIVOTBY RANDARRAY SCAN
  SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW TRIMRANGE UNIQUE VSTACK WRAPCOLS WRAPROWS`),
);

/**
 * A function's name as a file spells it: "XLOOKUP" → "_xlfn.XLOOKUP", "CRM.GRADE" → "_xldudf_CRM_GRADE".
 *
 * Excel stores an add-in's custom functions as `_xldudf_NAMESPACE_NAME` and shows the real name once the add-in has
 * registered it (office-js#3558, #2568); a file that spelled them plainly would show #NAME? until each cell is re-entered.
 */
export function functionNameInFile(name: string): string {
  const upper = name.toUpperCase();
  if (upper === "FILTER" || upper === "SORT") return `_xlfn._xlws.${upper}`;
  if (plainInFile.has(upper)) return upper;
  if (futureFunctions.has(upper)) return `_xlfn.${upper}`;
  if (upper.includes(".") && !upper.startsWith("_") && !dottedSince2007.has(upper)) {
    return `_xldudf_${name.replaceAll(".", "_")}`;
  }
  return name;
}

/**
 * The reverse of {@link functionNameInFile}. The namespace of a custom function ends at the first underscore. A newer
 * function than those known here keeps its prefix, as Excel shows it, and goes back into the file with it.
 */
export function functionNameFromFile(name: string): string {
  const custom = /^_xldudf_([^_]+)_(.+)$/i.exec(name);
  if (custom !== null) return `${custom[1] ?? ""}.${custom[2] ?? ""}`;
  const bare = name.replace(/^_xlfn\.(?:_xlws\.)?/i, "").replace(/^_xlpm\./i, "");
  const isNewer = /^_xlfn\./i.test(name) && !/^_xlfn\./i.test(functionNameInFile(bare));
  return isNewer && !plainInFile.has(bare.toUpperCase()) ? name : bare;
}
