let ready: Promise<unknown> | null = null;

/** The Excel of this page: whichever opened it as its task pane. */
export async function startExcel(): Promise<void> {
  ready ??= Office.onReady();
  await ready;
}
