# Which images the lab is made of, and whether those at hand are made of the sources at hand. Sourced.
# shellcheck shell=sh disable=SC2034 # shared with the sourcing script

toxiproxy_image=ghcr.io/shopify/toxiproxy:2.12.0
runtime_image=nearfar/runtime:local
capture_image=nearfar/capture:local
prometheus_image=nearfar/prometheus:2.53.3
workshop_image=nearfar/workshop:local
images_elsewhere="bring them from a machine that has them: make bundle there, make load here (docs/classroom.md)"

services="server client wan-control checker" # the lab's own images

folder_of() {
  case $1 in wan-control) echo networks ;; checker) echo workshop/checker ;; *) echo "$1" ;; esac
}

# image_of PART: the image of `toxiproxy`, `runtime`, or a service.
image_of() {
  case $1 in
    toxiproxy) echo $toxiproxy_image ;;
    runtime) echo $runtime_image ;;
    *) echo "nearfar/$1:local" ;;
  esac
}

# bundled_images: prints those that a bundle brings: the lab's, what make capture wants, and what runs exercises.
bundled_images() {
  for part in toxiproxy runtime $services; do
    image_of "$part"
  done
  printf '%s\n' $capture_image $workshop_image
}

# sources_of PART: a checksum of all that its image is made from in this folder, which its label repeats.
# Nothing is asked of git: a copy from an archive has none.
sources_of() {
  case $1 in
    toxiproxy) return ;;
    runtime | workshop) set -- "scripts/images/$1" ;;
    *) set -- "$(folder_of "$1")" common scripts/images/runtime pom.xml .mvn ;;
  esac
  # What make fuzz has tried stays where it looked, and is no source.
  find "$@" -type d \( -path "*/target" -o -path "*/src/test" -o -name .cifuzz-corpus \) -prune -o -type f -exec cksum {} + |
    LC_ALL=C sort | cksum | cut -d ' ' -f 1
}

# image_state: sets $absent and $stale, the parts whose images are not there, or made of other sources.
image_state() {
  parts="toxiproxy runtime $services"
  set --
  for part in $parts; do
    set -- "$@" "$(image_of "$part")"
  done
  at_hand=$(docker image inspect \
    --format '{{join .RepoTags " "}} sources={{index .Config.Labels "nearfar.sources"}}' "$@" 2>/dev/null) || :
  absent='' stale=''
  for part in $parts; do
    case "
$at_hand
" in
      *"$(image_of "$part") sources=$(sources_of "$part")
"*) ;;
      *"$(image_of "$part") "*) stale="${stale:+$stale }$part" ;;
      *) absent="${absent:+$absent }$part" ;;
    esac
  done
}

# needed PART: whether its image is to be made, as image_state found out.
needed() {
  case " $absent $stale " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}
