/** A line that cmd.exe leaves alone: `rem …`, and `::`, a label that nobody can go to. */
const comment = /^[ \t]*@?(?:rem(?![\w.])|::)[^\r\n]*/gim;

/** The text of a batch file with its comments blanked out, character for character, so that offsets stay. */
export function batchCode(text: string): string {
  return text.replace(comment, (line) => line.replace(/[^\r\n]/g, ' '));
}
