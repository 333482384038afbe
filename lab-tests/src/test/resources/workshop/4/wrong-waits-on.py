# waits-on: waits until a fixed number of bytes is there
import socket
import sys

received = b""
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while len(received) < 65536:
        received += connection.recv(4096)
print(received.decode("utf-8"), end="")
