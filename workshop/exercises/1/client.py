# Lesson 1: how far is it?
#
# Called as `python3 client.py HOST PORT`, this program receives the greeting of the server at HOST and PORT to its
# end, and prints one whole number: how many milliseconds that took, from just before connect until the end had come. The
# greeting itself is not printed.
#
# The frame below receives it; your part is marked. Check it with: make check LESSON=1

import socket
import sys
import time

milliseconds = 0

# Your part: find out how long this takes. time.monotonic() is the clock for that.
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while connection.recv(4096):
        pass

print(milliseconds)
