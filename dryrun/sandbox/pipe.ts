import { spawn } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { asOrdinary, environment } from './programs';

/** Both ends of a pipe, as file descriptors. */
export interface Pipe {
  readonly read: number;
  readonly write: number;
}

/**
 * Makes pipes. Node gives children sockets for their stdin and stdout, and a FIFO behaves unlike a pipe once its other
 * end is closed; execd gives pipes, and a script can tell the three apart when it opens /dev/stdin. So a shell makes
 * them and this process takes them over. They belong to the user that scripts run as.
 * @returns for each pipe a descriptor that is both of its ends, to be given to `ends`
 */
export function makePipes(count: number): Promise<readonly number[]> {
  const first = 10;
  const script = `for ((n = ${first}; n < ${first + count}; n++)); do eval "exec $n< <(:)"; done; echo; read -r`;
  const [command = '', ...rest] = asOrdinary(['bash', '--norc', '-c', script]);
  return new Promise((resolve, reject) => {
    const maker = spawn(command, rest, { env: environment, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
    const taken: number[] = [];
    maker.stdout.once('data', () => {
      for (let index = 0; index < count; index++)
        taken.push(openSync(`/proc/${maker.pid}/fd/${first + index}`, constants.O_RDWR));
      maker.stdin.end();
    });
    maker.on('error', reject);
    maker.on('close', (code) =>
      taken.length === count ? resolve(taken) : reject(new Error(`bash: no pipes (${code})`)),
    );
  });
}

/** Parts the ends of a pipe; closes the descriptor that was both. */
export function ends(both: number): Pipe {
  const own = `/proc/self/fd/${both}`;
  const pipe = { read: openSync(own, constants.O_RDONLY), write: openSync(own, constants.O_WRONLY) };
  closeSync(both);
  return pipe;
}

/** A stream over the end of a pipe that we keep. */
export function reading(fd: number): Socket {
  return new Socket({ fd, readable: true, writable: false });
}

export function writing(fd: number): Socket {
  return new Socket({ fd, readable: false, writable: true });
}
