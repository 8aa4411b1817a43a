import type { Output } from './io';

/** Colours for a terminal; for anything else, the text as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
}

/** How to paint what goes to `output`. */
export function paint({ isTerminal }: Output): Paint {
  const style = (code: number) => (text: string) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: style(1),
    dim: style(2),
    red: style(31),
    yellow: style(33),
    green: style(32),
    blue: style(34),
  };
}
