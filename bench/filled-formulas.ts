/** The formulas of the calculated columns of the open workbook, as if its table had grown row by row. */
export async function fillFormulas(count: number): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("CrmCustomers");
    for (const header of ["等级", "下次跟进", "状态", "紧急程度", "重要性"]) {
      const body = table.columns.getItem(header).getDataBodyRange();
      body
        .getCell(0, 0)
        .getResizedRange(count - 1, 0)
        .copyFrom(body.getCell(0, 0), Excel.RangeCopyType.formulas);
    }
    await context.sync();
  });
}
