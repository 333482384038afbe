# A program of one's own in the greeter's place: SERVER=mine/3/Server.java. Sourced, after lib.sh.
# shellcheck shell=sh

[ -z "${SERVER:-}" ] || {
  SERVER_FOLDER=$(cd "$(dirname "$SERVER")" 2>/dev/null && pwd) || SERVER_FOLDER=
  SERVER_FILE=${SERVER##*/} SERVER_USER=$(id -u):$(id -g) SERVER_SUM=$(cksum "$SERVER" 2>/dev/null) || SERVER_SUM=
  [ "$(id -u)" != 0 ] || SERVER_USER=65532:65532
  case $SERVER in *.py) SERVER_RUNNER=python3 ;; *) SERVER_RUNNER=java ;; esac
  export SERVER_FOLDER SERVER_FILE SERVER_USER SERVER_SUM SERVER_RUNNER
}

# refuse_wrong_server: says why what is asked for cannot be a server.
refuse_wrong_server() {
  [ -n "${SERVER:-}" ] || return 0
  such="such as: make lab-up SERVER=mine/3/Server.java"
  case $SERVER in
    *.java | *.py) ;;
    *) fail 2 "SERVER=$SERVER is neither a .java nor a .py file" "$such" ;;
  esac
  { [ -f "$SERVER" ] && [ -n "$SERVER_SUM" ]; } || fail 2 "SERVER=$SERVER is no file that can be read" "$such"
  case $SERVER_FILE in -* | *[!a-zA-Z0-9._-]*) fail 2 "SERVER=$SERVER has a name that no program should have" "$such" ;; esac
  [ -z "${SERVICE_IMAGE:-}${GREETING:-}" ] ||
    fail 2 "SERVER does not go with SERVICE_IMAGE or GREETING: only one of them greets" "leave the others out"
  [ "$(id -u)" != 0 ] || { [ -n "$(find "$SERVER" -perm -004)" ] && [ -n "$(find "$SERVER_FOLDER/" -prune -perm -005)" ]; } ||
    fail 2 "SERVER=$SERVER may be read by root alone, and runs as nobody in particular" \
      "chmod a+rx $SERVER_FOLDER && chmod a+r $SERVER"
}
