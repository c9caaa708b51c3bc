import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/**
 * A certificate for localhost, signed by itself and good for this test run: Node makes keys but no certificates, so the
 * few DER values of RFC 5280 (section 4.1) are written here.
 *
 * @returns key and certificate as PEM, for an https server
 */
export function throwAwayCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = sequence(set(sequence(objectId.commonName, text("localhost"))));
  const algorithm = sequence(objectId.ecdsaWithSha256);
  const day = 24 * 60 * 60 * 1000;
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    subject,
    sequence(time(Date.now() - day), time(Date.now() + day)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    explicit(
      3,
      sequence(sequence(objectId.subjectAltName, octets(sequence(dnsName("localhost"))))),
    ),
  );
  const signature = sign("sha256", body, privateKey);
  const certificate = sequence(body, algorithm, value(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n").trimEnd();
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tag, length and content (X.690, section 8.1). */
function value(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => value(0x30, ...parts);
const set = (...parts: readonly Buffer[]): Buffer => value(0x31, ...parts);
const integer = (bytes: Buffer): Buffer => value(0x02, bytes);
const octets = (bytes: Buffer): Buffer => value(0x04, bytes);
const text = (words: string): Buffer => value(0x0c, Buffer.from(words));
const explicit = (number: number, content: Buffer): Buffer => value(0xa0 + number, content);
const dnsName = (name: string): Buffer => value(0x82, Buffer.from(name));
/** UTCTime: YYMMDDhhmmssZ. */
const time = (milliseconds: number): Buffer => {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, "").slice(2, 14);
  return value(0x17, Buffer.from(`${digits}Z`));
};

const objectId = {
  commonName: value(0x06, Buffer.from([0x55, 4, 3])),
  subjectAltName: value(0x06, Buffer.from([0x55, 29, 17])),
  ecdsaWithSha256: value(0x06, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2])),
};
