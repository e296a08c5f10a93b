#!/usr/bin/env bash
# Plays the main job with the real programs and tells it: a practice, its server, a client's two
# devices, ninety invented days, a boundary both sign, and what crosses the wire. Then it opens the
# client's and the clinician's windows or, where there is no display, paints their screens.
#   assets/demo/story.sh PROGRAMS_FOLDER WORK_FOLDER
set -euo pipefail

programs=$(realpath "$1")
work=$2
rm -rf "$work"
mkdir -p "$work"
work=$(realpath "$work")
export EVENKEEL_TEST_CLOCK=1 EVENKEEL_NO_KEYSTORE=1  # cheap unlocking, and days in the past
printf 'a demonstration passphrase\n' >"$work/passphrase"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
tell() { sed 's/^/   /'; }
device() {
    local name=$1
    shift
    "$programs/evenkeel-cli" --profile "$work/$name" --passphrase-file "$work/passphrase" "$@"
}
clinician() { device clinician "$@"; }
phone() { device phone "$@"; }
laptop() { device laptop "$@"; }
# One value of a command's JSON answer: field NAME.
field() { grep -o "\"$1\": *\"\{0,1\}[^\",}]*" | head -n 1 | sed "s/^[^:]*: *\"\{0,1\}//"; }

server_id=
stop_server() {
    [ -n "$server_id" ] || return 0
    kill "$server_id" 2>/dev/null && wait "$server_id" 2>/dev/null || true
}
trap stop_server EXIT

say "1. The practice starts its own server (one program, one folder)."
init=$("$programs/evenkeel-server" init --data "$work/server" --listen 127.0.0.1:0 --json)
: >"$work/server.log"  # it is looked at before the server may have made it
"$programs/evenkeel-server" run --data "$work/server" >"$work/server.log" 2>&1 &
server_id=$!
for _ in $(seq 100); do
    port=$(sed -n 's/.*listening on .*:\([0-9]*\)$/\1/p' "$work/server.log")
    [ -n "$port" ] && break
    sleep 0.1
done
[ -n "$port" ] || { echo "The server did not start:"; cat "$work/server.log"; exit 1; }
echo "   It listens on 127.0.0.1:$port with a certificate of its own."

say "2. The clinician creates the practice and invites a client."
clinician practice create --server "https://127.0.0.1:$port" \
    --setup-code "$(field setup_code <<<"$init")" --pin "$(field pin <<<"$init")" \
    --name "Harbour Street Practice" --clinician "Dr. Ada Lind" \
    --recovery-out "$work/recovery-sheet.txt" | tell
clinician practice policy --reply-days 3 --checked-by "Dr. Ada Lind" --check weekdays \
    --out-of-hours "Nobody reads anything then. Please call (demo)." | tell
link=$(clinician --json invite client --name "Robin (demo)" | field link)
echo "   Invite: $link"

say "3. The client joins on a phone, and is told what will be shared first."
phone join "$link" --name "Robin (demo)" --agree </dev/null | tell
clinician sync --wait >/dev/null

say "4. Nine weeks ago, on the demo's own clock, two boundaries were agreed on and signed by both."
ago() { date -u -d "$1 days ago 18:00" +%Y-%m-%dT%H:%M:%SZ; }
both_sync() {
    clinician sync --wait >/dev/null
    phone sync --wait >/dev/null
    clinician sync --wait >/dev/null
}
boundary=$(clinician --json --now "$(ago 63)" boundary propose --daily-limit 60 --group social \
    --grace 10 --reason "Evenings slip away (demo)" --client "Robin" | field id)
both_sync
phone --now "$(ago 62)" boundary counter "$boundary" --daily-limit 90 --group social --grace 10 \
    --reason "An hour is not realistic for me yet (demo)" | tell
bedroom=$(phone --json --now "$(ago 62)" boundary propose --attest "No phone in bed" \
    --reason "I want to be asleep before midnight (demo)" | field id)
both_sync
clinician --now "$(ago 61)" boundary accept "$boundary" --client "Robin" | tell
clinician --now "$(ago 61)" boundary accept "$bedroom" --client "Robin" >/dev/null
both_sync

say "5. Ninety invented days are logged offline, through the operations a person uses."
phone demo 90 | tell
phone log mood 4 --note "Scrolled too long again (demo)." --private-note | tell
phone journal write "For me alone: a demo page that no one else can open." | tell
page=$(phone --json journal write --share --bring --title "Evenings" \
    "A demo page for my clinician: evenings are the hard part." | field entry_id)
phone show sync | tell
phone sync --wait >/dev/null
clinician sync --wait >/dev/null
clinician feedback write "$page" \
    "A demo reply: thank you for the page. Which evening was easier, and what was different?" | tell

say "6. What goes over the wire."
clinician sync --wait >/dev/null
sent=$(phone --json sync --wait)
phone log mood 7 >/dev/null
one=$(phone --json sync --wait)
idle=$(phone --json sync)
up_and_down() { echo "$(field bytes_up <<<"$1") bytes up, $(field bytes_down <<<"$1") bytes down"; }
echo "   One check-in: $(up_and_down "$one"), sealed and acknowledged as durable."
echo "   Nothing new:  $(up_and_down "$idle")."
echo "   State: $(field state <<<"$sent"). The server holds, and cannot read:"
"$programs/evenkeel-server" status --data "$work/server" | tell

say "7. A second device of the client reads everything; the clinician sees what was shared."
device_link=$(phone --json invite device --name "Laptop" | field link)
laptop join "$device_link" --name "Laptop" --agree </dev/null | tail -n 1 | tell
phone sync --wait >/dev/null
phone device list | tail -n 2 | tell
waiting=$(phone device list | sed -n 's/^\([0-9a-f]*\)  .* waits to be let in.*/\1/p')
phone device confirm "$waiting" | tell
phone sync --wait >/dev/null
laptop sync --wait | tell
laptop journal list | head -n 6 | tell
clinician sync --wait >/dev/null
clinician caseload | tell
clinician show week --client "Robin" | tell
clinician intake show --client "Robin" | sed -n 1,14p | tell
clinician journal list --client "Robin" | tell

say "8. The agreement can be checked by anyone, without keys."
clinician export agreement "$boundary" "$work/agreement.evenkeel" --client "Robin" >/dev/null
"$programs/evenkeel-cli" verify-agreement "$work/agreement.evenkeel" | tell

say "9. Before the session, the clinician has one page: the time since the last one, and only that."
clinician appointment plan --client "Robin" --day "$(date -u -d '21 days ago' +%F)" --at 14:00 \
    --place in-person >/dev/null
clinician sync --wait >/dev/null
phone sync --wait >/dev/null
coming=$(phone --json appointment list | field entry_id)
phone appointment agenda "$coming" "A demo line: what to do about Sundays." | tell
phone sync --wait >/dev/null
clinician sync --wait >/dev/null
clinician brief html "$work/brief.html" --client "Robin" >/dev/null
clinician brief pdf "$work/brief.pdf" --client "Robin" | tell
clinician brief text "$work/brief.txt" --client "Robin" >/dev/null
head -n 18 "$work/brief.txt" | tell

say "10. Two more clients, so that the caseload is a list."
join_client() {
    local folder=$1 name=$2 days=$3 link
    link=$(clinician --json invite client --name "$name" | field link)
    clinician sync --wait >/dev/null
    device "$folder" join "$link" --name "$name" --agree </dev/null >/dev/null
    clinician sync --wait >/dev/null
    [ "$days" -eq 0 ] || device "$folder" demo "$days" >/dev/null
    device "$folder" sync --wait >/dev/null
}
join_client noor "Noor (demo)" 30
join_client tomas "Tomas (demo)" 0
phone boundary propose --curfew 22:30-07:00 \
    --reason "I sleep badly after scrolling (demo)" >/dev/null
phone sync --wait >/dev/null
clinician sync --wait >/dev/null
clinician caseload | tell

say "11. The practice's register of tools: a verdict reaches the client, a resource is recommended."
clinician demo | tell
clinician tool recommend "Evening circle (demo)" --client "Robin" \
    --why "A demo reason: others there know the long evenings" | tell
clinician sync --wait >/dev/null
phone sync --wait >/dev/null
phone log use ai 20m --purpose comfort --tool "quill (demo)" | tell
phone tool list | tell
clinician tool to-vet | tell

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "${CI:-}" != true ]; then
    say "12. The client's and the clinician's windows. Close both to end the demonstration."
    echo "   Both ask for the passphrase, which is: $(cat "$work/passphrase")"
    "$programs/evenkeel" --profile "$work/phone" --size 390x844 &
    client_window=$!
    "$programs/evenkeel" --profile "$work/clinician" &
    wait "$client_window" $!
else
    say "12. No display: the screens are painted into files instead."
    mkdir "$work/pictures"
    for name in phone clinician; do
        "$programs/evenkeel-pictures" --profile "$work/$name" --name "$name" \
            --passphrase-file "$work/passphrase" --into "$work/pictures" | tell
    done
fi

say "Everything of this demonstration is in $work."
