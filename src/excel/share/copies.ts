import type { WorkbookCopy } from "../../app/share/sharing";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { tried } from "../run";

/** Bytes of a slice: at most 4 MB, so few that the pane stays awake, and a multiple of 3, so that Base64 joins. */
const sliceSize = 786_432;

/**
 * The workbook's file as it stands, by `Office.context.document.getFileAsync`. The file is closed again in any case: Excel
 * keeps no more than two.
 *
 * @see https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-getfileasync-member(1)
 */
export async function takeCopy(
  onProgress: (share: number) => void,
): Promise<Result<WorkbookCopy, WorkbookFailure>> {
  const file = await answered<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done),
  );
  if (!file.ok) return file;
  let base64 = "";
  try {
    for (let at = 0; at < file.value.sliceCount; at += 1) {
      const slice = await answered<Office.Slice>((done) => file.value.getSliceAsync(at, done));
      if (!slice.ok) return slice;
      base64 += base64Of(slice.value.data as ArrayLike<number>);
      onProgress((at + 1) / file.value.sliceCount);
    }
  } finally {
    // Whether it could be closed changes nothing of what was read.
    await new Promise<void>((resolve) => file.value.closeAsync(() => resolve()));
  }
  return ok({ base64 });
}

/** Opens a file as another workbook. */
export function openCopy({ base64 }: WorkbookCopy): Promise<Result<void, WorkbookFailure>> {
  return tried(async () => {
    await Excel.createWorkbook(base64);
    return ok(undefined);
  });
}

function answered<T>(
  ask: (done: (result: Office.AsyncResult<T>) => void) => void,
): Promise<Result<T, WorkbookFailure>> {
  return new Promise((resolve) =>
    ask(({ status, value, error }) =>
      resolve(
        status === Office.AsyncResultStatus.Succeeded
          ? ok(value)
          : err({ code: "host", hostCode: String(error.code), message: error.message }),
      ),
    ),
  );
}

function base64Of(bytes: ArrayLike<number>): string {
  const all = Uint8Array.from(bytes);
  let text = "";
  // More arguments than this are too many for one call.
  for (let at = 0; at < all.length; at += 24_576)
    text += btoa(String.fromCharCode(...all.subarray(at, at + 24_576)));
  return text;
}
