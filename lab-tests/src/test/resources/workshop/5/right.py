import socket
import sys
import time

begun = time.monotonic()
first = None
received = 0
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while piece := connection.recv(65536):
        first = first or time.monotonic()
        received += len(piece)
end = time.monotonic()
print(round((first - begun) * 1000), round(received * 8 / 1000 / (end - first)))
