#!/usr/bin/env bash
# The reference workload beside hand-written programs, one line for each bar:
#   benches/reference.sh FOLDER
# FOLDER holds `generate.py`, `reference.py`, `agree.py` and the Rust project `limit` with the program `plain`. CPU seconds of whole processes,
# medians of RUNS (3) runs, the two programs in turn; what loading costs is taken off by a run of fewer plays.
set -euo pipefail
folder=$1 runs=${RUNS:-3}
root=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d); trap 'rm -rf "$room"' EXIT

(cd "$root" && cargo build --release --quiet --bin demarche)
demarche=$root/target/release/demarche
part() { (cd "$root" && cargo bench --quiet --bench reference -- "$@"); }
CARGO_TARGET_DIR=$room/limit cargo build --release --quiet --manifest-path "$folder/limit/Cargo.toml"
plain=$room/limit/release/plain

cpu() { local TIMEFORMAT='%U %S'; { time "$@" >"$room/out" 2>"$room/err"; } 2>&1 | awk '{ print $1 + $2 }'; }
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

# size plays-of-plain plays version bar options…
bar() {
    local size=$1 base=$2 plays=$3 version=$4 bar=$5; shift 5
    for _ in $(seq "$runs"); do
        a=$(cpu "$plain" "$room/$size.json" $((base / 10)) 1); b=$(cpu "$plain" "$room/$size.json" "$base" 1)
        c=$(cpu "$demarche" lab "$room/$version-$size" --plays $((plays / 10)) --bots random --threads 1 --counts --format json "$@")
        d=$(cpu "$demarche" lab "$room/$version-$size" --plays "$plays" --bots random --threads 1 --counts --format json "$@")
        awk -v a="$a" -v b="$b" -v c="$c" -v d="$d" -v n="$base" -v m="$plays" \
            'BEGIN { print ((d - c) / (m * 0.9)) / ((b - a) / (n * 0.9)) }'
    done | median | xargs printf '%-8s %-9s %-16s bar %-5s reached %sx\n' "$size" "$version" "${*:-}" "$bar"
}

for size in 12-10 12-1000; do
    python3 "$folder/generate.py" "${size%-*}" "${size#*-}" >"$room/$size.json"
    part convert "$room/$size.json" "$room/declared-$size"
    part convert "$room/$size.json" "$room/scripted-$size" --scripted
done

"$plain" "$room/12-10.json" 1000000 77 >"$room/exact.json" 2>/dev/null
for version in declared scripted; do
    "$demarche" lab "$room/$version-12-10" --plays 20000 --bots random --counts --format json >"$room/lab.json"
    part summary "$room/lab.json" >"$room/$version.json"
done
python3 "$folder/agree.py" "$room/exact.json" "$room/declared.json" "$room/scripted.json"

bar 12-10 300000 30000 declared 6
bar 12-10 300000 30000 scripted 8
bar 12-10 300000 10000 scripted 20 --no-lowering
bar 12-1000 6000 3000 declared 1.5
bar 12-1000 6000 3000 scripted 3
bar 12-1000 6000 600 scripted 60 --no-lowering
