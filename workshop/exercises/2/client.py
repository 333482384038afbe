# Lesson 2: a client.
#
# Called as `python3 client.py HOST PORT`, this program connects to the server at HOST and PORT, receives its
# greeting to the end, prints the greeting and nothing else, closes, and ends by itself.
#
# The frame below works; your part is marked. Check it with: make check LESSON=2

import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])
greeting = ""

# Your part: connect to host and port, receive the greeting to its end, close.

print(greeting)
