#!/usr/bin/env bash
# Shows the main job from end to end, with the briefs in this folder. Exits with 0 if every step
# did what it should.
set -euo pipefail
cd "$(dirname "$0")"

# The command is in the environment that `make` sets up, unless it is installed elsewhere.
PATH="$PATH:$(cd .. && pwd)/.venv/bin"
command -v diplobrief >/dev/null || {
  echo "The command diplobrief is not installed. Run 'make demo', which installs it." >&2
  exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp finland-nato.* prespa-agreement.json "$work"
cd "$work"

heading() { printf '\n== %s\n\n' "$*"; }
# Prints a command as a person types it, and runs it.
run() {
  local word
  printf '$'
  for word in "$@"; do
    case $word in *" "*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$@"
}
# Runs a command that has to exit with the given code.
expect() {
  local expected=$1 code=0
  shift
  run "$@" || code=$?
  if [ "$code" -ne "$expected" ]; then
    echo "'$*' exited with $code instead of $expected." >&2
    exit 1
  fi
}

heading "1. A brief as it was mailed: plain text, and nothing else"
run cat finland-nato.txt

heading "2. Checked as it is: one parliament is still 'set to vote' after another one has voted"
expect 1 diplobrief check --suggest finland-nato.txt
echo "Exit code 1: check found an error, as it should here, at the lines of the mail."

heading "3. The facts that the text states become data, each with its passage, for a person to confirm"
run diplobrief suggest finland-nato.txt -o suggested.md
run diplobrief confirm --all suggested.md --by "A. Editor"
run diplobrief show suggested.md

heading "4. Imported: a typed brief in Markdown, with sections of known kinds, lists and an author"
run diplobrief import finland-nato.txt -o imported.md
run cat imported.md

heading "5. Converted to JSON and back: nothing is lost"
run diplobrief convert imported.md -o imported.json
run head -n 12 imported.json
run diplobrief convert imported.json -o back.md
run cmp imported.md back.md && echo "The two Markdown files are identical, byte for byte."

heading "6. With facts that an editor entered by hand: actors, quotes, a treaty"
run diplobrief show finland-nato.md
expect 1 diplobrief check finland-nato.md

heading "7. Corrected: the vote has taken place, so the editor changes its status and checks again"
printf '$ %s\n' "sed 's/status: scheduled/status: completed/' finland-nato.md > corrected.md"
sed 's/status: scheduled/status: completed/' finland-nato.md > corrected.md
expect 0 diplobrief check corrected.md

heading "8. From Python: how far the Prespa Agreement had come on four days"
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
# The interpreter of the environment that the command is installed in.
"$(dirname "$(command -v diplobrief)")/python" status.py

heading "Done: from plain text to a typed brief, its contradiction found and corrected."
echo "To try more: .venv/bin/diplobrief --help"
