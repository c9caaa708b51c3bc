/** Opens and saves files off the page's main thread. One request per worker. */
import { openWorkbook } from "../../host/file/open";
import { saveXlsx } from "../../host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../../host/file/snapshot";
import type { FileReply, FileRequest } from "./wire";

const reply = (message: FileReply, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

async function answer(request: FileRequest): Promise<void> {
  if (request.kind === "save") {
    const bytes = await saveXlsx(workbookFromSnapshot(request.workbook), {
      ...(request.addIn === null ? {} : { addIn: request.addIn }),
      onProgress: (share) => reply({ kind: "progress", share }),
    });
    reply({ kind: "saved", bytes }, [bytes.buffer]);
    return;
  }
  const opened = await openWorkbook(request.bytes, request.fileName, {
    onProgress: (share) => reply({ kind: "progress", share }),
  });
  if (opened.ok) {
    reply({
      kind: "opened",
      workbook: snapshotWorkbook(opened.workbook),
      warnings: opened.warnings,
    });
  } else {
    reply({ kind: "refused", failure: opened.failure });
  }
}

self.addEventListener("message", (event: MessageEvent<FileRequest>) => {
  answer(event.data).catch((reason: unknown) =>
    reply({ kind: "broke", message: reason instanceof Error ? reason.message : String(reason) }),
  );
});
