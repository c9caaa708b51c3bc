import type { FileFailure, FileWarning } from "../../host/file/failure";
import { snapshotWorkbook, workbookFromSnapshot } from "../../host/file/snapshot";
import type { AddInReference } from "../../host/model/kept";
import type { Workbook } from "../../host/model/workbook";
import type { FileReply, FileRequest } from "./wire";

export type Opened =
  | { readonly ok: true; readonly workbook: Workbook; readonly warnings: readonly FileWarning[] }
  | { readonly ok: false; readonly failure: FileFailure };

/** Largest file that is read into memory at all; the file room's own limits are tighter and say more. */
const mostBytes = 512 * 1_048_576;

function ask<Answer>(
  request: FileRequest,
  onProgress: (share: number) => void,
  take: (reply: FileReply) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(
      /* webpackChunkName: "file-worker" */ new URL("./file-worker.ts", import.meta.url),
    );
    worker.addEventListener("message", (event: MessageEvent<FileReply>) => {
      const reply = event.data;
      if (reply.kind === "progress") {
        onProgress(reply.share);
        return;
      }
      worker.terminate();
      const answer = take(reply);
      if (answer !== undefined) resolve(answer);
      else
        reject(
          new Error(reply.kind === "broke" ? reply.message : `unexpected reply: ${reply.kind}`),
        );
    });
    worker.addEventListener("error", (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  });
}

/**
 * Reads a file a person chose or dropped. `onProgress` hears shares from 0 to 1.
 *
 * @returns the workbook, or the file room's failure; throws only on a defect
 */
export async function openFile(file: File, onProgress: (share: number) => void): Promise<Opened> {
  if (file.size > mostBytes) {
    return { ok: false, failure: { code: "too-large", bytes: file.size, limit: mostBytes } };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ask<Opened>({ kind: "open", bytes, fileName: file.name }, onProgress, (reply) => {
    if (reply.kind === "refused") return { ok: false, failure: reply.failure };
    if (reply.kind !== "opened") return undefined;
    const workbook = workbookFromSnapshot(reply.workbook);
    workbook.fileName = file.name;
    return { ok: true, workbook, warnings: reply.warnings };
  });
}

/** The workbook as the bytes of an .xlsx file. `onProgress` hears shares from 0 to 1. */
export function xlsxBytes(
  workbook: Workbook,
  addIn: AddInReference | null,
  onProgress: (share: number) => void,
): Promise<Uint8Array> {
  return ask({ kind: "save", workbook: snapshotWorkbook(workbook), addIn }, onProgress, (reply) =>
    reply.kind === "saved" ? reply.bytes : undefined,
  );
}

/**
 * "客户.csv" is saved as "客户.xlsx"; an unnamed workbook gets the name given. What no file system takes in a name, and
 * marks that turn the text around so that an ending looks like another, do not come along.
 */
export function xlsxName(fileName: string, otherwise: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .slice(0, 200);
  return `${stem === "" ? otherwise : stem}.xlsx`;
}

/** Hands bytes to the browser as a download. */
export function download(bytes: Uint8Array, fileName: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
