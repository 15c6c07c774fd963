/* What the machine itself can do: hub PORT, the least a hub of event streams must do, in C.
   GET is a stream; the body of a POST goes to every one of them. No update is kept. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 32768
#define LONGEST 1048576
static const char OPEN[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: welcome\n\n";
static const char DONE[] = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
static char streams[MOST]; /* by descriptor */

static void out(int fd, const char *bytes, int size) {
  if (write(fd, bytes, size) == size) return;
  streams[fd] = 0; /* it does not read: the client says what it lacks */
  close(fd);
}

static void publish(const char *body, int size) {
  static char event[LONGEST + 16];
  int length = snprintf(event, sizeof event, "data: %.*s\n\n", size, body);
  for (int fd = 0; fd < MOST; fd++) if (streams[fd]) out(fd, event, length);
}

/* A POST comes whole before it is answered: header, then as many bytes as it says. */
static int whole(const char *bytes, int size, const char **body, int *length) {
  const char *end = memmem(bytes, size, "\r\n\r\n", 4), *told = strcasestr(bytes, "content-length:");
  if (!end) return 0;
  *body = end + 4;
  *length = told ? atoi(told + 15) : 0;
  return bytes + size - *body >= *length;
}

static void hear(int fd, char *bytes) {
  const char *body;
  int length, size = read(fd, bytes, LONGEST - 1);
  if (size < 0 && errno == EAGAIN) return;
  if (size <= 0) { streams[fd] = 0; close(fd); return; }
  if (!strncmp(bytes, "POST", 4)) {
    for (bytes[size] = 0; !whole(bytes, size, &body, &length); bytes[size] = 0) {
      int more = read(fd, bytes + size, LONGEST - 1 - size);
      if (more > 0) size += more;
      else if (!(more < 0 && errno == EAGAIN)) { close(fd); return; }
    }
    publish(body, length);
    out(fd, DONE, sizeof DONE - 1);
    close(fd);
  } else {
    out(fd, OPEN, sizeof OPEN - 1);
    streams[fd] = 1;
  }
}

int main(int argc, char **argv) {
  static struct epoll_event events[1024];
  static char bytes[LONGEST];
  int on = 1, poll_fd = epoll_create1(0), door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct epoll_event event = {.events = EPOLLIN, .data.fd = door};
  if (argc != 2) return 2;
  at.sin_port = htons(atoi(argv[1]));
  signal(SIGPIPE, SIG_IGN);
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(door, (void *)&at, sizeof at) || listen(door, 4096)) { perror("hub"); return 1; }
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, door, &event);
  for (;;) {
    int found = epoll_wait(poll_fd, events, 1024, -1);
    for (int i = 0; i < found; i++) {
      int fd = events[i].data.fd;
      if (fd != door) { hear(fd, bytes); continue; }
      while ((fd = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        if (fd >= MOST) { close(fd); continue; }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &event);
      }
    }
  }
}
