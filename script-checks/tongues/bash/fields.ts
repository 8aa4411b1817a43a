import type { Span } from '../../../wazuh/span';
import { farthest, type MessageRead } from '../../message-read';
import { around, child, childrenOf, descendants, type SyntaxNode, within } from '../../syntax/node';
import { pythonReads } from '../python/fields';
import type { Inlets } from '../python/values';
import { commandAt, literal, operands } from './command';
import type { InsideProgram } from './inside';
import { lacking, onlyVariable, type Said } from './said';
import { type Frame, type ShellValues, shellValues } from './values';

/** A Python program in a shell script, with its tree. */
export interface ReadProgram extends InsideProgram {
  readonly root: SyntaxNode;
}

/**
 * What a shell script reads of execd's message: with jq, and with Python that it carries; from the message, or from
 * variables, files and pipes that hold a part of it.
 */
export function bashReads(root: SyntaxNode, programs: readonly ReadProgram[]): readonly MessageRead[] {
  const values = shellValues(root);
  return [
    ...[...descendants(root, 'command')].flatMap((node) => jqReads(node, values)),
    ...programs.flatMap((program) => insideReads(program, values)),
  ];
}

function jqReads(node: SyntaxNode, values: ShellValues): readonly MessageRead[] {
  const command = commandAt(node);
  if (command?.name !== 'jq') return [];
  const words = command.words.flatMap((word) => lacking(values.said(word, undefined).text));
  return values.frames(node, words).flatMap((frame) => {
    const use = values.jq(command, frame);
    if (!use) return [];
    const names = assignedTo(frame ? outermost(frame).call : node, values);
    return use.reads.flatMap(({ held, start, end }, at) =>
      farthest(held).map((each) => ({
        ...each,
        span: placed(use.filter, { start, end }, node, frame),
        variable: names.length === use.reads.length ? names[at] : names.length === 1 ? names[0] : undefined,
        choice: use.filter.text.includes('//') ? (frame ? outermost(frame).call : node).start : undefined,
      })),
    );
  });
}

function insideReads(program: ReadProgram, values: ShellValues): readonly MessageRead[] {
  const { command, frame, code, words, root } = program;
  const inlets: Inlets = {
    stdin: program.fromStdin ? [] : values.input(command, frame),
    argument: (at) => (words[at - 1] ? values.word(words[at - 1] ?? command, frame) : []),
    environment: (name) => {
      const own = command.children.find(
        (each) => each.type === 'variable_assignment' && child(each, 'name')?.text === name,
      );
      const value = child(own, 'value');
      return value ? values.word(value, frame) : values.variable(name, command, frame);
    },
    text: (literal) => {
      const name = onlyVariable(literal);
      return name === undefined ? [] : values.variable(name, command, frame);
    },
  };
  const names = assignedTo(frame ? outermost(frame).call : command, values);
  return pythonReads(root, inlets).map(
    ({ span, choice, ...read }): MessageRead => ({
      ...read,
      span: placed(code, span, command, frame),
      choice: choice === undefined ? undefined : code.at(choice),
      variable: names.length === 1 ? names[0] : undefined,
    }),
  );
}

/** The place in the script of a part of a text; of one that is put together for a call, what stands in that call. */
function placed({ at }: Said, { start, end }: Span, node: SyntaxNode, frame: Frame | undefined): Span {
  const place = { start: at(start), end: Math.max(at(end - 1), at(start)) + 1 };
  const home = frame ? outermost(frame).call : node;
  const whole = home.parent?.type === 'redirected_statement' ? home.parent : home;
  return within(place, whole) || (!frame && place.end - place.start === end - start)
    ? place
    : { start: home.start, end: home.end };
}

function outermost(frame: Frame): Frame {
  return frame.outer ? outermost(frame.outer) : frame;
}

/** The variables that a command's output goes to: `IP=$(… | jq …)`, `read -r A B < <(jq …)`. */
function assignedTo(node: SyntaxNode, values: ShellValues): readonly string[] {
  const home = around(node, 'function_definition', 'command_substitution', 'process_substitution');
  if (home?.type === 'function_definition') {
    // What a function prints goes where its one call does.
    const [call, ...more] = values.calls(home);
    return call && more.length === 0 ? assignedTo(call, values) : [];
  }
  const value = home?.parent?.type === 'string' ? home.parent : home;
  if (value?.parent?.type === 'variable_assignment') {
    const name = child(value.parent, 'name')?.text;
    return name === undefined ? [] : [name];
  }
  const outer = value?.parent?.parent;
  const read = [outer, ...(outer ? childrenOf(outer, 'body') : [])].find(
    (each) => each && commandAt(each)?.name === 'read',
  );
  return read
    ? operands(commandAt(read)?.words ?? [], ['-d', '-t', '-p', '-n', '-u', '-N']).flatMap(
        (word) => literal(word) ?? [],
      )
    : [];
}
