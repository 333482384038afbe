# one-recv: one recv(1024), as in the tutorial
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    print(connection.recv(1024).decode("utf-8", errors="replace"))
