import socket
import sys
import time

begun = time.monotonic()
received = 0
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    connection.recv(65536)
    first = time.monotonic()
    while piece := connection.recv(65536):
        received += len(piece)
end = time.monotonic()
print(round((first - begun) * 1000), round(received * 8 / 1000 / (end - first)))
