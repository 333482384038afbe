// The clients of `make bench`: they connect from 127.0.1.x to a server on 127.0.0.1, and compare every byte.
//
// clients rate PORT TEXT THREADS WIDTH SECONDS MOST   a closed loop: WIDTH connections at once in each thread
// clients churn PORT TEXT PER_SECOND SECONDS          connections that open and close at a rate
// clients idle PORT TEXT COUNT                        prints "held COUNT" when all are greeted; holds them until its input ends
// clients probe PORT TEXT PER_SECOND COUNT            an open loop of one client: a greeting's time from its scheduled start
// clients pull ADDRESS PORT BYTES TIMES               receives a large greeting several times: MB/s of each
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SOURCES = 16, GRACE_SECONDS = 5, BUFFER = 1 << 16 };

static int port;
static char text[1024];
static size_t length;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void sleep_until(double moment) {
  struct timespec time = {.tv_sec = (time_t)moment, .tv_nsec = (long)((moment - (double)(time_t)moment) * 1e9)};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL) == EINTR) {
  }
}

static struct sockaddr_in address(const char *name, int number) {
  struct sockaddr_in found = {.sin_family = AF_INET, .sin_port = htons((unsigned short)number)};
  if (inet_pton(AF_INET, name, &found.sin_addr) != 1) {
    fprintf(stderr, "clients: %s is not an IPv4 address\n", name);
    exit(2);
  }
  return found;
}

// Returns a socket that connects from one of the source addresses of this place, or -1.
static int begin(int place, long nth, int flags) {
  char name[16];
  snprintf(name, sizeof name, "127.0.1.%ld", 1 + (place * SOURCES + nth % SOURCES) % 250);
  struct sockaddr_in from = address(name, 0), to = address("127.0.0.1", port);
  int client = socket(AF_INET, SOCK_STREAM | flags, 0), on = 1;
  if (client < 0) return -1;
  // connect chooses the port: it knows the destination, so it has far more free ports to choose from.
  setsockopt(client, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  if (bind(client, (struct sockaddr *)&from, sizeof from) == 0 &&
      (connect(client, (struct sockaddr *)&to, sizeof to) == 0 || errno == EINPROGRESS))
    return client;
  close(client);
  return -1;
}

struct tally {
  long greeted, wrong, cut, failed;
};

struct client {
  int socket;
  int wrong;
  size_t got;
};

enum outcome { WAITING, ENDED, BROKEN };

// Receives what is there, and compares it.
static enum outcome receive(struct client *client) {
  char bytes[4096];
  for (;;) {
    ssize_t came = recv(client->socket, bytes, sizeof bytes, 0);
    if (came < 0) return errno == EAGAIN || errno == EINTR ? WAITING : BROKEN;
    if (came == 0) return ENDED;
    if (client->got + (size_t)came > length || memcmp(bytes, text + client->got, (size_t)came) != 0) client->wrong = 1;
    client->got += (size_t)came;
  }
}

static void count(struct tally *tally, const struct client *client, enum outcome outcome) {
  if (client->wrong) tally->wrong++;
  else if (outcome == BROKEN) tally->failed++;
  else if (client->got < length) tally->cut++;
  else tally->greeted++;
}

struct worker {
  int place, width;
  double per_second; // 0: without a limit
  double start, end;
  long most;
  struct tally tally, in_time;
};

// Opens clients and reads their greetings, until its time is up or there were enough.
static void *work(void *argument) {
  struct worker *worker = argument;
  struct client *clients = calloc((size_t)worker->width, sizeof *clients);
  int *unused = calloc((size_t)worker->width, sizeof *unused), free_places = worker->width;
  struct epoll_event events[256];
  int poll = epoll_create1(0);
  long opened = 0;
  int over = 0;
  if (clients == NULL || unused == NULL || poll < 0) exit(1);
  for (int i = 0; i < worker->width; i++) unused[i] = i;
  for (;;) {
    double moment = now();
    if (!over && (moment >= worker->end || opened >= worker->most)) {
      over = 1;
      worker->in_time = worker->tally;
      worker->end = moment;
    }
    if (over && (free_places == worker->width || moment >= worker->end + GRACE_SECONDS)) break;
    while (!over && free_places > 0 && opened < worker->most &&
           (worker->per_second == 0 || (double)opened < (moment - worker->start) * worker->per_second)) {
      int place = unused[free_places - 1];
      clients[place] = (struct client){.socket = begin(worker->place, opened, SOCK_NONBLOCK)};
      opened++;
      if (clients[place].socket < 0) {
        worker->tally.failed++;
        continue;
      }
      struct epoll_event wanted = {.events = EPOLLIN, .data.u32 = (unsigned)place};
      epoll_ctl(poll, EPOLL_CTL_ADD, clients[place].socket, &wanted);
      free_places--;
    }
    int ready = epoll_wait(poll, events, 256, worker->per_second == 0 ? 100 : 1);
    for (int i = 0; i < ready; i++) {
      int place = (int)events[i].data.u32;
      enum outcome outcome = receive(&clients[place]);
      if (outcome == WAITING) continue;
      count(&worker->tally, &clients[place], outcome);
      close(clients[place].socket);
      unused[free_places++] = place;
    }
  }
  worker->tally.failed += worker->width - free_places; // never answered
  return NULL;
}

static int run_workers(int threads, int width, double per_second, double seconds, long most) {
  struct worker *workers = calloc((size_t)threads, sizeof *workers);
  pthread_t *running = calloc((size_t)threads, sizeof *running);
  struct tally all = {0};
  double start = now(), end = start;
  long in_time = 0;
  if (workers == NULL || running == NULL) return 1;
  for (int i = 0; i < threads; i++) {
    workers[i] = (struct worker){i, width, per_second, start, start + seconds, (most + threads - 1) / threads, {0}, {0}};
    if (pthread_create(&running[i], NULL, work, &workers[i]) != 0) return 1;
  }
  for (int i = 0; i < threads; i++) {
    pthread_join(running[i], NULL);
    struct tally *part = &workers[i].tally;
    all.greeted += part->greeted, all.wrong += part->wrong, all.cut += part->cut, all.failed += part->failed;
    in_time += workers[i].in_time.greeted;
    if (workers[i].end > end) end = workers[i].end;
  }
  printf("per_second=%.0f greeted=%ld wrong=%ld cut=%ld failed=%ld\n", (double)in_time / (end - start), all.greeted,
         all.wrong, all.cut, all.failed);
  return 0;
}

static int hold(int wanted) {
  struct timeval timeout = {.tv_sec = GRACE_SECONDS};
  struct tally tally = {0};
  char byte;
  for (int i = 0; i < wanted; i++) {
    struct client client = {.socket = begin(12, i, 0)};
    if (client.socket < 0) break;
    setsockopt(client.socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    while (client.got < length && !client.wrong) {
      char bytes[1024];
      ssize_t came = recv(client.socket, bytes, length - client.got, 0);
      if (came <= 0) break;
      if (memcmp(bytes, text + client.got, (size_t)came) != 0) client.wrong = 1;
      client.got += (size_t)came;
    }
    count(&tally, &client, ENDED);
  }
  printf("held %ld\n", tally.greeted);
  fflush(stdout);
  while (read(0, &byte, 1) > 0) {
  }
  return 0;
}

static int by_size(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

static int probe(double per_second, int wanted) {
  double *took = calloc((size_t)wanted, sizeof *took), start = now();
  struct timeval timeout = {.tv_sec = GRACE_SECONDS};
  struct tally tally = {0};
  if (took == NULL) return 1;
  for (int i = 0; i < wanted; i++) {
    // Measured from the schedule: a client that a slow one before it delays has waited as well.
    double scheduled = start + i / per_second;
    sleep_until(scheduled);
    struct client client = {.socket = begin(13, i, 0)};
    enum outcome outcome = BROKEN;
    if (client.socket >= 0) {
      setsockopt(client.socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
      outcome = receive(&client);
      close(client.socket);
    }
    count(&tally, &client, outcome == WAITING ? BROKEN : outcome);
    took[i] = (now() - scheduled) * 1000;
  }
  qsort(took, (size_t)wanted, sizeof *took, by_size);
  printf("p50=%.3f p99=%.3f max=%.3f greeted=%ld wrong=%ld cut=%ld failed=%ld\n", took[wanted / 2],
         took[(int)(wanted * 0.99)], took[wanted - 1], tally.greeted, tally.wrong, tally.cut, tally.failed);
  return tally.greeted == wanted ? 0 : 1;
}

static int pull(const char *name, long bytes, int times) {
  static char buffer[BUFFER];
  struct sockaddr_in to = address(name, port);
  for (; times > 0; times--) {
    double start = now();
    long got = 0;
    ssize_t came;
    int client = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(client, (struct sockaddr *)&to, sizeof to) != 0) {
      perror("clients");
      return 1;
    }
    while ((came = recv(client, buffer, sizeof buffer, 0)) > 0) {
      for (ssize_t i = 0; i < came; i += 4096)
        if (buffer[i] != '.') return 1;
      got += came;
    }
    close(client);
    if (got != bytes) {
      fprintf(stderr, "clients: received %ld of %ld bytes\n", got, bytes);
      return 1;
    }
    printf("%.1f\n", (double)bytes / 1e6 / (now() - start));
  }
  return 0;
}

int main(int count, char **arguments) {
  const char *command = count > 1 ? arguments[1] : "";
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if (count == 6 && strcmp(command, "pull") == 0) {
    port = atoi(arguments[3]);
    return pull(arguments[2], atol(arguments[4]), atoi(arguments[5]));
  }
  if (count >= 5) {
    port = atoi(arguments[2]);
    length = (size_t)snprintf(text, sizeof text, "%s\n", arguments[3]);
    if (count == 8 && strcmp(command, "rate") == 0)
      return run_workers(atoi(arguments[4]), atoi(arguments[5]), 0, atof(arguments[6]), atol(arguments[7]));
    if (count == 6 && strcmp(command, "churn") == 0) return run_workers(1, 2000, atof(arguments[4]), atof(arguments[5]), 1L << 40);
    if (count == 5 && strcmp(command, "idle") == 0) return hold(atoi(arguments[4]));
    if (count == 6 && strcmp(command, "probe") == 0) return probe(atof(arguments[4]), atoi(arguments[5]));
  }
  fprintf(stderr, "clients: wrong arguments; bench/clients.c lists them\n");
  return 2;
}
