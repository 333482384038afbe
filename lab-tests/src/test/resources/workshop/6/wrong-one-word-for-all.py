# one-word-for-all: whatever went wrong is "error"
import socket
import sys

try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=2) as connection:
        greeting = b""
        while piece := connection.recv(4096):
            greeting += piece
    print("greeted" if greeting.endswith(b"\n") else "error")
except OSError:
    print("error")
