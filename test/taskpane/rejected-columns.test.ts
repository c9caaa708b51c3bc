import { isOfRejectedSheet } from "../../src/taskpane/import/rejected-columns";

it("[P7] what the sheet of rejected rows adds is no field to be made of, in either language", () => {
  const added = ["不能导入的原因", "原来的行", "Why it stays out", " Row "];
  expect(added.filter((header) => !isOfRejectedSheet(header))).toEqual([]);
  expect(["老板喜好", "Rows", ""].filter(isOfRejectedSheet)).toEqual([]);
});
