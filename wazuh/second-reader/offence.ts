/** Where a parser of XML stops. */
export interface Offence {
  /** In the words of expat, the parser of Python: they are what clusterd logs. */
  readonly words: string;
  /** Offset in the document that clusterd made. */
  readonly at: number;
}

/** What expat says of most mistakes. */
export const invalidToken = 'not well-formed (invalid token)';
