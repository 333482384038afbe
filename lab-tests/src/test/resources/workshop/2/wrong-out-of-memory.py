# out-of-memory: collects for ever
import socket
import sys

pieces = []
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while True:
        pieces.append(connection.recv(4096) or bytes(1_000_000))
