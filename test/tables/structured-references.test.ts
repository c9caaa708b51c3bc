import { headersReadInRow } from "../../src/tables/structured-references";

describe("columns a formula calls by their headers", () => {
  it.each([
    ["=[@电话]", ["电话"]],
    ['=IF([@[我的 评级]]="B",[@[我的 评级]],CrmCustomers[@City])', ["我的 评级", "City"]],
    ["=CrmCustomers[[#This Row],[Last follow-up]]+1", ["Last follow-up"]],
    ["=[@['[a'] '#1]]", ["[a] #1"]],
    ["=SUM([@[一月]:[三月]])", ["一月"]],
    ['="[@电话]"&A2&"say ""[@x]"""', []],
    ["=Other[@电话]&Other[[#This Row],[x]]&SUM([电话])", []],
  ] as const)("%s", (formula, headers) => {
    expect(headersReadInRow(formula, "CrmCustomers")).toEqual(headers);
  });
});
