import { Inflate } from "fflate";
import { damaged, FileError } from "./file-problem";

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipLimits {
  /** Bytes of one part once unpacked; a sheet of 100,000 × 25 cells takes about 120 MB. */
  readonly partBytes: number;
  /** Bytes of all parts together. */
  readonly totalBytes: number;
  readonly parts: number;
}

export const zipLimits: ZipLimits = {
  partBytes: 400_000_000,
  totalBytes: 800_000_000,
  parts: 10_000,
};

/** What is unpacked between two pauses: deflate grows at most about 1,030-fold. */
const packedPerStep = 8_192;

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const directorySize = 46;
const localSize = 30;

/**
 * A zip that nobody vouches for: sizes are held against limits before anything is unpacked, no part unpacks to more than
 * it claims, and every part's checksum is compared.
 */
export class Zip {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #view: DataView;

  /** @throws FileError `damaged-file`, `password-protected` or `file-too-large` */
  constructor(
    private readonly bytes: Uint8Array,
    limits: ZipLimits = zipLimits,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directoryOf(bytes, this.#view, limits);
    let total = 0;
    for (const { size } of this.#entries.values()) {
      total += size;
      if (size > limits.partBytes || total > limits.totalBytes)
        throw new FileError({ code: "file-too-large", of: "bytes", limit: limits.partBytes });
    }
  }

  /** Part names are compared without case, as the packaging convention asks. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * A part's bytes, piece by piece with the share read so far.
   *
   * @throws FileError `damaged-file` for a part that is not there, unpacks wrongly or has another checksum
   */
  *pieces(name: string): Generator<{ readonly bytes: Uint8Array; readonly share: number }> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged("missing", name);
    const packed = this.#packed(name, entry);
    const found: Uint8Array[] = [];
    const inflate = new Inflate((piece) => void found.push(piece));
    let checksum = 0xffffffff;
    let size = 0;
    for (let at = 0; at < packed.length || at === 0; at += packedPerStep) {
      const piece = packed.subarray(at, at + packedPerStep);
      const last = at + packedPerStep >= packed.length;
      if (entry.method === 0) found.push(piece);
      else push(inflate, name, piece, last);
      for (const bytes of found.splice(0)) {
        size += bytes.length;
        if (size > entry.size) throw damaged("altered", name);
        checksum = checksumOn(checksum, bytes);
        yield { bytes, share: Math.min(1, (at + packedPerStep) / Math.max(packed.length, 1)) };
      }
    }
    if (size !== entry.size) throw damaged("cut-off", name);
    if (~checksum >>> 0 !== entry.checksum) throw damaged("altered", name);
  }

  #packed(name: string, { offset, packedSize, method, size }: Entry): Uint8Array {
    const view = this.#view;
    if (offset + localSize > view.byteLength || view.getUint32(offset, true) !== localSignature)
      throw damaged("missing", name);
    if (method !== 0 && method !== 8) throw damaged("malformed", name);
    if (method === 0 && size !== packedSize) throw damaged("altered", name);
    const start =
      offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > view.byteLength) throw damaged("cut-off", name);
    return this.bytes.subarray(start, start + packedSize);
  }
}

function push(inflate: Inflate, name: string, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last);
  } catch (error) {
    // fflate says what is wrong with the stream; anything that is no Error would be a bug.
    if (!(error instanceof Error)) throw error;
    throw damaged("altered", name);
  }
}

function directoryOf(bytes: Uint8Array, view: DataView, limits: ZipLimits): Map<string, Entry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // Zip64 is for packages of gigabytes, which no workbook to be imported is.
  if (count === 0xffff || at === 0xffffffff)
    throw new FileError({ code: "file-too-large", of: "parts", limit: limits.parts });
  if (count > limits.parts)
    throw new FileError({ code: "file-too-large", of: "parts", limit: limits.parts });
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + directorySize > bytes.length || view.getUint32(at, true) !== directorySignature)
      throw damaged("cut-off");
    const nameEnd = at + directorySize + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged("cut-off");
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw new FileError({ code: "password-protected" });
    const name = new TextDecoder().decode(bytes.subarray(at + directorySize, nameEnd));
    entries.set(name.replaceAll("\\", "/").toLowerCase(), {
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The directory's end stands at the file's end, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  throw damaged("cut-off");
}

const checksums = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 over more bytes. */
function checksumOn(before: number, bytes: Uint8Array): number {
  let value = before;
  for (const byte of bytes) value = (checksums[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return value;
}
