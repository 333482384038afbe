# Lesson 5: latency is not bandwidth.
#
# Called as `python3 client.py HOST PORT`, this program receives a large greeting to its end and prints two numbers with a
# blank between them: after how many milliseconds, from just before connect, the first byte was there, and at how many
# kbit/s the greeting came from then on.
#
# The frame below receives it; your part is marked. Check it with: make check LESSON=5

import socket
import sys
import time

milliseconds_to_the_first_byte = 0
kilobits_per_second = 0
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    # Your part: look at the clock, and count, at the right moments.
    while connection.recv(65536):
        pass

print(round(milliseconds_to_the_first_byte), round(kilobits_per_second))
