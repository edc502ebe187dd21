#!/usr/bin/env bash
# The main job from end to end, on the briefs in this folder. Exits 0 when all went as it should.
set -euo pipefail
cd "$(dirname "$0")"

# Without `make demo`, the environment that `make` sets up serves too.
PATH="$PATH:$(cd .. && pwd)/.venv/bin"
command -v diplobrief >/dev/null || { echo "Run 'make demo': it sets up what this needs." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp finland-nato.* prespa-agreement.json "$work"
cd "$work"

heading() { printf '\n== %s\n\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }
# Runs a command that has to end with this exit code, and no other.
expect() {
  local wanted=$1 code=0
  shift
  run "$@" || code=$?
  if [ "$code" -ne "$wanted" ]; then
    echo "'$*' ended with $code; it should have ended with $wanted." >&2
    exit 1
  fi
}

heading "1. A brief as it was mailed: plain text"
run cat finland-nato.txt

heading "2. Imported, it is a typed brief: sections of known kinds, lists, an author. As Markdown:"
run diplobrief import finland-nato.txt -o imported.md
run cat imported.md

heading "3. ... and the same brief as JSON; nothing is lost on the way there and back"
run diplobrief convert imported.md -o imported.json
run head -n 12 imported.json
run diplobrief convert imported.json -o back.md
run cmp imported.md back.md && echo "The two Markdown files are the same, byte for byte."

heading "4. An editor has added the facts to the front matter: actors, quotes, a treaty. Shown:"
run diplobrief show finland-nato.md

heading "5. Is the brief right? One parliament is 'set to vote' before another one has voted."
expect 1 diplobrief check finland-nato.md
echo "Exit code 1: something was found, as it should be here."

heading "6. The day of the vote is over; the editor corrects the status, and checks again"
printf '$ %s\n' "sed 's/status: scheduled/status: completed/' finland-nato.md > corrected.md"
sed 's/status: scheduled/status: completed/' finland-nato.md > corrected.md
expect 0 diplobrief check corrected.md

heading "7. From Python: how far has the Prespa Agreement come, day by day?"
cat > status.py <<'PYTHON'
import diplobrief

brief = diplobrief.load("prespa-agreement.json")
for day in ("2018-06-18", "2018-07-06", "2019-02-01", "2019-02-13"):
    status = diplobrief.treaty_status(brief, "prespa", on=day)
    parties = ", ".join(f"{brief.actor(id).name}: {party.stage}" for id, party in status.parties.items())
    print(f"{day}  {status.stage:<14}  {parties}")
PYTHON
run cat status.py
printf '$ python status.py\n'
# The interpreter that `diplobrief` itself runs with.
"$(dirname "$(command -v diplobrief)")/python" status.py

heading "Done: text in, a typed brief out, and its contradiction found."
