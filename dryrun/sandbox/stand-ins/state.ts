/** Where the stand-ins of a sandbox keep their records. */
export const STAND_IN_STATE = '/run/dry-run';

/** The file there in which a module that was lent leaves its name when it is used. */
export const LENT = 'lent';

/** The file there whose presence tells the stand-ins that nobody answers. */
export const SILENT = 'silent';
