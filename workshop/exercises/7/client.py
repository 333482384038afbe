# Lesson 7: failing well.
#
# Called as `python3 client.py HOST PORT`, this program prints the server's greeting, as in lesson 2, but over a link that comes
# and goes, from a server that may refuse, reset, say nothing, or end before the greeting is whole (it ends with a line feed).
# After a failure it waits a while and tries again. The pauses grow, and no two runs have the same ones.
#
# After four attempts at least, and six attempts or 15 s at most, it gives up: it prints nothing, and ends with status 1. Two
# seconds without a connection, or without a byte, are a failure, too.
#
# The frame below tries once; your part is marked. Check it with: make check LESSON=7

import random
import socket
import sys
import time


def greeting(host, port):
    with socket.create_connection((host, port)) as connection:
        received = b""
        while piece := connection.recv(4096):
            received += piece
    return received.decode("utf-8")


# Your part: try again, with pauses that grow and differ, and give up in the end.
print(greeting(sys.argv[1], int(sys.argv[2])), end="")
