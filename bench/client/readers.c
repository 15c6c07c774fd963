/* Many readers of one event stream: readers HOST PORT PATH COUNT ADDRESSES MARKER DROP_PER_10000
   Prints READY, then on SIGTERM one line an event seen: reader, number after MARKER, monotonic ns;
   last, "dropped N failed N". A dropped reader returns with the last number it saw.
   On SIGUSR1 all leave, on SIGUSR2 all return at once; BACK when each was sent what it missed.
   On SIGHUP nobody is dropped any more; SETTLED when each has the number that stdin says. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct { int fd, sent, open, matched, away; long number, last; } Reader;
typedef struct { int reader; long number; long long at; } Seen;

static volatile sig_atomic_t ended, leave, come_back, settle;
static Seen *seen;
static size_t count, room;
static const char *host, *path, *marker;
static int port, addresses, drop, poll_fd, away;
static long dropped, failed, goal;

static void hear(int number) {
  if (number == SIGUSR1) leave = 1;
  else if (number == SIGUSR2) come_back = 1;
  else if (number == SIGHUP) settle = 1;
  else ended = 1;
}

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void dial(Reader *r, int index) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  struct sockaddr_in from = {.sin_family = AF_INET};
  struct epoll_event event = {.events = EPOLLOUT, .data.u32 = index};
  int on = 1;
  r->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  r->sent = r->open = r->matched = 0;
  inet_pton(AF_INET, host, &to.sin_addr);
  from.sin_addr.s_addr = htonl(0x7f000001 + index % addresses);
  setsockopt(r->fd, IPPROTO_IP, 24 /* IP_BIND_ADDRESS_NO_PORT */, &on, sizeof on);
  if (r->fd < 0 || bind(r->fd, (void *)&from, sizeof from) < 0 ||
      (connect(r->fd, (void *)&to, sizeof to) < 0 && errno != EINPROGRESS)) {
    perror("connect");
    exit(1);
  }
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, r->fd, &event);
}

static void ask(Reader *r, int index) {
  char text[600], resume[64] = "";
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
  if (r->last) snprintf(resume, sizeof resume, "Last-Event-ID: %ld\r\n", r->last);
  int size = snprintf(text, sizeof text,
      "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n%s\r\n", path, host, port, resume);
  if (write(r->fd, text, size) != size) failed++;
  r->sent = 1;
  epoll_ctl(poll_fd, EPOLL_CTL_MOD, r->fd, &event);
}

static void note(Reader *r, int index, long long at) {
  if (count == room && !(seen = realloc(seen, (room = room * 2 + 65536) * sizeof *seen))) exit(1);
  seen[count++] = (Seen){index, r->number, at};
  r->last = r->number;
  if (!r->away) return;
  r->away = 0;
  if (--away == 0) { puts("BACK"); fflush(stdout); }
}

static int feed(Reader *r, int index, const char *bytes, ssize_t size) {
  long long at = now();
  int length = strlen(marker), events = 0;
  for (ssize_t i = 0; i < size; i++) {
    if (r->matched == 0) { /* most bytes are in no marker: libc looks faster than this loop */
      const char *found = memmem(bytes + i, size - i, marker, length);
      if (!found && i < size - length) i = size - length;
      if (found) {
        i = found - bytes + length - 1;
        r->matched = length;
        r->number = 0;
        continue;
      }
    }
    char c = bytes[i];
    if (r->matched == length) {
      if (c >= '0' && c <= '9') { r->number = r->number * 10 + c - '0'; continue; }
      note(r, index, at);
      events++;
      r->matched = 0;
    }
    r->matched = c == marker[r->matched] ? r->matched + 1 : c == marker[0];
    if (r->matched == length) r->number = 0;
  }
  return events;
}

int main(int argc, char **argv) {
  static char bytes[262144];
  static struct epoll_event events[1024];
  if (argc != 8) return 2;
  host = argv[1]; port = atoi(argv[2]); path = argv[3];
  int total = atoi(argv[4]), started = 0, ready = 0, told = 0;
  addresses = atoi(argv[5]); marker = argv[6]; drop = atoi(argv[7]);
  signal(SIGTERM, hear); signal(SIGUSR1, hear); signal(SIGUSR2, hear); signal(SIGHUP, hear); signal(SIGPIPE, SIG_IGN);
  Reader *readers = calloc(total, sizeof *readers);
  poll_fd = epoll_create1(0);
  while (!ended) {
    if (leave) for (int i = leave = 0; i < total; i++) {
      close(readers[i].fd);
      away += !readers[i].away;
      readers[i].away = 1;
    }
    if (come_back) for (int i = come_back = 0; i < total; i++) dial(&readers[i], i);
    while (started < total && started - ready < 200) { dial(&readers[started], started); started++; }
    int found = epoll_wait(poll_fd, events, 1024, 200);
    for (int i = 0; i < found; i++) {
      int index = events[i].data.u32;
      Reader *r = &readers[index];
      if (!r->sent) { ask(r, index); continue; }
      ssize_t size = read(r->fd, bytes, sizeof bytes);
      if (size < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      int lost = size <= 0;
      if (!lost && !r->open) {
        r->open = 1;
        if (ready < total) ready++;
        if (size < 12 || memcmp(bytes + 9, "200", 3)) failed++;
      }
      int got = lost ? 0 : feed(r, index, bytes, size);
      if (lost) failed++;
      if (lost || (got && told && drop && random() % 10000 < drop)) {
        dropped += !lost;
        close(r->fd);
        dial(r, index);
      }
    }
    if (settle) {
      int behind = 0;
      if (!goal && scanf("%ld", &goal) != 1) return 1;
      for (int i = drop = 0; i < total; i++) behind += readers[i].last < goal;
      if (!behind) { settle = 0; puts("SETTLED"); fflush(stdout); }
    }
    if (!told && ready >= total) { told = 1; puts("READY"); fflush(stdout); }
  }
  for (size_t i = 0; i < count; i++) printf("%d %ld %lld\n", seen[i].reader, seen[i].number, seen[i].at);
  printf("dropped %ld failed %ld\n", dropped, failed);
  return 0;
}
