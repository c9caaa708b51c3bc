/**
 * One formula to be judged; with a second one where LibreOffice does not know the function: an older formula that says
 * the same and shares nothing with our engine's way of finding it.
 */
export type Case = string | readonly [formula: string, older: string];
