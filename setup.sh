#!/bin/sh
# Makes .venv and installs what LOCK names, by hash, and this checkout into it. Called by the Makefile.
set -eu
lock=$1
cd "$(dirname "$0")"

fail() { printf '%s\n' "$*" >&2; exit 1; }

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
}

python=$(find_python)
[ -n "$python" ] || fail "countercheck needs Python 3.11 or newer. Install it (Debian: apt install python3 python3-venv) or set PYTHON=/path/to/python."

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    rm -rf .venv
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "$python" .venv
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        fail "$python has no venv. Install it (Debian and Ubuntu: apt install python$version-venv), or install uv; then call make again."
    else
        "$python" -m venv .venv
    fi
fi

# The lock names everything, so nothing is left to resolve (and pip 23 fails when it resolves extras by hash).
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python .venv/bin/python --compile-bytecode --no-deps --require-hashes -r "$lock"
    uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi

# A command starts quickly from its first time on, also where Python may not keep what it compiled.
.venv/bin/python -m compileall -q -x '/(\.venv|tests)/' .
.venv/bin/python -m flows.expressions
