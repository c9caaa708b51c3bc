import type { FileFailure, FileWarning } from "../../host/file/failure";
import { snapshotInPieces, WorkbookAssembly } from "../../host/file/snapshot";
import type { AddInReference } from "../../host/model/kept";
import type { Workbook } from "../../host/model/workbook";
import type { FileReply, FileRequest } from "./wire";

export type Opened =
  | { readonly ok: true; readonly workbook: Workbook; readonly warnings: readonly FileWarning[] }
  | { readonly ok: false; readonly failure: FileFailure };

/** Largest file that is read into memory at all; the file room's own limits are tighter and say more. */
const mostBytes = 512 * 1_048_576;

/** What part of a bar opening and saving take; the rest is for handing the cells over. */
const workShare = 0.85;

/** Time of the page's thread that goes on handing cells over without a pause, in milliseconds. */
const sliceMs = 20;

/** A file worker of its own for one file, with what it says but for its progress. */
class FileWork {
  readonly #worker = new Worker(
    /* webpackChunkName: "file-worker" */ new URL("./file-worker.ts", import.meta.url),
  );

  constructor(private readonly onProgress: (share: number) => void) {}

  say(request: FileRequest): void {
    this.#worker.postMessage(request);
  }

  /** The first answer `take` takes, which ends the worker; fails on a defect. */
  answer<Answer>(take: (reply: FileReply) => Answer | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        this.#worker.terminate();
        settle();
      };
      this.#worker.addEventListener("message", (event: MessageEvent<FileReply>) => {
        const reply = event.data;
        if (reply.kind === "progress") this.onProgress(reply.share);
        else if (reply.kind === "broke") end(() => reject(new Error(reply.message)));
        else {
          const answer = take(reply);
          if (answer !== undefined) end(() => resolve(answer));
        }
      });
      // A worker whose script cannot be fetched says nothing but that there was an error.
      this.#worker.addEventListener("error", ({ message }) =>
        end(() => reject(new Error(message === "" ? "file-worker" : message))),
      );
    });
  }
}

/**
 * Reads a file a person chose or dropped. `onProgress` hears shares from 0 to 1.
 *
 * @returns the workbook, or the file room's failure; throws only on a defect
 */
export async function openFile(
  file: File,
  addIn: AddInReference | null,
  onProgress: (share: number) => void,
): Promise<Opened> {
  if (file.size > mostBytes) {
    return { ok: false, failure: { code: "too-large", bytes: file.size, limit: mostBytes } };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const work = new FileWork((share) => onProgress(share * workShare));
  work.say({ kind: "open", bytes, fileName: file.name, addIn });
  let assembly: WorkbookAssembly | null = null;
  let pieces = 0;
  let taken = 0;
  return work.answer<Opened>((reply) => {
    switch (reply.kind) {
      case "head":
        assembly = new WorkbookAssembly(reply.head);
        pieces = reply.pieces;
        return undefined;
      case "piece":
        assembly?.add(reply.piece);
        taken++;
        onProgress(workShare + ((1 - workShare) * taken) / pieces);
        return undefined;
      case "refused":
        return { ok: false, failure: reply.failure };
      case "opened": {
        if (assembly === null) throw new Error("the worker opened nothing");
        const { workbook } = assembly;
        workbook.fileName = file.name;
        return { ok: true, workbook, warnings: reply.warnings };
      }
      default:
        throw new Error(`unexpected reply: ${reply.kind}`);
    }
  });
}

/**
 * The workbook, as it stands at the call, as the bytes of an .xlsx file. `onProgress` hears shares from 0 to 1.
 *
 * The cells are handed over in slices, between which a person can go on: what they change is not in the file.
 */
export async function xlsxBytes(
  workbook: Workbook,
  addIn: AddInReference | null,
  onProgress: (share: number) => void,
): Promise<Uint8Array> {
  const handShare = 1 - workShare;
  const work = new FileWork((share) => onProgress(handShare + share * workShare));
  const saved = work.answer((reply) => (reply.kind === "saved" ? reply.bytes : undefined));
  const { head, count, pieces } = snapshotInPieces(workbook);
  work.say({ kind: "head", head, pieces: count });
  const handOver = async (): Promise<void> => {
    let given = 0;
    let pause = performance.now() + sliceMs;
    for (const piece of pieces) {
      work.say({ kind: "piece", piece });
      given++;
      if (performance.now() < pause) continue;
      onProgress((handShare * given) / count);
      await new Promise((resolve) => setTimeout(resolve));
      pause = performance.now() + sliceMs;
    }
    work.say({ kind: "save", addIn });
  };
  const [bytes] = await Promise.all([saved, handOver()]);
  return bytes;
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
