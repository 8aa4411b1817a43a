/** What a mail server says, and what it does next. */
export interface Reply {
  readonly line: string;
  readonly next?: 'encrypt' | 'hang up';
}

/** What is written down of a mail. */
export interface Mail {
  readonly to: readonly string[];
  readonly text: string;
}

/** What it says first (RFC 5321). */
export const GREETING = '220 mail.example.com ESMTP';

/** Characters of a mail that are kept. */
const MOST_KEPT = 16_384;

/** The part of a mail server that takes whatever it is given, line by line. */
export class Postman {
  private to: string[] = [];
  private text: string | undefined;
  private logins = 0;

  /**
   * @param encrypted whether the line is encrypted already
   * @param delivered called with each mail
   */
  constructor(
    private readonly encrypted: () => boolean,
    private readonly delivered: (mail: Mail) => void,
  ) {}

  /** The answer to a line; undefined where none is due. */
  hear(line: string): Reply | undefined {
    if (this.text !== undefined) return this.write(line);
    if (this.logins > 0) return { line: --this.logins === 0 ? '235 2.7.0 Accepted' : '334 UGFzc3dvcmQ6' };
    const [verb = '', ...words] = line.trim().split(/\s+/);
    switch (verb.toUpperCase()) {
      case 'EHLO':
        return {
          line: [
            'mail.example.com',
            '8BITMIME',
            'AUTH PLAIN LOGIN',
            ...(this.encrypted() ? [] : ['STARTTLS']),
            'SMTPUTF8',
          ]
            .map((each, index, all) => `250${index === all.length - 1 ? ' ' : '-'}${each}`)
            .join('\r\n'),
        };
      case 'STARTTLS':
        return { line: '220 2.0.0 Ready to start TLS', next: 'encrypt' };
      case 'AUTH':
        return this.logIn(words);
      case 'MAIL':
        this.to = [];
        break;
      case 'RCPT':
        this.to.push(/<([^>]*)>/.exec(line)?.[1] ?? words.join(' '));
        break;
      case 'DATA':
        this.text = '';
        return { line: '354 End data with <CR><LF>.<CR><LF>' };
      case 'QUIT':
        return { line: '221 2.0.0 Bye', next: 'hang up' };
    }
    return { line: '250 2.0.0 Ok' };
  }

  /** A name and a password are asked for one after the other, unless they were given already. */
  private logIn([way = '', given]: readonly string[]): Reply {
    const asked = way.toUpperCase() === 'LOGIN' ? 2 : 1;
    this.logins = given === undefined ? asked : asked - 1;
    if (this.logins === 0) return { line: '235 2.7.0 Accepted' };
    return { line: this.logins === 2 ? '334 VXNlcm5hbWU6' : '334 UGFzc3dvcmQ6' };
  }

  private write(line: string): Reply | undefined {
    if (line !== '.') {
      if ((this.text?.length ?? 0) < MOST_KEPT) this.text += `${line.replace(/^\./, '')}\n`;
      return undefined;
    }
    this.delivered({ to: this.to, text: this.text ?? '' });
    this.text = undefined;
    return { line: '250 2.0.0 Ok: queued as 1' };
  }
}
