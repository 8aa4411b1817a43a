/** Numbers of the types of records in DNS (RFC 1035). */
const types = { address: 1, mail: 15 } as const;

/** Bytes of the head of a message. */
const HEAD = 12;

/** Addresses that are kept for tests of networks and belong to nobody (RFC 2544): 198.18.0.0/15. */
const [FIRST, MOST] = [0xc6_12_00_01, 0x1_ff_fe];

/** The names that were asked for, each with an address of its own: whatever is called there was meant for that name. */
export class Names {
  private readonly addresses = new Map<string, string>();
  private readonly names = new Map<string, string>();

  /** The name that an address was given for. */
  at(address: string): string | undefined {
    return this.names.get(address);
  }

  /**
   * The answer to a question to a name server: every name has an address, and takes its own mail; nothing else is known.
   * Undefined for what is no question.
   */
  answer(question: Buffer): Buffer | undefined {
    const asked = read(question);
    if (!asked) return undefined;
    const { name, type, end } = asked;
    const known = !name.endsWith('.arpa');
    const record = known ? this.record(name, type, question.subarray(HEAD, end - 4)) : undefined;
    const head = Buffer.from(question.subarray(0, HEAD));
    // An answer, with the question's own opcode and its wish for recursion, which is to be had; NXDOMAIN is 3.
    head.writeUInt16BE((head.readUInt16BE(2) & 0x7900) | 0x8080 | (known ? 0 : 3), 2);
    for (const [at, count] of [1, record ? 1 : 0, 0, 0].entries()) head.writeUInt16BE(count, 4 + 2 * at);
    return Buffer.concat([head, question.subarray(HEAD, end), ...(record ? [record] : [])]);
  }

  private record(name: string, type: number, own: Buffer): Buffer | undefined {
    if (type === types.address) return answered(type, bytesOf(this.addressOf(name)));
    if (type === types.mail) return answered(type, Buffer.concat([Buffer.of(0, 10), own]));
    return undefined;
  }

  private addressOf(name: string): string {
    const small = name.toLowerCase();
    const known = this.addresses.get(small);
    if (known !== undefined) return known;
    const number = FIRST + (this.addresses.size % MOST);
    const address = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');
    this.addresses.set(small, address);
    this.names.set(address, small);
    return address;
  }
}

/** A record about the name that was asked for, good for a minute. */
function answered(type: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xc0, HEAD, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length), data]);
}

/** What a message asks for, and where its question ends. */
function read(
  message: Buffer,
): { readonly name: string; readonly type: number; readonly end: number } | undefined {
  if (message.length < HEAD || (message[2] ?? 0) >= 0x80 || message.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = HEAD;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === undefined || length > 63) return undefined;
    labels.push(message.subarray(at + 1, at + 1 + length).toString('latin1'));
    at += 1 + length;
  }
  const end = at + 5;
  return end > message.length
    ? undefined
    : { name: labels.join('.'), type: message.readUInt16BE(at + 1), end };
}

function bytesOf(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}
