# The figures of the lab's own images: their size, and what of it no other has. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and lib.sh

# size_of_image IMAGE: in MB, as the engine counts.
size_of_image() {
  docker image inspect --format '{{.Size}}' "$1" | LC_ALL=C awk '{ printf "%.1f", $1 / 1e6 }'
}

# made_up IMAGE: what is in its folder of programs, the largest first, in MB.
made_up() {
  container=$(docker create --label "nearfar.bench=$$" "$1")
  docker cp "$container:/app" - | tar -tvf - | LC_ALL=C awk '
    /\.aot$/ { cache += $3 } /\.jar$/ { jars += $3 }
    END { printf "%.1f of it the AOT cache, %.1f jars", cache / 1e6, jars / 1e6 }'
  docker rm "$container" >/dev/null
}

# The three are the runtime's image and what is their own.
measure_images() {
  part=images round=1
  shared=$(size_of_image nearfar/runtime:local)
  for service in server client wan-control; do
    size=$(size_of_image "nearfar/$service:local")
    own=$(echo "$size $shared" | LC_ALL=C awk '{ printf "%.1f", $1 - $2 }')
    record images ours "$size"
    record images_own ours "$own"
    note images_own "$service: $size MB, of which $shared are the runtime that they share and $own its own, \
$(made_up "nearfar/$service:local")."
  done
}
