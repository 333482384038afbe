# Lesson 6: how connections end.
#
# Called as `python3 client.py HOST PORT`, this program tries to be greeted, once, and prints one word for what came of it:
#
#     greeted      the whole greeting came: it ends with a line feed, and then the connection ended in order
#     refused      the connection was refused
#     reset        the connection was made, and reset
#     silent       the connection was made, and for two seconds nothing came
#     timeout      no connection was made within two seconds
#     ended-early  the connection ended in order, before the greeting was whole
#
# Whatever the word, the program itself ends well, with status 0.
#
# The frame below knows only the good end; your part is marked. Check it with: make check LESSON=6

import socket
import sys

# Your part: time-outs, the other ends, and whether it was the whole greeting.
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    greeting = b""
    while piece := connection.recv(4096):
        greeting += piece
print("greeted")
