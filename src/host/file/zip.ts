import { inflateSync } from "fflate";
import { UnreadableFile } from "./failure";

/** One part of the package as the zip's directory lists it. */
interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface PackageLimits {
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Bytes of all parts together, unpacked. */
  readonly totalBytes: number;
  readonly parts: number;
}

/** A 100,000 × 25 sheet unpacks to about 120 MB; ten times that is no workbook a browser can hold. */
export const packageLimits: PackageLimits = {
  partBytes: 1_200_000_000,
  totalBytes: 1_800_000_000,
  parts: 20_000,
};

/**
 * Reads a zip without trusting it: sizes are checked against limits before anything is unpacked, nothing unpacks to more
 * than it claims, and every part's checksum is compared, so that a damaged file is refused rather than read wrongly.
 */
export class ZipReader {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #limits: PackageLimits;

  /** @throws UnreadableFile `broken-zip` or `expands-too-much` */
  constructor(bytes: Uint8Array, limits: PackageLimits = packageLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#entries = directory(bytes, limits);
    let total = 0;
    for (const [part, entry] of this.#entries) {
      total += entry.size;
      if (entry.size > limits.partBytes || total > limits.totalBytes) {
        throw new UnreadableFile({ code: "expands-too-much", part, limit: limits.partBytes });
      }
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Part names are compared without case, as the packaging convention asks. */
  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /** How many bytes a part has once it is unpacked; 0 where there is none. */
  size(name: string): number {
    return this.#find(name)?.size ?? 0;
  }

  /** @throws UnreadableFile `missing-part` or `broken-zip` */
  read(name: string): Uint8Array {
    const entry = this.#find(name);
    if (entry === undefined) throw new UnreadableFile({ code: "missing-part", part: name });
    const packed = this.#packed(name, entry);
    const content = entry.method === 0 ? packed : this.#inflate(name, entry, packed);
    if (content.length !== entry.size) throw broken(`${name}: wrong size`);
    if (crc32(content) !== entry.crc) throw broken(`${name}: wrong checksum`);
    return content;
  }

  #find(name: string): ZipEntry | undefined {
    return (
      this.#entries.get(name) ?? this.#entries.get(this.#lowerCase().get(name.toLowerCase()) ?? "")
    );
  }

  #lower: Map<string, string> | null = null;
  #lowerCase(): Map<string, string> {
    this.#lower ??= new Map([...this.#entries.keys()].map((key) => [key.toLowerCase(), key]));
    return this.#lower;
  }

  #packed(name: string, entry: ZipEntry): Uint8Array {
    const view = viewOf(this.#bytes);
    const at = entry.offset;
    if (at + 30 > this.#bytes.length || view.getUint32(at, true) !== 0x04034b50) {
      throw broken(`${name}: no local header`);
    }
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + entry.packedSize;
    if (end > this.#bytes.length) throw broken(`${name}: cut off`);
    return this.#bytes.subarray(start, end);
  }

  #inflate(name: string, entry: ZipEntry, packed: Uint8Array): Uint8Array {
    if (entry.method !== 8) throw broken(`${name}: method ${entry.method}`);
    // Deflate grows at most about 1,032-fold; a larger claim is only there to make us allocate.
    if (entry.size > packed.length * 1040 + 64) {
      throw new UnreadableFile({
        code: "expands-too-much",
        part: name,
        limit: this.#limits.partBytes,
      });
    }
    try {
      return inflateSync(packed, { out: new Uint8Array(entry.size) });
    } catch (error) {
      throw broken(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function broken(detail: string): UnreadableFile {
  return new UnreadableFile({ code: "broken-zip", detail });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The entries of the central directory, by name. Zip64 sizes are read where present. */
function directory(bytes: Uint8Array, limits: PackageLimits): Map<string, ZipEntry> {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20) {
    if (view.getUint32(end - 20, true) === 0x07064b50) {
      const wide = Number(view.getBigUint64(end - 12, true));
      if (wide + 56 > bytes.length || view.getUint32(wide, true) !== 0x06064b50) {
        throw broken("zip64 directory");
      }
      count = Number(view.getBigUint64(wide + 32, true));
      at = Number(view.getBigUint64(wide + 48, true));
    }
  }
  if (count > limits.parts) throw broken(`${count} parts`);
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw broken("directory cut off");
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw broken("directory cut off");
    if ((view.getUint16(at + 8, true) & 1) !== 0) {
      throw new UnreadableFile({ code: "password-protected" });
    }
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const extra = at + 46 + nameLength;
    if (!name.endsWith("/")) {
      entries.set(name.replaceAll("\\", "/"), widened(view, entry, extra, extra + extraLength));
    }
    at = next;
  }
  return entries;
}

function widened(view: DataView, entry: ZipEntry, from: number, to: number): ZipEntry {
  const wide = (value: number): boolean => value === 0xffffffff;
  if (!wide(entry.size) && !wide(entry.packedSize) && !wide(entry.offset)) return entry;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const take = (value: number): number => {
      if (!wide(value)) return value;
      if (field + 8 > to) throw broken("zip64 field");
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    const size = take(entry.size);
    const packedSize = take(entry.packedSize);
    return { ...entry, size, packedSize, offset: take(entry.offset) };
  }
  throw broken("zip64 field");
}

function endOfDirectory(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw broken("no directory");
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
