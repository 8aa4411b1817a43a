import { expect, it } from 'vitest';
import { type Mail, Postman } from './postman';

it.each<
  readonly [
    title: string,
    dialogue: readonly (readonly [said: string, reply: RegExp])[],
    mails: readonly Mail[],
  ]
>([
  [
    'takes a mail',
    [
      ['EHLO agent01', /STARTTLS/],
      ['MAIL FROM:<a@example.com>', /^250/],
      ['RCPT TO:<ops@example.com>', /^250/],
      ['RCPT TO:<it@example.com>', /^250/],
      ['DATA', /^354/],
      ['Subject: x', /^$/],
      ['', /^$/],
      ['..', /^$/],
      ['.', /^250/],
      ['QUIT', /^221/],
    ],
    [{ to: ['ops@example.com', 'it@example.com'], text: 'Subject: x\n\n.\n' }],
  ],
  [
    'lets anybody in',
    [
      ['AUTH PLAIN AGEAYg==', /^235/],
      ['AUTH PLAIN', /^334/],
      ['AGEAYg==', /^235/],
      ['AUTH LOGIN', /^334 VXNl/],
      ['YQ==', /^334 UGFz/],
      ['Yg==', /^235/],
      ['auth login YQ==', /^334 UGFz/],
      ['Yg==', /^235/],
      ['NOOP', /^250/],
    ],
    [],
  ],
])('%s', (_title, dialogue, mails) => {
  const delivered: Mail[] = [];
  const postman = new Postman(
    () => false,
    (mail) => delivered.push(mail),
  );
  for (const [said, reply] of dialogue) expect(postman.hear(said)?.line ?? '').toMatch(reply);
  expect(delivered).toEqual(mails);
});

it('offers no encryption where there is one', () => {
  const postman = new Postman(
    () => true,
    () => undefined,
  );
  expect(postman.hear('EHLO x')?.line).not.toContain('STARTTLS');
});
