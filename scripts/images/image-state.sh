# The images of the lab, and whether the present ones are built from these sources. Sourced.
# shellcheck shell=sh disable=SC2034 # shared with the sourcing script

toxiproxy_image=ghcr.io/shopify/toxiproxy:2.12.0
runtime_image=nearfar/runtime:local
capture_image=nearfar/capture:local
prometheus_image=nearfar/prometheus:2.53.3
workshop_image=nearfar/workshop:local
images_elsewhere="copy them from a machine that has them: make bundle there, make load here (docs/classroom.md)"

services="server client wan-control checker" # the lab's own images

folder_of() {
  case $1 in wan-control) echo networks ;; checker) echo workshop/checker ;; *) echo "$1" ;; esac
}

# image_of PART: prints the image of `toxiproxy`, `runtime`, or a service.
image_of() {
  case $1 in
    toxiproxy) echo $toxiproxy_image ;;
    runtime) echo $runtime_image ;;
    *) echo "nearfar/$1:local" ;;
  esac
}

# bundled_images: prints the images of a bundle: the lab's, and those for make capture and for exercises.
bundled_images() {
  for part in toxiproxy runtime $services; do
    image_of "$part"
  done
  printf '%s\n' $capture_image $workshop_image
}

# sources_of PART: prints a checksum of all files in this folder that its image is built from; the image's label repeats it.
# Without git, which a copy from an archive does not have.
sources_of() {
  case $1 in
    toxiproxy) return ;;
    runtime | workshop) set -- "scripts/images/$1" ;;
    *) set -- "$(folder_of "$1")" common scripts/images/runtime pom.xml .mvn ;;
  esac
  # make fuzz leaves its corpus in these folders.
  find "$@" -type d \( -path "*/target" -o -path "*/src/test" -o -name .cifuzz-corpus \) -prune -o -type f -exec cksum {} + |
    LC_ALL=C sort | cksum | cut -d ' ' -f 1
}

# image_state: sets $absent and $stale, the parts whose images are missing, or built from other sources.
image_state() {
  parts="toxiproxy runtime $services"
  set --
  for part in $parts; do
    set -- "$@" "$(image_of "$part")"
  done
  present=$(docker image inspect \
    --format '{{join .RepoTags " "}} sources={{index .Config.Labels "nearfar.sources"}}' "$@" 2>/dev/null) || :
  absent='' stale=''
  for part in $parts; do
    case "
$present
" in
      *"$(image_of "$part") sources=$(sources_of "$part")
"*) ;;
      *"$(image_of "$part") "*) stale="${stale:+$stale }$part" ;;
      *) absent="${absent:+$absent }$part" ;;
    esac
  done
}

# needed PART: whether its image has to be built, by the result of image_state.
needed() {
  case " $absent $stale " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}
