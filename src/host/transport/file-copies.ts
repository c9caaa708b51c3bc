import type { TransportClient } from "./client";
import { Status } from "./wire";

/** office.js's numbers for the file types of `getFileAsync`, which differ between the desktop and the web. */
export type CompressedType = 5 | 1;

/** office.js allows no more than two files that were not closed. */
const mostOpen = 2;

/** office.js's status number for what failed inside Excel, whatever it was. */
const internalError = 5001;

type Slice = Answer<readonly [data: readonly number[], size: number]>;

type Answer<T> = { readonly status: 0; readonly value: T } | { readonly status: number };

/**
 * The files of `Office.context.document.getFileAsync`: the workbook as it stood then, read in slices until it is closed.
 *
 * @see https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-getfileasync-member(1)
 */
export class FileCopies {
  readonly #open = new Map<number, { readonly bytes: Uint8Array; readonly sliceSize: number }>();
  #next = 1;

  constructor(
    private readonly client: () => TransportClient | null,
    private readonly compressed: CompressedType,
  ) {}

  /** Takes the workbook's file. Only the compressed type, which is .xlsx, is served. */
  async take(
    fileType: unknown,
    sliceSize = 0,
  ): Promise<Answer<readonly [handle: number, size: number]>> {
    const copy = this.client()?.copyFile;
    if (copy === undefined || fileType !== this.compressed) return { status: Status.unsupported };
    if (this.#open.size >= mostOpen) return { status: internalError };
    const bytes = await copy().then(
      (written) => written,
      // office.js has no words for it; who writes the file tells the person.
      () => null,
    );
    if (bytes === null) return { status: internalError };
    const handle = this.#next++;
    this.#open.set(handle, { bytes, sliceSize });
    return { status: 0, value: [handle, bytes.length] };
  }

  /** A slice by its number, of the size asked for when the file was taken: so the web asks. */
  sliceAt(handle: unknown, index: number): Slice {
    const size = this.#open.get(Number(handle))?.sliceSize ?? 0;
    return this.slice(handle, index * size, size);
  }

  /** Some bytes of a file, as the numbers that travel: so the desktop asks. */
  slice(handle: unknown, offset: number, size: number): Slice {
    const bytes = this.#open.get(Number(handle))?.bytes.subarray(offset, offset + size);
    return bytes === undefined
      ? { status: internalError }
      : { status: 0, value: [[...bytes], bytes.length] };
  }

  close(handle: unknown): number {
    return this.#open.delete(Number(handle)) ? Status.success : internalError;
  }
}
