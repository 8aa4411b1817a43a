/** The one script that all stand-ins are: it goes by the name that it is called by. */
export const STAND_IN = '/usr/libexec/dry-run/stand-in';

/** Where the stand-ins of a sandbox keep their records. */
export const STAND_IN_STATE = '/run/dry-run';

/** The file there in which a module that was lent leaves its name when it is used. */
export const LENT = 'lent';

/** The file there whose presence tells the stand-ins that nobody answers. */
export const SILENT = 'silent';

/** The file there whose presence tells the stand-ins that a call over HTTP is answered with an error. */
export const REFUSES = 'refuses';

/** The file there that lists the files that the alert names, one a line. */
export const NAMED_FILES = 'named';
