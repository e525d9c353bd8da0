import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

const userPresent = 0x01;
const attested = 0x40;
const es256 = -7;

/** The few kinds of CBOR (RFC 8949) that an authenticator speaks. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }
  if (typeof value === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (Buffer.isBuffer(value)) {
    return Buffer.concat([head(2, value.length), value]);
  }
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held)])]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) {
    return Buffer.from([(major << 5) | length]);
  }
  return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

const digest = (content: Buffer | string): Buffer => createHash('sha256').update(content).digest();
const counted = (count: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
};

/** A security key in software (WebAuthn level 3): one key pair, real CBOR, real signatures, attestation `none`; the browser's part too. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private count = 0;

  constructor(
    private origin: string,
    /** Passkeys that travel between devices do not. */
    private readonly counts = true,
  ) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  /** `navigator.credentials.create` */
  create({ challenge }: { challenge: string }): RegistrationResponseJSON {
    const authData = Buffer.concat([
      this.authData(userPresent | attested),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.cose(),
    ]);
    const attestation = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    const response = {
      clientDataJSON: this.clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['usb'],
    };
    return { ...this.named(), response };
  }

  /** `navigator.credentials.get` */
  get({ challenge }: { challenge: string }): AuthenticationResponseJSON {
    this.count += this.counts ? 1 : 0;
    const [authData, clientData] = [this.authData(userPresent), this.clientData('webauthn.get', challenge)];
    const signature = sign('sha256', Buffer.concat([authData, digest(clientData)]), this.privateKey);
    const response = {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    };
    return { ...this.named(), response };
  }

  /** The browser goes to another site with the same key. */
  visit(origin: string): void {
    this.origin = origin;
  }

  /** The same key pair with the count of an earlier day, as a copy has it. */
  turnBack(): void {
    this.count = 0;
  }

  private named() {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private authData(flags: number): Buffer {
    return Buffer.concat([digest(new URL(this.origin).hostname), Buffer.from([flags]), counted(this.count)]);
  }

  /** COSE (RFC 9053): an EC2 key on P-256 for ES256. */
  private cose(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, es256],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }
}
