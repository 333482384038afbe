// The peer in C: listeners that share a port (SO_REUSEPORT), each with a thread; accept, greet, close.
// greeter PORT LISTENERS [BYTES]: sends the lab's usual greeting, or one of BYTES.
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char usual[] = "connection formed successfully\n";
static const char *greeting = usual;
static size_t length = sizeof usual - 1;

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
  if (bind(listener, (struct sockaddr *)&here, sizeof here) != 0 || listen(listener, 4096) != 0) {
    perror("greeter");
    exit(1);
  }
  return listener;
}

static void *serve(void *argument) {
  int listener = (int)(long)argument;
  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) continue;
    for (size_t sent = 0; sent < length;) {
      ssize_t taken = send(client, greeting + sent, length - sent, MSG_NOSIGNAL);
      if (taken <= 0) break;
      sent += (size_t)taken;
    }
    close(client);
  }
  return NULL;
}

int main(int count, char **arguments) {
  if (count != 3 && count != 4) {
    fprintf(stderr, "greeter PORT LISTENERS [BYTES]\n");
    return 2;
  }
  if (count == 4) {
    length = strtoul(arguments[3], NULL, 10);
    char *large = malloc(length);
    if (large == NULL) return 1;
    memset(large, '.', length);
    greeting = large;
  }
  for (int listeners = atoi(arguments[2]); listeners > 0; listeners--) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, serve, (void *)(long)listen_on(atoi(arguments[1]))) != 0) return 1;
  }
  for (;;) pause();
}
