import socket
import sys
import time

begun = time.monotonic()
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while connection.recv(4096):
        pass
print(round((time.monotonic() - begun) * 1000))
