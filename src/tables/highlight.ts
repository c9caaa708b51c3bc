/** The highlight of the customers table, as native conditional formats: F5 and F7. */

/**
 * An own conditional format over the table's body. In `formula`, `{columnId}` stands for that column's cell in the
 * same row (`$G2`). Rules are in order of priority; the first that matches decides.
 */
export interface HighlightRule {
  readonly formula: string;
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean;
}

/** A no-op by which our rules are found again among people's own: conditional formats carry no name. */
export const highlightMark = 'N("ks1")=0';

const next = "{nextFollowUp}";

/**
 * Native functions only: Excel never runs custom functions inside conditional formats, and so the highlight lives in
 * Excel without the add-in. The numbers come from Settings through names; an emptied step switches itself off.
 */
export const highlightRules: readonly HighlightRule[] = [
  { ...overdueBy("crm_step_3"), fill: "#C50F1F", fontColor: "#FFFFFF", bold: true },
  { ...overdueBy("crm_step_2"), fill: "#F1707B", fontColor: "#3B0509", bold: true },
  { ...overdueBy("crm_step_1"), fill: "#F8B9BF", fontColor: "#6E0811", bold: false },
  { ...when(`${next}<TODAY()`), fill: "#FDE7E9", fontColor: "#8E0912", bold: false },
  { ...when(`${next}=TODAY()`), fill: "#FFDD8A", fontColor: "#5C3D00", bold: false },
  {
    ...when(`${next}<=TODAY()+N(crm_due_soon)`),
    fill: "#FFF8E1",
    fontColor: "#5C4A1F",
    bold: false,
  },
];

function overdueBy(step: string): Pick<HighlightRule, "formula"> {
  return when(`N(${step})>0,TODAY()-${next}>=${step}`);
}

function when(condition: string): Pick<HighlightRule, "formula"> {
  return { formula: `=AND(${highlightMark},ISNUMBER(${next}),${condition})` };
}
