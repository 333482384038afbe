# SERVER=mine/3/Server.java: an attendee's program in the place of the greeting server. Sourced, after lib.sh.
# shellcheck shell=sh

[ -z "${SERVER:-}" ] || {
  SERVER_FOLDER=$(cd "$(dirname "$SERVER")" 2>/dev/null && pwd) || SERVER_FOLDER=
  SERVER_FILE=${SERVER##*/} SERVER_USER=$(id -u):$(id -g) SERVER_SUM=$(cksum "$SERVER" 2>/dev/null) || SERVER_SUM=
  [ "$(id -u)" != 0 ] || SERVER_USER=65532:65532
  case $SERVER in *.py) SERVER_RUNNER=python3 ;; *) SERVER_RUNNER=java ;; esac
  export SERVER_FOLDER SERVER_FILE SERVER_USER SERVER_SUM SERVER_RUNNER
}

# refuse_wrong_server: fails with the reason why SERVER cannot run.
refuse_wrong_server() {
  [ -n "${SERVER:-}" ] || return 0
  such="such as: make lab-up SERVER=mine/3/Server.java"
  case $SERVER in
    *.java | *.py) ;;
    *) fail 2 "SERVER=$SERVER is neither a .java nor a .py file" "$such" ;;
  esac
  { [ -f "$SERVER" ] && [ -n "$SERVER_SUM" ]; } || fail 2 "SERVER=$SERVER is not a readable file" "$such"
  case $SERVER_FILE in -* | *[!a-zA-Z0-9._-]*) fail 2 "SERVER=$SERVER has a name with characters that are not allowed" "$such" ;; esac
  [ -z "${SERVICE_IMAGE:-}${GREETING:-}" ] ||
    fail 2 "SERVER excludes SERVICE_IMAGE and GREETING: only one of them greets" "leave the others out"
  [ "$(id -u)" != 0 ] || { [ -n "$(find "$SERVER" -perm -004)" ] && [ -n "$(find "$SERVER_FOLDER/" -prune -perm -005)" ]; } ||
    fail 2 "SERVER=$SERVER is readable by root only, and runs as another user" \
      "chmod a+rx $SERVER_FOLDER && chmod a+r $SERVER"
}
