import type { FieldRead } from './fields-read';

/** What describes the event and who saw it, not what a response acts on. */
export const aboutTheEvent =
  /^(?:rule|agent|manager|cluster|decoder|predecoder|input|id|timestamp|location|full_log|previous_output|previous_log|GeoLocation|title|program_name|hostname)(?:\.|$)/;

/** The fields that a response may act on: the longest paths, without those that describe the event. */
export function targets(reads: readonly FieldRead[]): readonly FieldRead[] {
  return reads.filter(
    ({ path }) => !aboutTheEvent.test(path) && !reads.some((other) => other.path.startsWith(`${path}.`)),
  );
}
