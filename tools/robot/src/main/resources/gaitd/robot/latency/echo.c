/* Answers every state of a robot on the loopback with a command that is always the same: the least that any controller
   does with sockets. Arguments: port of the robot, SCHED_FIFO priority or 0, processor or -1. Ends after two seconds of silence. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>

#define STATE_BYTES 771
#define COMMAND_BYTES 610
#define HELLO_US 100000
#define SILENT_WAITS 20

static int refused(const char *what) {
    perror(what);
    return 1;
}

int main(int argc, char **argv) {
    static char state[2048], command[COMMAND_BYTES];
    if (argc != 4) {
        return 2;
    }
    int priority = atoi(argv[2]), cpu = atoi(argv[3]), silent = 0, heard = 0;
    if (cpu >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(cpu, &set);
        if (sched_setaffinity(0, sizeof set, &set) != 0) {
            return refused("affinity");
        }
    }
    if (priority > 0) {
        struct sched_param parameter = {.sched_priority = priority};
        if (sched_setscheduler(0, SCHED_FIFO, &parameter) != 0) {
            return refused("priority");
        }
        if (mlockall(MCL_CURRENT | MCL_FUTURE) != 0) {
            return refused("memory");
        }
    }
    struct sockaddr_in robot = {.sin_family = AF_INET, .sin_port = htons((unsigned short) atoi(argv[1]))};
    robot.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct timeval wait = {.tv_usec = HELLO_US};
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    if (s < 0 || connect(s, (struct sockaddr *) &robot, sizeof robot) != 0
            || setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) != 0) {
        return refused("socket");
    }
    while (silent < SILENT_WAITS) {
        if (!heard || silent > 0) {
            send(s, command, sizeof command, 0);
        }
        long got = recv(s, state, sizeof state, 0);
        while (got == STATE_BYTES) {
            heard = 1;
            silent = 0;
            send(s, command, sizeof command, 0);
            got = recv(s, state, sizeof state, 0);
        }
        silent++;
    }
    return 0;
}
