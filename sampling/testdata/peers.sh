#!/bin/sh
# Times the same draws, 1e4 and 1e6 units of 1e9, here and in R, Python and NumPy as far as they are installed, and
# prints how much longer than ours each of them takes. Usage: testdata/peers.sh (PYTHON=/path/to/python3 if need be)
set -eu
cd "$(dirname "$0")/.."
times=$(mktemp)
trap 'rm -f "$times"' EXIT

go test -run '^$' -bench '^BenchmarkPeers$' -benchtime 1s . | tee /dev/stderr |
	awk '/^BenchmarkPeers\// { split($1, part, "/"); sub(/-[0-9]+$/, "", part[3]); print "ours", part[2], part[3], $3 / 1e9 }' >"$times"
if command -v Rscript >/dev/null; then
	Rscript testdata/peers_time.R | sed 's/^/theirs /' >>"$times"
fi
python=${PYTHON:-python3}
if command -v "$python" >/dev/null; then
	"$python" testdata/peers_time.py | sed 's/^/theirs /' >>"$times"
fi

awk '
	$1 == "ours" { ours[$2, $3] = $4; order[++count] = $2 SUBSEP $3 }
	$1 == "theirs" { theirs[$2, $3] = $4 }
	END {
		printf "%-12s %9s %12s %12s %16s\n", "method", "units", "ours ms", "theirs ms", "theirs / ours"
		for (i = 1; i <= count; i++) {
			split(order[i], part, SUBSEP)
			printf "%-12s %9d %12.3f", part[1], part[2], 1000 * ours[order[i]]
			if (order[i] in theirs) printf " %12.3f %16.2f", 1000 * theirs[order[i]], theirs[order[i]] / ours[order[i]]
			print ""
		}
	}' "$times"
