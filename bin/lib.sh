# Pieces that the scripts in bin/ share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
cache=$CARGO_TARGET_DIR/assent
mkdir -p "$cache"

schemathesis_version=4.32.5

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ------------------------------------------------------------------------- what must be installed

# Installs the Debian packages that `missing` names; without root, says which to install.
install_missing() {
  ((${#missing[@]})) || return 0
  local install=(apt-get -o DPkg::Lock::Timeout=500 install -y --no-install-recommends)
  if [[ $(id -u) != 0 ]] || ! have apt-get; then
    die "Please install: ${missing[*]}   (on Debian: sudo apt-get install ${missing[*]})"
  fi
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=500 update -q
  "${install[@]}" "${missing[@]}"
}

need_packages_to_build() {
  local missing=()
  have cc || missing+=(build-essential)
  have curl || missing+=(curl ca-certificates)
  install_missing
  have cargo || die "Please install Rust: https://rustup.rs"
  have node || die "Please install Node.js 20.19 or later: https://nodejs.org"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
           process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node.js $(node --version) is too old: 20.19 or later is needed, from https://nodejs.org"
}

# What the stages of bin/test need besides.
need_packages_for() {
  local missing=() stage
  for stage in "$@"; do
    case $stage in
      rust)
        compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
        ;;
      browser)
        have chromium || missing+=(chromium)
        compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
        ;;
      api)
        python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
        ;;
    esac
  done
  install_missing
}

# The API tester, in an environment of its own that is made once.
need_schemathesis() {
  local venv=$cache/schemathesis-$schemathesis_version
  schemathesis=$venv/bin/schemathesis
  [[ -x $schemathesis ]] && return
  say "installing schemathesis $schemathesis_version"
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$schemathesis_version"
}

# --------------------------------------------------------------------------------------- the web app

# need_fresh STAMP FILES… : whether FILES changed since `made_fresh STAMP FILES…` was last said.
need_fresh() { [[ ! -f $cache/$1 ]] || [[ $(hash_of "${@:2}") != "$(<"$cache/$1")" ]]; }
made_fresh() { hash_of "${@:2}" >"$cache/$1"; }

hash_of() {
  find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 | sort -z |
    xargs -0 sha256sum | sha256sum
}

has_web() { [[ -f web/package.json ]]; }
has_web_script() { has_web && node -e 'process.exit(require("./web/package.json").scripts[process.argv[1]] ? 0 : 1)' "$1"; }

need_node_modules() {
  if [[ ! -d web/node_modules ]] || need_fresh web-packages web/package-lock.json; then
    say "installing the web app's packages"
    npm --prefix web ci --no-audit --no-fund
    made_fresh web-packages web/package-lock.json
  fi
}

# Builds the web app that the program carries in itself, if its sources changed.
need_web() {
  has_web || return 0
  need_node_modules
  local sources=(web)
  [[ -d locales ]] && sources+=(locales)
  if [[ ! -f web/dist/index.html ]] || need_fresh web-sources "${sources[@]}"; then
    say "building the web app"
    npm --prefix web run build
    made_fresh web-sources "${sources[@]}"
  fi
}

# ------------------------------------------------------------------------------- servers for a while

# Starts a private PostgreSQL and exports ASSENT_TEST_POSTGRES. It holds our end of a pipe and stops
# when we end, however we end.
start_postgres() {
  cargo build --quiet --package assent-testing --bin test-postgres
  coproc postgres { exec "$CARGO_TARGET_DIR/debug/test-postgres"; }
  # Bash forgets the number when the server ends, which is when we want it.
  postgres_pid=$postgres_PID postgres_end=${postgres[1]}
  IFS= read -r ASSENT_TEST_POSTGRES <&"${postgres[0]}" || die "PostgreSQL did not start"
  export ASSENT_TEST_POSTGRES
}

stop_postgres() {
  [[ -n ${postgres_pid:-} ]] || return 0
  eval "exec $postgres_end>&-"
  wait "$postgres_pid" 2>/dev/null || true
  postgres_pid=
}

# start_assent DATABASE LOG : serves DATABASE (which is made if need be) on a free port and sets
# `assent_url`; the program's output goes to LOG.
start_assent() {
  "$CARGO_TARGET_DIR/debug/assent" serve --database "$1" --listen 127.0.0.1:0 >"$2" 2>&1 &
  assent_pid=$!
  local deadline=$((SECONDS + 30))
  until assent_url=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$2") &&
    curl --fail --silent --output /dev/null "$assent_url/api/v1/health"; do
    kill -0 "$assent_pid" 2>/dev/null || die "assent serve ended: $(<"$2")"
    ((SECONDS < deadline)) || die "assent serve does not answer: $(<"$2")"
    sleep 0.05
  done
}

stop_assent() {
  [[ -n ${assent_pid:-} ]] || return 0
  kill "$assent_pid" 2>/dev/null || true
  wait "$assent_pid" 2>/dev/null || true
  assent_pid=
}
