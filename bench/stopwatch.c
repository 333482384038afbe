// Measures the time of programs from exec on, in milliseconds.
//
// stopwatch greeted PORT TIMES PROGRAM...   until a client that tries every 0.2 ms has been greeted; then ends it
// stopwatch printed TEXT TIMES PROGRAM...   until it has printed TEXT; it has to end by itself, with status 0
// stopwatch quiet PROGRAM...                measures nothing: executes it, with its output to /dev/null
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMEOUT_MS = 10000 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void execute(char **program, int output) {
  dup2(output, 1);
  execvp(program[0], program);
  perror(program[0]);
  _exit(127);
}

// Whether a server on the port greets.
static int greets(int port) {
  struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  char byte;
  int client = socket(AF_INET, SOCK_STREAM, 0);
  int greeted = connect(client, (struct sockaddr *)&there, sizeof there) == 0 && recv(client, &byte, 1, 0) == 1;
  close(client);
  return greeted;
}

static int time_greeted(int port, char **program) {
  struct timespec pause = {.tv_nsec = 200000};
  if (greets(port)) {
    fprintf(stderr, "stopwatch: port %d is taken\n", port);
    return 1;
  }
  int nowhere = open("/dev/null", O_WRONLY);
  double start = now();
  pid_t child = fork();
  if (child == 0) execute(program, nowhere);
  close(nowhere);
  while (!greets(port)) {
    if (now() - start > TIMEOUT_MS || waitpid(child, NULL, WNOHANG) == child) {
      fprintf(stderr, "stopwatch: no greeting came\n");
      kill(child, SIGKILL);
      return 1;
    }
    nanosleep(&pause, NULL);
  }
  printf("%.2f\n", now() - start);
  kill(child, SIGTERM);
  waitpid(child, NULL, 0);
  return 0;
}

static int time_printed(const char *text, char **program) {
  char output[4096] = "";
  size_t got = 0;
  ssize_t came;
  int ends[2], status;
  double printed = 0;
  if (pipe(ends) != 0) return 1;
  double start = now();
  pid_t child = fork();
  if (child == 0) execute(program, ends[1]);
  close(ends[1]);
  while (got < sizeof output - 1 && (came = read(ends[0], output + got, sizeof output - 1 - got)) > 0) {
    got += (size_t)came;
    output[got] = 0;
    if (printed == 0 && strstr(output, text) != NULL) printed = now();
  }
  close(ends[0]);
  waitpid(child, &status, 0);
  if (printed == 0 || status != 0) {
    fprintf(stderr, "stopwatch: status %d, and it printed: %s\n", status, output);
    return 1;
  }
  printf("%.2f\n", printed - start);
  return 0;
}

int main(int count, char **arguments) {
  int status = 0;
  if (count > 2 && strcmp(arguments[1], "quiet") == 0) execute(arguments + 2, open("/dev/null", O_WRONLY));
  if (count > 4)
    for (int times = atoi(arguments[3]); times > 0 && status == 0; times--) {
      if (strcmp(arguments[1], "greeted") == 0) status = time_greeted(atoi(arguments[2]), arguments + 4);
      else if (strcmp(arguments[1], "printed") == 0) status = time_printed(arguments[2], arguments + 4);
      else status = 2;
    }
  else status = 2;
  if (status == 2) fprintf(stderr, "stopwatch: wrong arguments; bench/stopwatch.c lists them\n");
  return status;
}
