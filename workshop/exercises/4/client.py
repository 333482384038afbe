# Lesson 4: a stream.
#
# Called as `python3 client.py HOST PORT`, this program prints the server's greeting as in lesson 2. This time it
# is some kilobytes long, has letters of several bytes in UTF-8, and comes in slices. Print it whole.
#
# The frame below works; your part is marked. Check it with: make check LESSON=4

import socket
import sys

greeting = ""
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    # Your part: receive the whole greeting, however it comes, and make text of it.
    pass

print(greeting)
