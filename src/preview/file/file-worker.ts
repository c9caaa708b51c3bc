/** Opens and saves files off the page's main thread. One file per worker. */
import { openWorkbook } from "../../host/file/open";
import { saveXlsx } from "../../host/file/save";
import { snapshotInPieces, WorkbookAssembly } from "../../host/file/snapshot";
import type { AddInReference } from "../../host/model/kept";
import type { FileReply, FileRequest } from "./wire";

const reply = (message: FileReply, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

/** The workbook that is being handed over, to be saved. */
let incoming: WorkbookAssembly | null = null;

async function open(
  bytes: Uint8Array,
  fileName: string,
  addIn: AddInReference | null,
): Promise<void> {
  const opened = await openWorkbook(bytes, fileName, {
    ...(addIn === null ? {} : { addIn: addIn.id }),
    onProgress: (share) => reply({ kind: "progress", share }),
  });
  if (!opened.ok) {
    reply({ kind: "refused", failure: opened.failure });
    return;
  }
  const { head, count, pieces } = snapshotInPieces(opened.workbook);
  reply({ kind: "head", head, pieces: count });
  for (const piece of pieces) reply({ kind: "piece", piece });
  reply({ kind: "opened", warnings: opened.warnings });
}

async function save(addIn: AddInReference | null): Promise<void> {
  if (incoming === null) throw new Error("no workbook to save");
  const bytes = await saveXlsx(incoming.workbook, {
    ...(addIn === null ? {} : { addIn }),
    onProgress: (share) => reply({ kind: "progress", share }),
  });
  reply({ kind: "saved", bytes }, [bytes.buffer]);
}

async function take(request: FileRequest): Promise<void> {
  switch (request.kind) {
    case "open":
      return open(request.bytes, request.fileName, request.addIn);
    case "head":
      incoming = new WorkbookAssembly(request.head);
      return;
    case "piece":
      incoming?.add(request.piece);
      return;
    case "save":
      return save(request.addIn);
  }
}

self.addEventListener("message", (event: MessageEvent<FileRequest>) => {
  take(event.data).catch((reason: unknown) =>
    reply({ kind: "broke", message: reason instanceof Error ? reason.message : String(reason) }),
  );
});
