# The lab's own images: their size, and the part that they do not share. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and lib.sh

# size_of_image IMAGE: prints it in MB, as Docker counts.
size_of_image() {
  docker image inspect --format '{{.Size}}' "$1" | LC_ALL=C awk '{ printf "%.1f", $1 / 1e6 }'
}

# parts_of_image IMAGE: prints the sizes of the cache and the jars in its folder of programs, in MB.
parts_of_image() {
  container=$(docker create --label "nearfar.bench=$$" "$1")
  docker cp "$container:/app" - | tar -tvf - | LC_ALL=C awk '
    /\.aot$/ { cache += $3 } /\.jar$/ { jars += $3 }
    END { printf "%.1f of it the AOT cache, %.1f jars", cache / 1e6, jars / 1e6 }'
  docker rm "$container" >/dev/null
}

# Each is the image of the runtime and a part that is not shared.
measure_images() {
  part=images round=1
  shared=$(size_of_image nearfar/runtime:local)
  for service in server client wan-control; do
    size=$(size_of_image "nearfar/$service:local")
    own=$(echo "$size $shared" | LC_ALL=C awk '{ printf "%.1f", $1 - $2 }')
    record images ours "$size"
    record images_own ours "$own"
    note images_own "$service: $size MB, of which $shared are the shared runtime and $own its own, \
$(parts_of_image "nearfar/$service:local")."
  done
}
