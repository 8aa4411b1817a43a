import { describe, expect, it } from 'vitest';
import { readsToEof } from './checks/reads-to-eof';
import { shown } from './for-tests';

/** Shell scripts in which something else than execd's line may be what is read; ⟦…⟧ is around what never ends. */
const shell: readonly string[] = [
  // The redirection of a loop, a group, a function.
  'while read -r x; do f "$x"; done <<< "$v"\n',
  'while IFS= read -r x; do\n  f "$x"\ndone <<< "$(cmd)"\n',
  'while read -r x; do f "$x"; done <<< "$v" > out 2>&1\n',
  'while read -r x; do f "$x"; done <<< "$v" | sort\n',
  'until read -r x; do :; done <<< "$v"\n',
  'while read -r x; do f "$x"; done < <(cmd)\n',
  'while read -r x; do f "$x"; done < "$file"\n',
  'while read -r x; do f "$x"; done <<EOT\na\nEOT\n',
  'while read -r x; do f "$x"; done <<-EOT\n\ta\n\tEOT\n',
  'for x in 1; do cat; done <<< "$v"\n',
  'if true; then cat; fi < file\n',
  'case x in x) cat ;; esac <<< "$v"\n',
  '{ cat; } <<< "$v"\n',
  '{ read -r a; cat; } < file\n',
  '( cat ) < file\n',
  '! cat < file\n',
  'cat <<-EOT | grep x\n\ta\n\tEOT\n',
  'mapfile -t a <<< "$v"\n',
  'readarray -t a < <(cmd)\n',
  'mapfile -t a < file\n',
  'mapfile -t -u 3 a\n',
  'f() { cat; }\nf < file\n',
  'f() { cat; }\nf <<< "$v"\n',
  'f() { cat; }\nf <<EOT\na\nEOT\n',
  'f() { cat; }\ncmd | f\n',
  'f() { cat; } < file\nf\n',
  'f() { ⟦cat⟧; }\nf\n',
  'while read -r x; do f <<< "$x"; done <<< "$v"\n',
  '⟦while read -r x; do⟧ f <<< "$x"; done\n',
  // Behind a pipe.
  'echo a | { read -r x; cat; }\n',
  'cmd | while read -r x; do f "$x"; done\n',
  'cmd | while read -r x; do f "$x"; done > out\n',
  '⟦cat⟧ | { read -r x; f "$x"; }\n',
  // What exec sends elsewhere, for all that follows.
  'exec < file\ncat\n',
  'exec 0< file\ncat\n',
  'exec <<< "$v"\nwhile read -r x; do :; done\n',
  '⟦cat⟧\nexec < file\n',
  'exec 3< file\nwhile read -r -u 3 x; do :; done\n',
  'exec 3< file\nwhile read -r x <&3; do :; done\n',
  'exec 3< file\n⟦cat⟧\n',
  'exec 3<&0 < /dev/null\n⟦cat⟧ <&3\n',
  'while read -r -u 3 x; do :; done 3< file\n',
  'while read -r x <&3; do :; done 3< file\n',
  'cat < /dev/null\n',
  'cat <&-\n',
  '⟦cat⟧ < /dev/stdin\n',
  '⟦cat⟧ <&0\n',
  // A process in the background has no stdin where there is no job control.
  'cat &\n',
  '( cat ) &\nwait\n',
  // On delete execd closes stdin at once.
  'case "$1" in\n  delete) cat > /dev/null ;;\n  *) ⟦cat⟧ > /dev/null ;;\nesac\n',
  // It ends by itself.
  'command -v cat > /dev/null || exit 1\n',
  "read -r -t 5 -d '' x\n",
  'while read -r -t 1 x; do all+=$x; done\n',
  'x=$(timeout 5 cat)\n',
  'x=$(dd bs=65536 count=1 2> /dev/null)\n',
  'x=$(head -n1)\n',
  'x=$(head -1)\n',
  'x=$(⟦head -n 20⟧)\n',
  'x=$(⟦head -c 65536⟧)\n',
  'x=$(⟦dd⟧)\n',
  "awk 'BEGIN { print 1 }'\n",
  "⟦awk '{ print $1 }'⟧\n",
  "awk -F: '{ print $1 }' /etc/passwd\n",
  'xargs -a list rm\n',
  '⟦xargs rm⟧\n',
  'sed -i "s/a/b/" /etc/hosts.deny\n',
  'grep -e a file\n',
  '⟦grep -e a⟧\n',
  'grep -m1 srcip\n',
  'x=$(sed -n 1p file)\n',
  'x=$(⟦sed -n 1p⟧)\n',
  'x=$(sed 1q)\n',
  'x=$(sed -n "1{p;q}")\n',
];

describe('what a shell reads to its end', () => {
  it.each(shell)('%s', async (marked) => {
    expect(await shown(readsToEof, 'bash', marked)).toBe(marked);
  });
});
