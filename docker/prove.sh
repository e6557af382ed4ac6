#!/usr/bin/env bash
# Runs what compose.yaml describes on this machine without containers, and says what it saw: two nodes of the packaged jar
# with production settings behind nginx with this folder's nginx.conf, a Redis with a password, a MySQL of yours. A third
# process plays WeChat (the simulator) and opens the demo shop. Everything is on loopback and is cleaned up by process id.
#
#   docker/prove.sh [jar]              after mvn -DskipTests package
#   DB=127.0.0.1:3306 DB_USER=root DB_PASSWORD= docker/prove.sh
#
# Needs java 17, nginx, redis-server, openssl, curl 7.84, and a MySQL user who may make and drop the schema shuke_prove.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "${1:-$(ls "$here"/../wx-gateway/target/wx-gateway-*.jar)}")
server=${DB:-127.0.0.1:3306}
base=${BASE:-28000}
http=$((base + 80)) https=$((base + 443)) redis=$((base + 379)) wechat=$((base + 1))
work=$(mktemp -d)
# nginx's workers are somebody else.
chmod 711 "$work"
declare -A pids=()

finish() {
    local code=$?
    for name in "${!pids[@]}"; do kill "${pids[$name]}" 2>/dev/null || true; done
    for name in "${!pids[@]}"; do wait "${pids[$name]}" 2>/dev/null || true; done
    sql "DROP DATABASE IF EXISTS shuke_prove" 2>/dev/null || true
    if [[ $code != 0 ]]; then tail -n 5 "$work"/*.log >&2; echo "left for you to read: $work" >&2; else rm -rf "$work"; fi
    exit "$code"
}
trap finish EXIT

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
fail() { say "NOT SO: $*" >&2; exit 1; }
expect() { [[ $2 == "$3" ]] || fail "$1: expected $3, got $2"; say "$1: $2"; }
json() { sed -nE "s/.*\"$1\":\"?([^,\"}]*).*/\1/p" | head -n 1; }
code() { curl -sk -o /dev/null -w '%{http_code}' "$@"; }

sql() {
    cat >"$work/Sql.java" <<'JAVA'
public class Sql {
    public static void main(String[] it) throws Exception {
        try (var c = java.sql.DriverManager.getConnection(it[0], it[1], it[2]); var s = c.createStatement()) { s.execute(it[3]); }
    }
}
JAVA
    java -cp "$(ls "$work"/app/lib/mysql-connector-j-*.jar)" "$work/Sql.java" \
        "jdbc:mysql://$server/" "${DB_USER:-root}" "${DB_PASSWORD:-}" "$1"
}

# start <name> <port> VARIABLE=value…: a node with the environment that compose.yaml gives it
start() {
    local name=$1 port=$2
    shift 2
    env -i PATH="$PATH" HOSTNAME="$name" PORT="$port" MANAGEMENT_PORT="$((port + 1000))" \
        DB_URL="jdbc:mysql://$server/shuke_prove?createDatabaseIfNotExist=true" \
        DB_USER="${DB_USER:-root}" DB_PASSWORD="${DB_PASSWORD:-}" REDIS_URL="redis://:secret@127.0.0.1:$redis" \
        SHUKE_KEYS="$work/keys" SHUKE_SPOOL="$work/spool-$name" FORWARD_HEADERS=native \
        PUBLIC_URL="https://localhost:$https" OTEL_EXPORTER_OTLP_ENDPOINT= \
        WECHAT_API_HOST="http://127.0.0.1:$wechat/sim/wechat" WECHAT_OPEN_HOST="http://127.0.0.1:$wechat/sim/wechat" \
        WECHAT_MP_HOST="http://127.0.0.1:$wechat/sim/wechat" WECHAT_PAY_HOST="http://127.0.0.1:$wechat/sim/wechat" "$@" \
        java -XX:+UseG1GC -XX:+ExitOnOutOfMemoryError -Xmx512m -Dfile.encoding=UTF-8 -jar "$work/app/shuke.jar" \
        >>"$work/$name.log" 2>&1 &
    pids[$name]=$!
    for _ in $(seq 240); do
        # The image's own health check.
        if bash -c "exec 3<>/dev/tcp/127.0.0.1/$((port + 1000)) && printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3 && grep -q '\"UP\"' <&3" 2>/dev/null; then
            say "$name is ready (pid ${pids[$name]})"
            return
        fi
        kill -0 "${pids[$name]}" 2>/dev/null || fail "$name did not start"
        sleep 1
    done
    fail "$name was not ready in time"
}

# stop <name>: as compose does it
stop() {
    local begin=$SECONDS status=0
    kill -TERM "${pids[$1]}"
    wait "${pids[$1]}" || status=$?
    unset "pids[$1]"
    expect "$1 ended on SIGTERM" "$status" 143
    ((SECONDS - begin <= 25)) || fail "$1 took $((SECONDS - begin)) s"
    say "$1 took $((SECONDS - begin)) s to drain and end"
}

say "unpack the jar as the image does"
cp "$jar" "$work/shuke.jar"
(cd "$work" && java -Djarmode=tools -jar shuke.jar extract --layers --destination layers >/dev/null)
mkdir "$work/app"
cp -r "$work"/layers/dependencies/* "$work"/layers/application/* "$work/app/"

SHUKE_KEYS="$work/keys" java -jar "$work/app/shuke.jar" keys
expect "keys made" "$(ls "$work/keys" | wc -l)" 5

redis-server --port "$redis" --bind 127.0.0.1 --dir "$work" --requirepass secret --save "" --appendonly yes \
    --maxmemory 256mb --maxmemory-policy allkeys-lru >"$work/redis.log" 2>&1 &
pids[redis]=$!

start wechat "$wechat" SHUKE_SIMULATOR_ENABLED=true SHUKE_DEMO_ENABLED=true SHUKE_DEMO_DAYS=0 \
    SHUKE_EMBEDDED_DATA="$work/simulator"
start app-1 $((base + 11))
start app-2 $((base + 12))

mkdir "$work/certificates" "$work/verify"
sh "$here/nginx/certificate.sh" "$work/certificates"
echo proof >"$work/verify/MP_verify_proof.txt"
sed -e "s#app-1:8080#127.0.0.1:$((base + 11))#; s#app-2:8080#127.0.0.1:$((base + 12))#" \
    -e "s#/etc/nginx/certificates#$work/certificates#; s#/etc/nginx/verify#$work/verify#" \
    -e "s#listen 80;#listen 127.0.0.1:$http;#; s#listen 443 ssl;#listen 127.0.0.1:$https ssl;#; /listen \[::\]/d" \
    -e "s#include mime.types#include /etc/nginx/mime.types#; s#/dev/stdout#$work/access.log#; s#/dev/stderr#$work/nginx.log#" \
    -e "s#/tmp/nginx#$work/nginx#" "$here/nginx/nginx.conf" >"$work/nginx.conf"
nginx -q -t -c "$work/nginx.conf" -e "$work/nginx.log"
nginx -c "$work/nginx.conf" -e "$work/nginx.log" -g 'daemon off;' &
pids[nginx]=$!
sleep 1
door=https://localhost:$https
expect "http goes to https" "$(code "http://localhost:$http/h5/")" 301
expect "the shop answers over https" "$(code "$door/api/shop?merchant=1")" 200
expect "WeChat's file of the domain" "$(curl -sk "$door/MP_verify_proof.txt")" proof
expect "no figures outside" "$(code "$door/actuator/prometheus")" 404
expect "no simulator on a node" "$(code "$door/sim/api/shop")" 404

say "a stranger signs in through nginx and joins"
mini=$(curl -s "http://127.0.0.1:$wechat/sim/api/shop" | sed -nE 's/.*"miniProgram":\{"appid":"([^"]*)".*/\1/p')
person=$(curl -s -X POST "http://127.0.0.1:$wechat/sim/api/people" -H 'Content-Type: application/json' -d '{}' | json id)
login=$(curl -s -X POST "http://127.0.0.1:$wechat/sim/api/people/$person/login-code" -H 'Content-Type: application/json' \
    -d "{\"appid\":\"$mini\"}" | json code)
token=$(curl -sk "$door/api/sessions/mini" -H 'Content-Type: application/json' -d "{\"appid\":\"$mini\",\"code\":\"$login\"}" | json token)
[[ -n $token ]] || fail "no session"
me=(-H "Authorization: Bearer $token")
consent=$(curl -sk "$door/api/shop?merchant=1" | sed -nE 's/.*"consent":\{"version":"([^"]*)".*/\1/p')
expect "joined" "$(code "$door/api/members" "${me[@]}" -H 'Content-Type: application/json' \
    -d "{\"consent\":{\"version\":\"$consent\"}}")" 201
one=$(curl -s "http://127.0.0.1:$((base + 11))/api/me" "${me[@]}" | json number)
two=$(curl -s "http://127.0.0.1:$((base + 12))/api/me" "${me[@]}" | json number)
[[ -n $one ]] || fail "node 1 does not know the member"
expect "both nodes know the session, card" "$two" "$one"

say "each node is stopped and started once under light load"
for kind in reads writes reads2 writes2; do
    case $kind in
        reads*) what=(-X GET "$door/api/me/card?n=[1-1200]") ;;
        writes*) what=(-X POST "$door/api/me/check-ins?n=[1-1200]") ;;
    esac
    # One connection to nginx each, which stays open; what nginx cannot serve counts, and nothing is repeated here.
    curl -sk --rate 10/s -o /dev/null -w '%{stderr}%{http_code}\n' "${me[@]}" "${what[@]}" 2>"$work/$kind.codes" &
    pids[$kind]=$!
done
sleep 3
for node in app-1 app-2; do
    stop $node
    expect "the shop is still open" "$(code "$door/api/shop?merchant=1")" 200
    start $node $((base + ${node/app-/1}))
    sleep 4
done
for kind in reads writes reads2 writes2; do kill "${pids[$kind]}" 2>/dev/null || true; wait "${pids[$kind]}" 2>/dev/null || true; unset "pids[$kind]"; done
# The stopped curl may leave half a line.
answers=$(cat "$work"/*.codes | grep -cE '^[0-9]{3}$')
good=$(cat "$work"/*.codes | grep -cE '^(200|201)$' || true)
limited=$(cat "$work"/*.codes | grep -cE '^429$' || true)
expect "answers that were neither 200 nor 201, of $answers" "$((answers - good - limited))" 0
((limited == 0)) || fail "$limited were limited: the proof itself was too fast"
for node in 11 12; do
    grep -q "127.0.0.1:$((base + node))" "$work/access.log" || fail "node $node served nothing"
done
say "nginx repeated $(grep -c '"node":"[^"]*, ' "$work/access.log" || true) requests on the other node"
log=$(cat "$work"/app-*.log)
if grep -qE 'Bearer|session_key|"openid"|access_token=' <<<"$log"; then fail "something secret is in a log"; fi
say "proved"
