# Lesson 3: a server.
#
# Called as `python3 server.py PORT`, this program listens at PORT on all addresses, sends whoever connects a greeting of
# its own, one line that ends with a line feed, closes that connection, and goes on so until it is ended from outside.
# Nobody is kept waiting by somebody else: also a client that connects, says nothing and stays.
#
# The frame below is told the port; your part is marked. Check it with: make check LESSON=3

import socket
import sys

port = int(sys.argv[1])
greeting = "connection formed successfully\n".encode("utf-8")

# Your part: bind and listen, then accept, greet and close, again and again.
