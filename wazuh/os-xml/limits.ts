/** The limits of Wazuh's reader (src/os_xml/os_xml_internal.h and os_xml.h, 4.14.7). Lengths in bytes of UTF-8. */
export const limits = {
  /** A name, an attribute's name or value, or a text must be shorter. */
  length: 20_480,
  /** An element may have as many, and the last must not be followed by a blank. */
  attributes: 49,
  /** Elements may be nested as deep, the root included. */
  depth: 1024,
  /** A message is cut behind as many, its `XMLERR: ` left out. */
  message: 118,
} as const;

/** How far, in characters, we look around a mistake to tell what was meant: without a bound long lines are read often. */
export const lookAround = 1000;

/**
 * More faults, and more half-typed tags, than anybody would read: a file that is no configuration at all may hold
 * millions, and only the first are kept.
 */
export const mostFaults = 1000;
