/** What XML must not hold: most control characters, and halves of surrogate pairs, as bytes that are no UTF-8 are kept. */
export const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
